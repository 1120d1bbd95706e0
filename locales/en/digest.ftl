# The morning digest: what needs a hand, a line a kind of thing, with the button that does it.

digest-head = <b>What needs your attention</b>
digest-nothing = Nothing waits now. Have a good day!
digest-rest = …and { $count ->
    [one] { $count } more line
   *[other] { $count } more lines
}
digest-whole = Show all
digest-period = { $quarter ->
    [none] of { $year }
   *[other] of quarter { $quarter }, { $year }
}

digest-alarms = { $count ->
    [1] An answer asks for a talk
   *[other] { $count } answers ask for a talk
}
digest-do-alarms = To the alarms
digest-help = { $count ->
    [1] A question unanswered for two days: { $name }
   *[other] { $count } questions unanswered for two days or more
}
digest-do-help = To the questions
digest-stuck = { $count ->
    [1] A pair is stuck: { $name }
   *[other] { $count } pairs are stuck; the longest: { $name }
}
digest-do-stuck = To the stuck pairs
digest-withdrawn = { $count ->
    [1] Consent withdrawn: { $name }
   *[other] { $count } people have withdrawn consent; first: { $name }
}
digest-do-withdrawn = To withdrawn consents
digest-unreachable = { $count ->
    [1] Has blocked the bot: { $name }
   *[other] { $count } people cannot be reached; first: { $name }
}
digest-do-unreachable = To the unreachable
digest-children = { $count ->
    [1] A child waits for a parent’s consent
   *[other] { $count } children wait for parents’ consent
}
digest-do-children = To the children
digest-applicants = { $count ->
    [1] An application waits: { $name }
   *[other] { $count } applications wait; first: { $name }
}
digest-do-applicants = To the applications
digest-referrals = { $count ->
    [1] A request for a mentor waits
   *[other] { $count } requests for a mentor wait
}
digest-do-referrals = To the requests
digest-agree = { $count ->
    [1] Your consent to work together is awaited: { $name }
   *[other] { $count } proposals wait for your answer
}
digest-do-agree = Answer the proposal
digest-tasks = { $count ->
    [1] A task due on { $day }: { $name }
   *[other] { $count } tasks are due, the first on { $day }
}
digest-do-tasks = To the tasks
digest-answer = { $count ->
    [1] The questionnaire “{ $name }” waits for your answer
   *[other] { $count } questionnaires wait for your answer
}
digest-do-answer = Answer
digest-paper = { $count ->
    [1] A questionnaire waits for your child’s answers: { $name }
   *[other] Questionnaires wait for the answers of { $count } children
}
digest-do-paper = Enter from paper
digest-plan = { $count ->
    [1] A plan has something due on { $day }
   *[other] { $count } plans have something due, the first on { $day }
}
digest-do-plan = To the plan
digest-check = { $count ->
    [1] A task waits for your check: { $name }
   *[other] { $count } finished tasks wait for your check
}
digest-do-check = Check the tasks
digest-unmatched = { $count ->
    [1] Without a mentor for over two weeks: { $name }
   *[other] { $count } mentees without a mentor for over two weeks
}
digest-do-unmatched = Who needs support
digest-proposals = { $count ->
    [1] A proposal is unanswered: { $name }
   *[other] { $count } proposals are unanswered; first: { $name }
}
digest-do-proposals = To the proposals
digest-silent = { $count ->
    [1] Questionnaires unanswered for a week: { $name }
   *[other] Questionnaires unanswered for a week: { $count } pairs; first: { $name }
}
digest-do-silent = To the silent pairs
digest-campaigns = { $count ->
    [1] “{ $name }” closes soon, some have not answered
   *[other] { $count } questionnaires close soon, some have not answered
}
digest-do-campaigns = To the campaign
digest-unlogged = { $count ->
    [1] A meeting is over, and nobody has logged it
   *[other] { $count } meetings are not logged
}
digest-do-unlogged = To the meeting
digest-overdue = { $count ->
    [1] To be completed: { $name }, it ends on { $day }
   *[other] To be completed: { $count } pairs; first: { $name }
}
digest-do-overdue = Complete
digest-indicators = { $count ->
    [1] Indicators { $name }: send by { $day }
   *[other] Indicators: { $count } reports, the first by { $day }
}
digest-do-indicators = To the indicators
digest-reports = { $count ->
    [1] “{ $name }”: send by { $day }
   *[other] { $count } reports are owed, the first by { $day }
}
digest-do-reports = To the reports
digest-roadmap = { $count ->
    [1] Roadmap, by { $day }: { $name }
   *[other] Roadmap: { $count } things to do, the first by { $day }
}
digest-do-roadmap = To the roadmap
digest-audit = { $count ->
    [1] Self-audit by { $day }: { $name }
   *[other] Self-audit by { $day }: { $count } organisations
}
digest-do-audit = Fill in the audit
digest-recommendations = { $count ->
    [1] Recommendation “{ $name }”: answer by { $day }
   *[other] { $count } recommendations wait, the first until { $day }
}
digest-do-recommendations = To the recommendations
digest-returned = { $count ->
    [1] A document was returned: { $name }
   *[other] { $count } documents were returned; first: { $name }
}
digest-do-returned = To the documents
digest-unsent = { $count ->
    [1] Indicators { $name }: some have not sent
   *[other] Indicators: some have not sent, { $count } periods
}
digest-do-unsent = Who has not sent
digest-missing = { $count ->
    [1] “{ $name }” by { $day }: some have not sent
   *[other] Some have not sent { $count } reports; first: “{ $name }”
}
digest-do-missing = Who has not reported
digest-late = Organisations are late with the roadmap
digest-do-late = What is late where
digest-decide = { $count ->
    [1] A report waits for your decision: “{ $name }”
   *[other] { $count } reports wait for your decision
}
digest-do-decide = To the reports sent
digest-review = { $count ->
    [1] A document waits for review: { $name }
   *[other] { $count } documents wait for review
}
digest-do-review = Review the documents
digest-answered = { $count ->
    [1] A recommendation was answered: “{ $name }”
   *[other] { $count } recommendations were answered; first: “{ $name }”
}
digest-do-answered = To the answers
digest-practices = { $count ->
    [1] A practice waits for review: “{ $name }”
   *[other] { $count } practices wait for review
}
digest-do-practices = To the practices
digest-events = { $count ->
    [1] Who came to “{ $name }” is not noted
   *[other] Who came is not noted: { $count } events; first: “{ $name }”
}
digest-do-events = Note who came
digest-bases = { $count ->
    [1] Bases to be looked through by { $day }: { $name }
   *[other] Bases to be looked through by { $day }: { $count } organisations
}
digest-do-bases = To the bases
digest-ending = { $count ->
    [1] The agreement “{ $name }” ends on { $day }
   *[other] { $count } agreements end soon, the first on { $day }
}
digest-do-ending = To the agreements
digest-vertical = { $count ->
    [1] Help for an organisation ends on { $day }: { $name }
   *[other] Help ends for { $count } organisations, the first on { $day }
}
digest-do-vertical = To help of schools
digest-back = { $count ->
    [1] The pause is over: { $name }
   *[other] The pause is over for { $count } people; first: { $name }
}
digest-do-back = To the place
