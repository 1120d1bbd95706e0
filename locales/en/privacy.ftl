# Personal data: the register of consents, the log of looks at data.
registers-consents = Register of consents
registers-log = Who looked at data
registers-back = My data
registers-open = Registers and logs
registers-all = To the registers
registers-head = What the organisation keeps about personal data.
registers-where = Choose an organisation.

consents-head = <b>Register of consents</b>
    { $organisation }, { $count } in all
consents-none = No consents yet.
consents-line = { $name }: { $document }, version { $version }, { $day }{ $paper ->
    [paper] {" (on paper)"}
   *[chat] {""}
}{ $giver ->
    [self] {""}
   *[other] {", given by "}{ $giver }
}{ $withdrawn ->
    [none] {""}
   *[other] {"; withdrawn "}{ $withdrawn }
}
consents-file = Download the register
consents-back = To the register
consents-waiting = Preparing the register of consents…
consents-caption = Register of consents, { $organisation }. Entries: { $count }. The second sheet has the texts of the versions.
consents-sheet = Consents
consents-sheet-texts = Texts of versions
consents-self = themselves
consents-column-name = About
consents-column-document = Document
consents-column-version = Version
consents-column-given = Given
consents-column-giver = Given by
consents-column-paper = Date on paper
consents-column-recorder = Paper recorded by
consents-column-withdrawn = Withdrawn
consents-column-variant = Shown to
consents-column-text = Text
consents-variant-self-adult = an adult about themselves
consents-variant-for-child = a parent about a child
consents-variant-self-child = a child of 14 or older

datalog-head = <b>Who looked at and took out data</b>
    { $organisation }, { $count } in all
datalog-none = Nobody has looked at anything yet.
datalog-line = { $when } · { $who }: { $look ->
    [card] card
    [pair] card of a pair or group
    [meetings] meetings
    [plan] development plan
    [list] list of people
    [pairs] list of pairs
    [unmatched] mentees without a mentor
    [matching] proposals of a matching
    [plans] list of plans
    [answers] answers in words
    [alarm] an answer that asks for a talk
    [consents] register of consents
    [own_data] export of all data of a person
   *[file] { $file ->
        [award] letter of thanks or diploma
        [certificate] certificate
        [change-text] changes in a pair
        [colleagues] base of mentors and curators
        [consents] register of consents, file
        [diary-docx] diary of a pair, file
        [diary-xlsx] diary of a pair, file
        [event-merits] diplomas of an event
        [event-people] list of an event’s people
        [export] export of people, pairs and meetings
        [final-report] final report
        [paper] order, agreement or consent
        [people-links] links to invite with
        [people-mistakes] list with mistakes
        [people-read] reading a list of people
        [plan-paper] development plan, file
        [results-rows] table of answers
        [speed-plan] plan of speed meetings
        [summary-rows] table of the summary
       *[other] file
    }
}{ $count ->
    [0] {""}
   *[other] {": "}{ $count }
}{ $about ->
    [none] {""}
   *[other] {" — "}{ $about }
}{ $more ->
    [0] {""}
   *[other] {" and "}{ $more }{" more"}
}

# Withdrawing consent and erasing data.
erasure-button = Withdraw my consent
erasure-child-button = Erase my child’s data
erasure-letter-button = Withdrawn by letter
erasure-unpublish = Do not publish my name
erasure-ask = { $whose ->
    [own] <b>Withdraw the consent to the processing of data?</b>
   *[other] <b>Withdraw the consent to the processing of data: { $name }?</b>
}
    At once: taking part ends, open pairs that end: { $pairs }; the bot stops writing and shows these data to nobody. Until { $until } everything can be brought back, then the data are erased. Numbers in reports stay, without names.
    .child = <b>Withdraw the consent to the processing of data?</b>
    At once: taking part ends, open pairs that end: { $pairs }; the bot stops writing to you and shows your data to nobody. Until { $until } everything can be brought back, then the data are erased. Numbers in reports stay, without names.
