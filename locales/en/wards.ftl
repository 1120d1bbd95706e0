# A guardian's page: the child, consents, pairs and meetings, stopping it.

home-ward-open = My child
wards-head = <b>The children you answer for</b>
wards-card = <b>{ $name }</b>
wards-place-line = { $role ->
    [mentor] Mentor
   *[mentee] Mentee
} — { $organisation }{ $state ->
    [applied] {": with the curator"}
    [listed] {": listed, waiting for consent"}
    [refused] {": application declined"}
    [left] {": not taking part"}
   *[approved] { "" }
}
wards-pair-line = 🤝 { $with }: { $state ->
    [proposed] waiting for both sides
    [agreed] waiting for the order
    [active] working until { $ends }
   *[completed] completed
}
wards-meeting = 📅 { $when }, { $with }
wards-held = Meetings held: { $held }
wards-stopped = ⏸ Taking part was stopped at your word. The bot does not write to the child.
wards-pair = Pair: { $with }
wards-meetings = Meetings
wards-plans = Plan
wards-tasks = Tasks
wards-consents = Consents
wards-stop = Stop taking part
wards-again = Take part again
wards-back = Back
wards-open = To the child
wards-place = The child’s place
wards-consents-head = <b>Consents: { $name }</b>
    Press a number to read the text.
wards-consents-none = There are no consents yet.
wards-consent-line = { $number }. { $document }: { $day }, { $who }{ $paper ->
    [paper] {" (on paper)"}
   *[chat] { "" }
}{ $state ->
    [withdrawn] {", withdrawn "}{ $withdrawn }
   *[given] { "" }
}
wards-consent-head = <b>{ $title }</b>
    Version { $version }, given { $day }
wards-stopped-already = { $name }: taking part has been stopped already.
wards-stopped-child = You are no longer taking part in the programme: your parents decided so. If you have questions, talk to them or to the curator.
wards-stopped-told = ⏸ { $who } stops a child’s taking part: { $name }. The consent is withdrawn, a pair is ended, a group goes on without the child. The bot does not write to the child.{ $reason ->
    [none] { "" }
   *[other] {" Reason: "}{ $reason }
}
wards-stopped-guardian = ⏸ { $who } stops your child’s taking part in the programme: { $name }. Meetings are cancelled.
wards-stop-done = Done. { $name }: the consent to take part is withdrawn, meetings are cancelled, the bot does not write to the child any more. The curator knows. If you change your mind, open “My child”.
wards-not-stopped = { $name }: nothing was stopped, so there is nothing to resume.
wards-again-declined = All right, everything stays as it is: taking part is stopped.
wards-again-done = Thank you! { $name }: the consent is noted, the application went to the curator. I will tell you when they answer.
