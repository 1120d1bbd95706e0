# Indicators: what was typed in, reminders of the report. $quarter: its number, or "none" for a year.

indicators-open = 📊 To the indicators
indicators-back = To the indicators
indicators-denominator-done = Noted: { $name } — { $value } as of { $on }.
indicators-plan-done = The plan is noted: { $value } %. { $name }
indicators-plan-laid-down = The programme’s own document lays this plan down; there is nothing to change.
indicators-too-early = This period begins on { $first }. Its indicators can be sent after that.

# The board of indicators, a card, a numerator in words.

indicators-municipality = municipality
indicators-period = { $quarter ->
    [none] { $year }
   *[other] quarter { $quarter } of { $year }
}
indicators-none = Your programme’s document sets no indicators. It is judged by its expected results: { $count } of them, each answered in the final report. How things stand now is in the summary.
indicators-to-summary = To the summary
indicators-to-reports = To the reports
indicators-whose = Whose indicators?
indicators-head = 📊 <b>Indicators: { $place }</b>
    { $period }, reported as of { $day }
indicators-line = { $name }: <b>{ $fact }</b>{ $plan }
indicators-line-brief = { $name }: <b>{ $fact }</b>
indicators-fact-hidden = { $small ->
    [yes] fewer than 5
   *[no] hidden
}
indicators-fact-share = { $share } % ({ $n } of { $m })
indicators-fact-of-nothing = no share ({ $n } of 0)
indicators-fact-count = { $why ->
    [answers] no answers yet
    [elsewhere] { $n }
   *[open] { $n }, no share yet
}
indicators-plan-none = {" "}{ $more ->
    [yes] ↑
   *[no] ↓
}
indicators-plan-met = , plan { $plan } % { $more ->
    [yes] ↑
   *[no] ↓
}{ $met ->
    [yes] {" "}— reached ✅
    [no] {" "}— not reached
   *[none] {""}
}
indicators-hint-enter = ✏️ Type in what the shares are of: { $count ->
    [one] { $count } number is missing
   *[other] { $count } numbers are missing
}. Open an indicator by its number.
indicators-hint-lacking = ⏳ The municipality’s share follows once everybody has typed in their numbers: { $count ->
    [one] { $count } organisation is awaited
   *[other] { $count } organisations are awaited
}.
indicators-unsent = Not sent yet. ↑ more is better, ↓ less is better.
indicators-sent = ✅ Sent: { $at }
indicators-way-send = Send
indicators-way-report = Report and files
indicators-way-periods = Another period
indicators-way-what-sent = What was sent
indicators-way-receipts = Who has sent
indicators-way-remind = Remind
indicators-way-to-municipality = To the municipality
indicators-way-enter = Type the denominator
indicators-way-plan = Type the plan
indicators-way-behind = Who is counted
indicators-way-across = By organisation
indicators-way-chart = Picture
indicators-which-period = Which period?
indicators-card-title = <b>{ $id }</b> { $name }
indicators-place = <i>{ $place }</i>
indicators-note = <i>Note: { $note }</i>
indicators-card-fact = Fact: <b>{ $fact }</b>{ $plan }
indicators-card-base = Before (base): { $base } %
indicators-card-numerator = Numerator: { $counted }
indicators-card-denominator = Denominator: { $of }
indicators-card-unknown = ⚠️ { $count ->
    [one] { $count } more person
   *[other] { $count } more people
} might count: a birth date, a class or the start of work is missing.
indicators-of-answered = everybody who answered the questions about satisfaction
indicators-of-open = { $name } — not typed in yet
indicators-of-elsewhere = { $name } — one number for the whole municipality, typed in by the coordinator
indicators-of-lacking = { $name } — awaited from: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}and { $rest } more
}
indicators-of-summed = { $number } — { $name }, the sum of { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
indicators-of-typed = { $number } — { $name }, as of { $on }; source: { $source }
indicators-past = { $bar } { $period }: { $fact }
indicators-behind-head = <b>{ $name }</b>: { $count ->
    [0] nobody by name yet
    [one] { $count } person is counted
   *[other] { $count } people are counted
}
indicators-behind-names = Enterprises: { $names }
indicators-behind-nameless = { $count } more without a name: they answered anonymously.
indicators-to-card = To the indicator
indicators-across-head = <b>{ $name }</b>, { $period }
    Municipality: <b>{ $fact }</b>
indicators-counted-side = { $side ->
    [mentor] mentors
   *[mentee] mentees
}
indicators-counted-role = { $role ->
    [head] heads of organisations
    [curator] curators
    [psychologist] psychologists
   *[coordinator] coordinators
}
indicators-counted-category = { $category ->
    [pupil] pupils
    [student] students
    [teacher] teachers
    [employee] employees of enterprises
    [parent] parents
   *[alumnus] alumni
}
indicators-counted-age = aged { $first } to { $last }
indicators-counted-under = under { $years }
indicators-counted-grades = grade: { $grades }
indicators-counted-experience = { $first } to { $last } years of work
indicators-counted-hired = working here for { $first } to { $last } years
indicators-counted-posts = post: { $posts }
indicators-counted-qualification = { $grade ->
    [first] first category
    [highest] highest category
   *[none] no category
}
indicators-counted-need = { $need ->
    [special_needs] with special needs
    [pmpk] with a commission’s conclusion
    [register] on a preventive register
    [hard_situation] in a hard situation of life
    [underachieving] underachieving
    [gifted] gifted
    [risk_group] of the risk group
    [low_results] whose pupils have low results
    [qualification] with a category
   *[tutor] with a tutor
}
indicators-counted-model = role model “{ $model }”
indicators-counted-when = { $when ->
    [entered] whose mentorship began during the programme
   *[working] whose mentorship went on in the reported period
}
indicators-counted-mentees = if among their mentees there are: { $who }
indicators-counted-satisfied = { $side ->
    [mentor] mentors
   *[mentee] mentees
} whose mean satisfaction in their newest questionnaire of the year is { $mark } of 10 or more
indicators-counted-giving = organisations whose people have become mentors: { $kinds }
indicators-counted-kind = { $kind ->
    [school] schools
    [preschool] preschools
    [supplementary] supplementary education
    [college] colleges
   *[enterprise] enterprises
}
indicators-counted-having = organisations whose register has { $document ->
    [order] an implementing order
    [regulation] a regulation
    [programme] a programme of mentoring
    [roadmap] a roadmap
    [appointment] a curator’s appointment
    [agreement] a partner’s agreement
   *[other] such a document
} ({ $states })
indicators-counted-state = { $state ->
    [kept] in the register
    [sent] under review
    [approved] approved
    [returned] sent back
   *[archived] archived
}
indicators-counted-monitored = organisations that in the calendar year filled in the criteria of the monitoring{ $report ->
    [yes] {" "}or sent their report
   *[no] {""}
}

# Sending, who has sent, reminding, the report and its files.

indicators-check = <b>Check before sending</b>
indicators-check-whole = Everything is there: the numbers are typed in, the data are whole.
indicators-check-denominator = no denominator: { $name }
indicators-check-early = the report date is { $day }: until then the numbers may still change
indicators-check-unknown = { $count ->
    [one] of { $count } person
   *[other] of { $count } people
} something is not known: birth date, class or start of work
indicators-check-missing = { $count ->
    [one] { $count } organisation has not sent
   *[other] { $count } organisations have not sent
}: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}and { $rest } more
}
indicators-do-send = Send
indicators-again = Send again
indicators-sent-already = This report has been sent already. Open the indicators again to see what went out.
indicators-sent-head = ✅ <b>Sent: { $place }</b>
    { $period }. { $at }, { $by }
