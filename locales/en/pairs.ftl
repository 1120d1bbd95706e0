# Pairs and groups: list, card, proposal, agreement, questionnaires, the order and the end.

## Buttons
pairs-open = Card
pairs-list = Pairs and groups
pairs-new = New pair
pairs-back = Back
pairs-filter = Filter
pairs-by-form = By form
pairs-form-head = Which form?
pairs-every-form = Every form
pairs-meetings = Meetings
pairs-agree = Agree
pairs-refuse = Refuse
pairs-answer = Answer
pairs-order = Order
pairs-order-now = Go on without them
pairs-plan = Arrange a meeting
pairs-wait = I will wait
pairs-complete = Complete
pairs-complete-yes = Yes, complete
pairs-complete-anyway = Complete without them
pairs-do-agree = Agree
pairs-do-refuse = Refuse
pairs-do-order = Order
pairs-do-plan = Arrange a meeting
pairs-do-complete = Complete
pairs-do-end = End early
pairs-do-accept = End it as asked
pairs-do-keep = We go on
pairs-do-release = Order of release
pairs-do-development = Development plan
pairs-do-tasks = Tasks
pairs-do-help = I need help
pairs-do-health = How it goes
pairs-do-adults = Adults beside
pairs-do-papers = Papers
pairs-do-diary = Diary
pairs-do-closing = Closing report
pairs-do-hand-over = Another mentor
pairs-do-trail = History
pairs-do-stop = Stop taking part
pairs-do-leave = I want to leave
pairs-more-button = More…
pairs-more = More… ({ $n } of { $m })
pairs-more-head =
    <b>{ $mentors } → { $mentees }</b>
    What else can be done or looked at:
pairs-do-take-back = Take back
pairs-which = { $which ->
    [open] Open
    [proposed] To be agreed
    [agreed] Await the order
    [active] At work
    [ended] Ended
   *[declined] Declined
}: { $count }

## List
pairs-head = <b>{ $which ->
    [open] Pairs and groups
    [proposed] To be agreed
    [agreed] Await the order
    [active] At work
    [ended] Ended
   *[declined] Declined
}</b>: { $total }
pairs-head-own = <b>Pairs and groups you take part in</b>
pairs-none = There is nobody here yet.
pairs-line = { $number }. { $mentors } → { $mentees } · { $form }, { $state }
pairs-filter-head = What shall I show?
pairs-where = In which organisation will the pair be?

## State
pairs-state-proposed = { $waits } of { $asked } still to agree
pairs-state-entry = { $waits } of { $asked } questionnaires missing
pairs-state-agreed = awaits the order
pairs-state-active = at work
pairs-state-exit = { $waits } of { $asked } final questionnaires missing
pairs-state-finished = can be completed
pairs-state-completed = completed
pairs-state-ended-early = ended early
pairs-state-declined = declined

## Card
pairs-card-head =
    <b>{ $form }</b>
    { $leading ->
        [1] Mentor
       *[other] Mentors
    }: { $mentors }
    { $led ->
        [1] Mentee
       *[other] Mentees
    }: { $mentees }
pairs-card-kind = Kind: { $kind }
pairs-card-model = Role model: { $model }
pairs-card-responsible = Responsible: { $who }
pairs-card-dates = Dates: { $starts } — { $ends }
pairs-card-order = Order No. { $number }, { $date }
pairs-card-state = State: { $state }
pairs-card-waiting = Have not answered yet: { $names }
pairs-card-entry = Questionnaires before the start: { $answered } of { $asked }
pairs-card-exit = Final questionnaires: { $answered } of { $asked }
pairs-card-held = Meetings held: { $held }
pairs-card-ground = Ground: { $ground ->
    [statement] the mentor’s own statement
    [duties] duties are not fulfilled
    [petition] the mentee’s petition
    [guardian] the guardian’s decision
    [handed_over] handed over to another mentor
    [left] left the organisation
   *[other] other
}
pairs-card-comment = Comment: { $comment }
pairs-card-release = Order of release No. { $number }, { $date }
pairs-card-asked = { $request ->
    [statement] The mentor asks to be released
    [petition] The mentee asks to end it early
   *[guardian] The guardian asks to stop it
}: { $reason }

## A new pair
pairs-no-mentees = There is no approved mentee yet. Approve applications or send the registration link.
pairs-no-mentors = There is no approved mentor yet. Approve applications or send the registration link.
pairs-not-approved = { $name }: not approved, or takes part no more. Choose somebody else or approve the application first.
pairs-no-consent = { $name }: consents are missing (for a child a parent gives them, from 14 the child does too). Until then no pair can be proposed.
pairs-already = { $mentor } and { $mentee } work together already or have such a proposal. Choose other people.
pairs-paused = { $name } is on a pause now. Choose somebody else, or end the pause on their card.
pairs-no-room = { $name } has no room left: { $taken } mentees now, { $capacity } at most. Choose another mentor, or change the number on their card.
pairs-not-older = Here the mentor must be older: { $mentor } mentors, { $mentee } is mentored. Choose other people, another role model or the reverse kind.
pairs-kind-other = This kind is not for so many people. Press the number of the line “Kind” and choose again.
pairs-role-model-other = This role model belongs to another form. Press the number of the line “Role model” and choose again.
pairs-proposed-done =
    The proposal is sent.
    { $mentors } → { $mentees }, { $form }
    When everybody agrees, { $asks ->
        [yes] each gets a questionnaire and you get the button “Order”.
       *[no] you get the button “Order”.
    }
pairs-proposed-missed =
    The proposal is sent, but not everybody could be reached.
    { $mentors } → { $mentees }, { $form }
    Not reached: { $missed }. Ask them to open the bot and press /pairs.

