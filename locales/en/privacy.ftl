# Personal data: the register of consents, the log of looks at data.
registers-consents = Register of consents
registers-log = Who looked at data
registers-back = My data
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
    [list] list of people
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
}{ $about ->
    [none] {""}
   *[other] {" — "}{ $about }
}