indicators-sent-by-nobody = by somebody who has left the programme
indicators-receipts-head = <b>Who has sent: { $period }</b>
    { $count } of { $total }
indicators-receipt = ✅ { $at }
indicators-owed = not yet
indicators-remind-all = Remind all
indicators-only-missing = Who has not sent
indicators-only-all = Show all
indicators-asked = 📊 { $organisation }: the coordinator awaits the indicators of { $quarter ->
    [none] { $year }
   *[other] quarter { $quarter } of { $year }
} (reported as of { $day }). Check the numbers and send them.
indicators-chased-asked = ✅ Reminded { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}and { $rest } more
}
indicators-chased-earlier = Reminded earlier today: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}and { $rest } more
} ({ $count }). Tomorrow you may again.
indicators-chased-nobody = ⚠️ Nobody to remind, there is no curator or they can’t be reached: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}and { $rest } more
} ({ $count }).
indicators-chased-none = Nobody needs a reminder: everything has been sent.
indicators-report-sent = The report has the numbers that were sent.
indicators-report-unsent = The report has not been sent yet: it has today’s numbers.
indicators-as-text = As text
indicators-as-docx = Word document
indicators-as-xlsx = Excel table
indicators-file-waiting = ⏳ Making the report…
indicators-chart-waiting = ⏳ Drawing the picture…
indicators-file-caption = 📄 Indicators: { $organisation }, { $quarter ->
    [none] { $year }
   *[other] quarter { $quarter } of { $year }
}
indicators-chart-caption = 📈 { $name }: from the reports that were sent
indicators-text-head = <b>{ $title }</b>
    { $place }, { $period }, reported as of { $day }