## The proposal
pairs-proposal = { $side ->
    [mentor] <b>You are invited to be a mentor</b>
   *[mentee] <b>A mentor has been found for you</b>
}
    { $side ->
        [mentor] Mentee: { $with }
       *[mentee] Mentor: { $with }
    }
    Form: { $form }
    Dates: { $starts } — { $ends }
    Do you agree?{ $asks ->
        [yes] {" "}When everybody does, a questionnaire will come.
       *[no] {" "}When everybody does, the school fixes it by an order.
    }
pairs-guardian-proposed =
    { $pupil } has a proposal: mentoring “{ $form }”, together with { $with }.
    Dates: { $starts } — { $ends }. The child answers it. If you have questions, write to the curator.
pairs-guardian-agreed = { $pupil }: everybody has agreed to the mentoring “{ $form }”, together with { $with }. Questionnaires and the school’s order come next.
pairs-guardian-started = { $pupil }: the mentoring “{ $form }” has begun, together with { $with }. It lasts until { $ends }.
pairs-guardian-ended = { $pupil }: the mentoring “{ $form }” has ended. Thank you for your support!
pairs-agreed-toast = Thank you!
pairs-agreed-own = Your agreement is recorded. We wait for the others and will write to you at once.
pairs-agreed-all = Everybody agrees! Please answer the questionnaire below. Then the school fixes it by an order.
pairs-all-agreed =
    Everybody agrees: { $mentors } → { $mentees }.
    The questionnaires are sent. When all are answered, enter the order.
pairs-refusal-done = Your refusal is recorded, the curator knows. Thank you for answering.
pairs-refused =
    { $name } does not want to take part: { $mentors } → { $mentees }.
    Reason: { $reason }. You can form the pair anew.
pairs-no-reason = not given
pairs-declined = The mentoring “{ $form }” does not come about: not everybody agreed. The curator will look for another way.

## Questionnaires
pairs-agreed-once = Everybody agrees! Now the school fixes it by an order, and the mentor plans the meeting.
pairs-once-agreed =
    Everybody agrees: { $mentors } → { $mentees }.
    There is one meeting and no questionnaire before it. Only the order is left.

pairs-survey-entry =
    <b>Questionnaire before the start</b>
    Together with { $with }. Questions: { $questions }. You can stop and go on later.
pairs-survey-interim =
    <b>Questionnaire halfway</b>
    Together with { $with }. Questions: { $questions }. Tell us how the work goes.
pairs-survey-exit =
    <b>Final questionnaire</b>
    Together with { $with }. Questions: { $questions }. The answers show what has changed.
pairs-survey-again = A reminder of the questionnaire (together with { $with }). It is short, and your answers are needed.
pairs-entry-complete = Everybody has answered the questionnaires: { $mentors } → { $mentees }. The order is left to enter.
pairs-entry-missing = These have not answered the questionnaire: { $names }. Without answers before the start nothing can be compared later. Wait or go on?
pairs-exit-complete = Everybody has answered the final questionnaires: { $mentors } → { $mentees }. It can be completed.

## The order
pairs-overtaken = { $what ->
    [fixed] The order has been entered already (No. { $number }): the pair or group is at work.
    [completed] This pair or group has finished its work: it is completed.
    [ended_early] This pair or group has finished its work before its time.
   *[declined] This mentorship has not come about: somebody refused.
} { $who ->
    [none] See the card: /pairs
    [mine] You did it yourself, { $when }. The list: /pairs
   *[other] Who and when: { $who }, { $when }. The list: /pairs
}
pairs-fixed =
    Order No. { $number }, { $date }: the pair is at work.
    { $mentors } → { $mentees }. Everybody is told, the mentor arranges the first meeting.
pairs-started = <b>The mentoring has begun</b>
    Order No. { $number }, { $date }. Together with { $with }.
    { $side ->
        [mentor] The next step: arrange the meeting to get acquainted.
       *[mentee] The mentor arranges the meeting to get acquainted, you will get a message.
    }

## The end
orders-button = One order for several
orders-where = Which organisation’s order is it?
orders-none = Nothing waits for an order now. The list: /pairs
orders-nothing = This order fixes nothing: what you chose waits for questionnaires, or another curator has entered its order. The list: /pairs
orders-fixed =
    Order No. { $number }, { $date }: { $count } pairs and groups are fixed.
    Everybody has been told, mentors will plan the first meetings.
orders-fixed-some =
    Order No. { $number }, { $date }: { $count } pairs and groups are fixed.
    Not fixed (waiting for questionnaires, or changed already): { $names }
pairs-exit-sent =
    The final questionnaires are sent. Awaited: { $names }.
    You will get a message when they have answered. If you cannot wait, complete without them.
pairs-exit-missing = These have not answered the final questionnaire: { $names }. Wait, or complete without them?
pairs-complete-sure = Complete it? { $mentors } → { $mentees }. Planned meetings will be cancelled.
pairs-completed-done = Completed: { $mentors } → { $mentees }. Everybody got our thanks.
pairs-completed =
    <b>The mentorship is completed</b>
    Together with { $with }. Thank you for this work!
pairs-release-order = Enter the order
pairs-released = The order of release No. { $number } is kept.
pairs-released-already = The order of release has been entered already: No. { $number }. See the card: /pairs
pairs-ended-done = Ended: { $mentors } → { $mentees }. Everybody is told, planned meetings are cancelled.
pairs-ended =
    The mentoring “{ $form }” (together with { $with }) has ended early. Planned meetings are cancelled.
    Thank you for all that came of it! If you need help, write to the curator.
pairs-taken-back = The proposal to work together ({ $with }) was taken back. You need not do anything. The curator will look for another way.
