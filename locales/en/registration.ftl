# Registration: participants, parents, consents, the curator's decision.

registration-role = { $role ->
    [mentee] mentee
    [mentor] mentor
    [guardian] parent or guardian
    [referrer] referrer
    [curator] curator
    [psychologist] psychologist
    [head] head
    [coordinator] municipal coordinator
   *[other] participant
}

registration-arrived = Date of birth: { $birth }. Let’s go on.
registration-as-guardian = You are a parent or guardian. Let’s go on.
registration-as-referrer = You know somebody who needs a mentor. Let us go on.
registration-too-young = The programme is for people of { $youngest } and older. If the date of birth is wrong, please correct it.
registration-declined = You did not consent, so taking part is not possible. We have stored nothing. If you change your mind, open the school’s link again.
registration-sent = Done, your application is with { $organisation }. The curator will look at it, and we will write to you at once.
registration-guardian-sent = Done, your application is with { $organisation }. The curator will find your child’s application, and we will send you the consents.
registration-known = You are registered already: { $organisation }.
registration-place = • { registration-role } — { $state ->
    [applied] the application waits for the curator
    [approved] the application is approved
   *[other] the application is decided
}
registration-add = { $role ->
    [mentee] I want a mentor
    [mentor] I will be a mentor
    [referrer] Somebody needs a mentor
   *[guardian] I am a parent too
}
registration-twice = { $state ->
    [approved] You have this role already ({ registration-role }): there is no need to apply again. Open the menu: /menu
   *[other] Your application ({ registration-role }) is with the curator already: there is no need to apply again. We will write as soon as they answer.
}
registration-link-revoked = The organisation has taken this link back. Ask the curator for a new one: what you entered stays here.
registration-consent-gone = The guardian’s consent is not there any more. Ask them to give it again: what you entered stays here.
registration-child-category = Under 18, pupils and students take part. Correct the line “Who” or the date of birth.
registration-no-mentee = { $category ->
    [employee] Employees
    [parent] Parents
    [alumnus] Alumni
    [student] Students
   *[other] Such participants
} can be mentors in this programme, but not mentees. Correct the line “Role” or “Who”.
registration-no-mentor = { $category ->
    [employee] Employees
    [parent] Parents
    [alumnus] Alumni
    [student] Students
   *[other] Such participants
} can’t be mentors in this programme. Correct the line “Role” or “Who”.
registration-career-early = The career begins before the age of 16: check the date of birth and the line “Start of career”.

# The guardian's consent
guardian-link = { $organisation } invites your child to a mentoring programme. A parent or guardian has to consent. Open the link and answer a few questions, it takes two minutes:
    { $link }

    The link works until { $until }, for one person.
guardian-link-copy = Copy the link
guardian-link-new = New link
guardian-link-renewed = Here is a new link. The old one works no more.
guardian-open = Open the consents
guardian-own-link = This link is for your mother, father or guardian: it has to be opened on their phone. Forward it to them.
guardian-minor = Only an adult can consent: a parent or a guardian.
guardian-child-gone = The application that needed the consent is gone: the child has finished or cancelled it. Ask them to begin again and send a new link.
guardian-consented-before = The consents for this child are given already. Nothing more is needed.
guardian-link-over = This link has expired. Ask the child for a new one: there is a button “New link” in their chat.
guardian-not-awaited = The consent is not awaited any more: open the menu /menu and go on.
guardian-thanks = Thank you! Both consents are recorded, and the child can go on. You may withdraw them on any day: /privacy
guardian-refused = All right, there is no consent. We will write down no more, and without both consents the child does not take part. If you change your mind, open the same link until { $until }. The school’s curator answers questions.
guardian-said-no = Your guardian has not consented so far, so we write down no more. Talk to them: they can change their mind by the same link.
guardian-refused-told = Application No. { $number }: the guardian did not consent. We have no data of the child. If this is a mistake, talk to the family: they can change their mind by the same link.
guardian-see-waiting = Open the application
guardian-consent-arrived = The consent is here, thank you! Let’s go on.
guardian-child-applied = { $name } — registration is done, the application is with { $organisation }. The child will hear as soon as the curator decides.
guardian-asked = The curator asks you to consent to a child’s taking part in the mentoring programme (the child’s date of birth: { $born }). If this is your child, open the consents.
guardian-unreachable = The message would not arrive: { $name } is not on Telegram now. Record a consent on paper.

# The curator's decision
applicant-told = New application: { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
} — { registration-role } ({ people-category }).
applicant-approve = Approve
applicant-refuse = Refuse
applicant-card = Card
applicant-decide = Decide
applicant-to-list = To the applications
applicant-welcome = You are in: { $organisation }. { $role ->
    [mentee] The curator will find you a mentor, and we will write at once.
    [mentor] The curator will find you a mentee, and we will write at once.
    [guardian] When your consent is needed, we will write here.
    [referrer] Now you can name those who need a mentor: it is in the menu.
   *[other] Open the menu: /menu
}
applicant-refused = { $organisation }: the application was not approved. The reason: “{ $reason }”. If something needs correcting, open the school’s link and apply again, or talk to the curator.
applicant-approved = ✅ { $name } — approved ({ registration-role }). We have told them.
applicant-no-consent = { $name }: there is no valid consent to taking part. For a child the guardian gives it in the bot with “Take part again”. Then the application can be approved.
applicant-refused-done = { $name } — refused. We have passed on the reason.
applicant-decided = { $name }: the application is { $state ->
    [approved] approved
    [refused] refused
   *[other] decided
} already{ $by ->
    [mine] {" "}by you
   *[other] {" "}by { $by }
}. Nothing more is needed.
applicant-gone = { $name }: the application is gone. Nothing more is needed.
applicants-head = <b>Applications</b>{ $total ->
    [0] : all are decided.
   *[other] : { $total }. Those who wait longest come first.
}
applicants-line = { $number }. { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
} — { registration-role } ({ people-category })

# Children who wait for a consent
children-head = <b>Waiting for consent</b>{ $total ->
    [0] : nobody.
   *[other] : { $total }. We know no names yet: without consent none is written down.
}
children-line = { $place }. Application No. { $number }: aged { $age }, waits since { $since }
child-card = <b>Application No. { $number }</b>
    Age: { $age }. Waits for a guardian’s consent since { $since }.
    We know no more of the child. They can tell you the number of the application themselves.
child-paper = Consent on paper
child-guardians = Ask a guardian
child-guardians-head = Whom to ask for consent? These are the parents you approved.
child-asked = The request is sent: { $name }.
child-gone = This application waits for no consent any more: it is here, or the application was cancelled. Nothing more is needed.
paper-done = Recorded. Both consents are there, application No. { $number } goes on.
paper-half = Recorded. Application No. { $number } needs the second consent too: the child still waits.
paper-to-list = To those who wait