erasure-ask-child = { $name }: no other parent is in the bot, so the child stops taking part as well. Its data are not erased.
erasure-later = Erase in { $count } days
erasure-now = Erase at once
erasure-now-yes = Yes, erase for ever
erasure-sure = { $whose ->
    [own] Erase all your data right now? They cannot be brought back.
   *[other] { $name }: erase all data right now? They cannot be brought back.
}
    .child = Erase all your data right now? They cannot be brought back.
erasure-hasten-sure = Erase right now? The data cannot be brought back.
erasure-hidden = { $whose ->
    [own] Done: the consent is withdrawn. Your data are shown to nobody and will be erased on { $until }. Until then they can be brought back here or with /privacy.
   *[other] Done: the consent is withdrawn. The data are called { $number } now, are shown to nobody and will be erased on { $until }. Until then they can be brought back: /privacy.
}
    .child = Done: the consent is withdrawn. Your data are shown to nobody and will be erased on { $until }. Until then they can be brought back here or with /privacy.
erasure-gone = { $whose ->
    [own] Done: the data are being erased and cannot be brought back. This is the last message. You can delete the messages of this chat yourself.
   *[other] Done: the data ({ $number }) are being erased and cannot be brought back.
}
    .child = Done: the data are being erased and cannot be brought back. This is the last message. You can delete the messages of this chat.
erasure-undo = Bring them back
erasure-hasten = Erase at once
erasure-pending = { $whose ->
    [own] <b>The consent is withdrawn.</b> Your data are shown to nobody and will be erased on { $until }.
   *[other] <b>The consent is withdrawn ({ $number }).</b> The data are shown to nobody and will be erased on { $until }.
}
    .child = <b>The consent is withdrawn.</b> The data are shown to nobody and will be erased on { $until }.
erasure-back = { $whose ->
    [own] Data and consents are there again. Pairs that ended do not come back by themselves: tell the curator if you want to go on.
   *[other] { $name }: data and consents are there again. Pairs that ended do not come back by themselves.
}
    .child = Data and consents are there again. Pairs that ended do not come back by themselves: tell the curator if you want to go on.
erasure-told = { $name }: the consent to the processing of data is withdrawn { $ground ->
    [guardian] (decided by a parent)
    [letter] (letter to the organisation)
   *[own] (by their own decision)
}. Taking part has ended. { $once ->
    [now] The data are being erased now.
   *[later] The data are hidden and will be erased on { $until }.
} Destroy papers as well that have no other ground. The act of destruction will stand under “My data”.
erasure-told-guardian = { $name }: the consent to the processing of the child’s data is withdrawn. { $once ->
    [now] The data are being erased now.
   *[later] The data are hidden and will be erased on { $until }.
}
erasure-told-pair = A pair has ended: somebody in it withdrew the consent to the processing of data. Who with whom: { $mentors } → { $mentees }.
erasure-told-undone = { $name }: the withdrawal of consent is taken back, the data are there again. Pairs that ended do not come back by themselves.
erasure-over = There is nothing to change here any more: the data are being erased, are erased or were brought back.
erasure-card = The data of this person ({ $number }) are hidden or erased: the consent to processing was withdrawn.
privacy-begun = You have begun to register: what you have entered so far (date of birth, answers, consents) is kept, and the number of this chat and the language.
    .child = You have begun to register: what you have entered so far (date of birth, answers, consents) is kept, and the number of this chat and the language.
privacy-forget = Erase what I began
privacy-forgotten = What you began is erased. The number of this chat and the language are left.
privacy-nothing-begun = There is nothing to erase: no registration was begun.
erasure-come-again = You have registered anew already, so the former data cannot be brought back. They will be erased in time.
erasure-child = Under 14 the parents decide: ask your mother, father or guardian to open “My child”.
erasure-elsewhere = This person takes part in another organisation as well. They can erase their data themselves: /privacy.
erasure-not-published = The name is not published anyway.
erasure-unpublished = The consent to publishing is withdrawn: the name is no longer on the board or in new documents for everybody.
erasure-unpublished-toast = Withdrawn