indicators-text-row = <b>{ $id }</b> { $name }: <b>{ $fact }</b>

# The report on paper.

indicators-paper-municipality = Municipality
indicators-paper-period = { $quarter ->
    [none] { $year }
   *[other] quarter { $quarter } of { $year }
}
indicators-paper-of-period = { $period }, reported as of { $day }
indicators-paper-column = { $column ->
    [number] No.
    [name] Indicator
    [sort] Type
    [unit] Unit
    [base] { $year }, base
    [plan] { $quarter ->
        [none] { $year }, plan
       *[other] Q{ $quarter } { $year }, plan
    }
   *[fact] { $quarter ->
        [none] { $year }, fact
       *[other] Q{ $quarter } { $year }, fact
    }
}
indicators-paper-unit = in %
indicators-paper-kind = { $number } { $kind ->
    [school] schools
    [preschool] preschools
    [supplementary] supplementary
    [college] colleges
   *[enterprise] enterprises
}
indicators-paper-hidden = { $small ->
    [yes] fewer than 5
   *[no] hidden
}
indicators-paper-numbers = { $n } of { $m }
indicators-paper-count = { $why ->
    [answers] no answers yet
   *[open] { $n }, no share
}
indicators-paper-with-plan = , plan { $plan }
indicators-paper-met = { $met ->
    [yes] (reached)
   *[no] (not reached)
}
indicators-paper-answered = who answered the questions about satisfaction
indicators-paper-summed = { $name }, the sum of { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
indicators-paper-source = { $name }, as of { $on }; { $text }
indicators-paper-counted-head = How it was counted as of { $day }
indicators-paper-counted-number = No.
indicators-paper-counted-above = Numerator
indicators-paper-counted-below = Denominator
indicators-paper-counted-of = What the share is of, and where the number is from
indicators-paper-counted-plan = Plan
indicators-paper-note = Note on { $id }: { $text }
indicators-paper-unsent = Not sent, the data are of { $on }
indicators-paper-sent = Sent on { $on }
indicators-paper-signature = { $signer ->
    [municipality] Municipal coordinator
   *[organisation] Head of the organisation
}
indicators-paper-sheet-table = Indicators
indicators-paper-sheet-counted = How it was counted
indicators-paper-chart-plan = plan
