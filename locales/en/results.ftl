# Results of questionnaires: a question in lines, pictures, the export of responses; change from entry to exit.

## One question in lines: in the chat, HTML

results-question = <b>{ $title }</b>
results-answered = { $answered } of { $finished } answered
results-mean = Mean <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b>, median { NUMBER($median, minimumFractionDigits: 1) }
results-bar = { $bar } { $count } ({ $share }%) — { $label }
results-bar-step = { $label } { $bar } { $count } ({ $share }%)
results-more = …and { $count ->
    [one] { $count } more option
   *[other] { $count } more options
 }: all of them are in the table

## The picture of one question and the overview of many

results-chart-answered = { $answered } of { $finished } answered
results-chart-empty = No answers yet
results-chart-words-only = Answers in words are in the list
results-chart-others = the others ({ $count })
results-chart-mean = Mean { $mean }, median { $median }
results-chart-legend-mean = mean
results-chart-legend-half = half of the answers
results-chart-count = n { $count }
results-chart-none = no answers

## Change in lines

change-points-up = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the mark rose by { NUMBER($change, minimumFractionDigits: 1) } points of { $top } on average{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-points-down = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the mark fell by { NUMBER($change, minimumFractionDigits: 1) } points of { $top } on average{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-points-same = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the mark did not change on average: a shift of { NUMBER($change, minimumFractionDigits: 1) } points of { $top }{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-up = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the number rose by { NUMBER($change, minimumFractionDigits: 1) } on average{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-down = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the number fell by { NUMBER($change, minimumFractionDigits: 1) } on average{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-number-same = From { $paired ->
    [one] { $paired } pair
   *[other] { $paired } pairs
 } of answers: “{ $label }” — the number did not change on average: a shift of { NUMBER($change, minimumFractionDigits: 1) }{ $known ->
    [yes] , 95% from { NUMBER($low, minimumFractionDigits: 1) } to { NUMBER($high, minimumFractionDigits: 1) }
   *[no] { "" }
 }
change-few = “{ $label }”: too little data. { $paired ->
    [0] There are no pairs of answers yet
    [one] There is { $paired } pair of answers
   *[other] There are { $paired } pairs of answers
 }, at least { $fewest } are needed
change-means = It was { NUMBER($before, minimumFractionDigits: 1) }, it is { NUMBER($after, minimumFractionDigits: 1) }. { $paired } of { $enrolled } answered both times
change-effect = { $size ->
    [tiny] The shift can hardly be seen
    [small] The shift is small
    [medium] The shift is of middle size
   *[large] The shift is large
 } (d { NUMBER($effect, minimumFractionDigits: 1) })
change-alike = Everybody’s answer shifted alike
change-nobody = Nobody changed the answer
change-chance-rare = Hardly chance: without any real change this happens less than once in { $of } times
change-chance-unlikely = Hardly chance: without any real change this happens about { $times ->
    [one] { $times } time
   *[other] { $times } times
 } in 100
change-chance-possible = It may be chance: without any real change this happens about { $times ->
    [one] { $times } time
   *[other] { $times } times
 } in 100
change-chance-unknown = Whether it is chance the numbers can’t tell: there are fewer than { $fewest } pairs
change-note-interval = “95%”: the limits in which the real mean change lies with that confidence; a minus is a shift the other way. d: the shift beside how differently different people’s answers changed.
change-note-many = There are { $count } parameters: one or two of them may have shifted by chance.
change-note-cause = This is the difference between before and after. By itself it does not prove that mentoring is the cause.

## The picture of change

change-chart-before = before
change-chart-after = after
change-chart-up = rose
change-chart-down = fell
change-chart-count = n: pairs of answers
change-chart-few = too little data (n { $paired })
change-chart-empty = There is nothing to compare yet

## The export of responses: names of sheets (up to 31 characters), columns, values

results-sheet-responses = Responses
results-sheet-more = Responses { $number }
results-sheet-codebook = Codebook
results-sheet-totals = Totals

results-column-number = Number
results-column-questionnaire = Questionnaire
results-column-version = Version
results-column-organisation = Organisation
results-column-form = Form
results-column-role = Role
results-column-person = Who
results-column-answered-at = When
results-column-paper = On paper
results-column-column = Column
results-column-question = Question
results-column-text = Text asked
results-column-kind = Kind
results-column-bottom = From
results-column-low = “From” means
results-column-top = To
results-column-high = “To” means
results-column-options = Options
results-column-measures = Scale
results-column-reversed = Reversed
results-column-value = Value
results-column-count = Answers
results-column-mean = Mean
results-column-median = Median

results-value-yes = yes
results-value-no = no
results-value-answered = answered in all
results-value-kind-single = one option
results-value-kind-multi = several options
results-value-kind-scale = scale
results-value-kind-number = number
results-value-kind-text = text
results-value-kind-date = date
results-value-kind-time = time
results-value-kind-contact = phone
results-value-kind-pick = chosen from a list
results-value-kind-consent = consent
results-value-kind-photo = photo
results-value-kind-file = file