# Acts of destruction of personal data.
registers-acts = Acts of destruction
acts-head = <b>Destruction of personal data</b>
    { $organisation }, { $count } in all
acts-municipality = the municipality
acts-none-yet = Nothing has been destroyed yet.
acts-line = Act { $number }: person { $person }, { $state ->
    [hidden] hidden { $asked }, to be erased { $due }
    [sweeping] being erased
   *[erased] destroyed { $erased }
}
acts-back = To the acts
acts-none = There is no such act: the data are not erased yet or were brought back.
acts-waiting = Preparing the act…
acts-caption = Act of destruction № { $number } with the extract of the log. Sign it and keep it for three years. It holds no name.
erasure-act-button = Act of destruction
erasure-act-told = The personal data of person { $number } are destroyed. Print the act and sign it.
act-title = Act № { $number } of the destruction of personal data, { $day }
act-operator = Operator: { $value }
act-person = Data subject (number of the record in the information system): { $value }
act-system = Information system: the bot of the mentoring programme “{ $value }”
act-ground = Ground: { $ground ->
    [guardian] consent withdrawn by the lawful representative
    [letter] consent withdrawn by a letter to the organisation
    [again] once more, after a backup was restored
   *[own] consent withdrawn by the subject
}, { $day }
act-method = Way: records of the database erased and the space they took overwritten; answers needed for totals are anonymised.
act-day = Date of destruction: { $day }
act-kinds = Data destroyed
act-column-kind = Category
act-column-count = Records
act-column-when = When
act-column-event = Event
act-kind = { $what ->
    [card] surname, first name, patronymic, date of birth, class or post, Telegram account
    [places] requests, reasons, times and pauses of taking part
    [consents] consents on paper: who signed, the picture
    [guardians] links with lawful representatives
    [needs] special categories and needs
    [answers] answers to questionnaires in words and files, drafts
    [alarms] marks of answers that ask for a talk
    [pairs] records of pairs
    [tasks] tasks and reports on them
    [help] questions for help and answers
    [meetings] places, links and records of meetings
    [plans] development plans
    [matching] matching, wishes
    [referrals] requests of third parties
    [training] notes of the school of mentors
    [awards] texts of thanks
    [practices] descriptions of practices
    [trail] records of history
    [drafts] drafts of lists and questionnaires
    [updates] messages put aside
   *[other] other
}
act-rest = Anonymised facts (numbers of questionnaires, meetings and pairs under the record’s number) are kept for statistics: Federal Law 152-FZ, article 6 part 1 and article 21.
act-signature = Post ______________  Signature __________  Surname and initials ______________
act-log = Extract of the event log to act № { $number }
act-at = { $day }, { $time }
act-event-asked = Consent withdrawn: { $ground ->
    [guardian] by the lawful representative
    [letter] by a letter
    [again] earlier, erased once more
   *[own] by the subject
}
act-event-hidden = Data hidden, showing and sending stopped
act-event-erased = Data destroyed beyond recovery
act-kept = Act and extract are kept for three years (Roskomnadzor, order of 28.10.2022 № 179).

# Taking out one’s own data.
owndata-button = Download my data
owndata-child-button = Download my child’s data
owndata-letter-button = All data (by letter)
owndata-waiting = Gathering the data…
owndata-caption = { $whose ->
    [own] Everything that is kept about you: the page data.html to read, and data.json for programs.
   *[other] Everything that is kept ({ $name }): the page data.html to read, and data.json for programs.
}
    .child = Everything that is kept about you: the page data.html to read, and data.json for programs.
owndata-title = My data in the mentoring programme
owndata-made = Made on { $day }. Here is everything that the bot keeps about this person and shows them.
owndata-apart = Apart, by a letter to the organisation: notes of psychologist and curator, matching. Files and pictures lie in Telegram, in this chat.
owndata-section = { $name ->
    [agreed] Plans agreed to
    [answers] Answers to questionnaires
    [appointed] Appointments
    [awards] Awards
    [beside] Beside pairs
    [card] Card
    [consents] Consents
    [council] Comments in the council
    [events] Events
    [family] Family
    [goals] Development plan: goals
    [help] Questions for help
    [helped] Answers to others
    [led] Plans of others: rows
    [led_goals] Plans of others: goals
    [meetings] Meetings
    [needs] Needs
    [pairs] Pairs and groups
    [places] Taking part
    [plan] Development plan: rows
    [practices] Practices
    [proposals] Proposals of times
    [referrals] Requests
    [said] Said about own pairs
    [speed] Speed meetings
    [tasks] Tasks
    [tasks_set] Tasks you set
    [training] School of mentors
    [wishes] Wishes
   *[any] { $name }
}
owndata-field = { $name ->
    [agreed_at] Agreed
    [answer] Answer
    [answered_at] Answered
    [applied_at] Applied
    [appointed_at] Appointed
    [area] Area
    [areas] Areas
    [asked_at] Asked
    [assessment] Assessment
    [at] When
    [award] Award
    [birth] Birth
    [came] Came
    [capacity] How many mentees
    [career_start] Career start
    [category] Category
    [comment] Comment
    [council] Council
    [created_at] Created
    [description] Description
    [details] Words
    [done_at] Done
    [due] Due
    [duty] Duty
    [ends] Ends
    [executor] Executor
    [expected] Expected
    [expert] Expert
    [facts] Needs
    [fields] Fields of the plan
    [file] File
    [finished_at] Answered
    [form] Form
    [format] Format
    [given_at] Given
    [given_on] Given
    [grade] Grade
    [hears_of_meetings] Hears of meetings
    [held_on] Date
    [hired_here] Hired here
    [kind] Kind
    [language] Language
    [link] Link
    [minutes] Minutes
    [name] Name
    [number] Number
    [order_date] Order date
    [order_number] Order number
    [organisation] Organisation
    [outcome] Outcome
    [paper_date] Paper date
    [paper_giver] Signed by
    [pause_reason] Pause reason
    [paused_from] Paused from
    [paused_until] Paused until
    [place] Place
    [post] Post
    [present] Present
    [problem] Problem
    [question] Question
    [questionnaire] Questionnaire
    [reason] Reason
    [registered_at] Registered
    [relation] Relation
    [report] Report
    [request] Request
    [result] Result
    [revoked_at] Revoked
    [role] Role
    [school_class] Class
    [set_at] Set
    [side] Side
    [speaks] Working languages
    [speciality] Speciality
    [starts] Starts
    [starts_at] When
    [state] State
    [step] Step
    [subject] Subject
    [task] Task
    [telegram_id] Telegram number
    [topics] Topics
    [times] Times
    [title] Title
    [version] Version
    [wish] Wish
    [wished_at] Wished
    [with] With whom
    [withdrawn_at] Withdrawn
    [words] Text
    [workplace] Workplace
    [written_at] Written
    [zone] Zone
   *[any] { $name }
}
owndata-code = { $code ->
    [acquaintance] acquaintance
    [active] active
    [agreed] agreed
    [alumnus] alumnus
    [applied] applied
    [approved] approved
    [cancelled] cancelled
    [child] child
    [completed] completed
    [coordinator] coordinator
    [curator] curator
    [declined] declined
    [employee] employee
    [ended_early] ended early
    [father] father
    [final] final
    [guardian] guardian
    [head] head
    [held] held
    [in_person] in person
    [left] left
    [lesson] at a lesson
    [listed] listed
    [mentee] mentee
    [mentor] mentor
    [mother] mother
    [not_held] not held
    [online] online
    [other] other
    [parent] parent
    [participation] taking part
    [planned] planned
    [planning] planning
    [processing] processing of personal data
    [proposed] proposed
    [psychologist] psychologist
    [publication] publication of name and picture
    [pupil] pupil
    [referrer] referrer
    [refused] refused
    [student] student
    [teacher] teacher
    [trial] trial
    [working] working
   *[any] { $code }
}
