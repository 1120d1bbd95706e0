# The summary, the picture, the table, the poster with the QR code and the calendar file.

## The summary as lines: in the chat, HTML

report-title = 📊 <b>{ $organisation }</b>, { $first } — { $last }
report-active-pairs = Active pairs and groups: { $count }
report-meetings = { $planned ->
    [one] { $held } of { $planned } meeting held
   *[other] { $held } of { $planned } meetings held
 }
report-meetings-unplanned = Unplanned besides: { $count }
report-meetings-none = No meetings planned or held
report-meetings-rest = Not held: { $not_held }, not logged: { $unlogged }, cancelled: { $cancelled }, moved: { $moved }
report-feedback = Feedback after meetings: { $answered } of { $asked }
report-feedback-none = Feedback after meetings: nobody was asked
report-questionnaires = Questionnaires: { $answered } of { $asked }
report-questionnaires-none = Questionnaires: none were sent
report-meeting-marks = Marks of meetings: <b>{ $mean }</b> of 5 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 })
report-meeting-marks-up = Marks of meetings: <b>{ $mean }</b> of 5 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, ▲ { $change })
report-meeting-marks-down = Marks of meetings: <b>{ $mean }</b> of 5 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, ▼ { $change })
report-meeting-marks-same = Marks of meetings: <b>{ $mean }</b> of 5 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, as in the period before)
report-meeting-marks-few = Marks of meetings: the mean is hidden to keep the answers of a few private ({ $count })
report-meeting-marks-none = Marks of meetings: no answers yet
report-satisfaction = Satisfaction: <b>{ $mean }</b> of 10 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 })
report-satisfaction-up = Satisfaction: <b>{ $mean }</b> of 10 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, ▲ { $change })
report-satisfaction-down = Satisfaction: <b>{ $mean }</b> of 10 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, ▼ { $change })
report-satisfaction-same = Satisfaction: <b>{ $mean }</b> of 10 ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }, as in the period before)
report-satisfaction-few = Satisfaction: the mean is hidden to keep the answers of a few private ({ $count })
report-satisfaction-none = Satisfaction: no answers yet
report-waiting = ⚠️ No meeting for { $days ->
    [one] { $days } day
   *[other] { $days } days
 } or longer — { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 }:
report-waiting-none = ✅ No pair is without a meeting for { $days ->
    [one] { $days } day
   *[other] { $days } days
 } or longer
report-waiting-pair = • { $pair } — { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
report-waiting-never = • { $pair } — not one meeting in { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
report-waiting-more = …and { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 } more: all are in the table

## When it did not work

report-not-made = The file could not be made. Please try again; if it fails again, tell your coordinator.
report-too-long = The file took too long to make. Choose a shorter period or try again.

## The picture

report-chart-period = { $first } — { $last }
report-chart-meetings = { $by ->
    [month] Meetings by month
   *[week] Meetings by week
 }
report-chart-planned = planned
report-chart-held = held
report-chart-marks = Marks of meetings, of 5
report-chart-count-below = n — how many answered
report-chart-empty = No data yet
report-chart-empty-meetings = Meetings will appear here once they are planned
report-chart-empty-marks = Marks will appear here after the first meetings

## The table: sheet names (up to 31 characters), columns, values

report-sheet-summary = Summary
report-sheet-pairs = Pairs
report-sheet-meetings = Meetings
report-sheet-asked = Asked
report-sheet-answers = Answers

report-column-what = Figure
report-column-value = Value
report-column-count = Answers
report-column-change = Change
report-column-pair = Pair or group
report-column-form = Form
report-column-state = State
report-column-mentors = Mentors
report-column-mentees = Mentees
report-column-starts = Starts
report-column-ends = Ends
report-column-active = Active
report-column-last-held = Last meeting
report-column-kind = Kind of meeting
report-column-when = When
report-column-meeting-state = Outcome
report-column-planned = Planned
report-column-moves = Times moved
report-column-minutes = Minutes
report-column-format = How they met
report-column-place = Place
report-column-linked = Has a link
report-column-present = Present
report-column-invited = Out of
report-column-reason = Why not held
report-column-asked-for = About
report-column-title = Questionnaire
report-column-who = Who
report-column-asked-at = Asked at
report-column-answered = Answered
report-column-answered-at = Answered at
report-column-question = Question
report-column-answer = Answer
report-column-measure = Counts for
report-column-score = Score

report-row-organisation = Organisation
report-row-first = Period from
report-row-last = Period to
report-row-zone = Time zone
report-row-active-pairs = Active pairs and groups
report-row-planned = Meetings planned
report-row-held = Of these held
report-row-unplanned = Held unplanned
report-row-not-held = Not held
report-row-unlogged = Not logged
report-row-cancelled = Cancelled
report-row-moved = Moved
report-row-feedback-asked = Feedback asked for
report-row-feedback-answered = Feedback received
report-row-questionnaires-asked = Questionnaires sent
report-row-questionnaires-answered = Questionnaires completed
report-row-meeting-marks = Marks of meetings (1–5), mean
report-row-satisfaction = Satisfaction (1–10), mean
report-row-waiting = Pairs without a meeting
report-row-waiting-days = Days without a meeting: { $pair }

report-value-yes = yes
report-value-no = no
report-value-anonymous = anonymous
report-value-form-pupil-pupil = pupil — pupil
report-value-form-student-pupil = student — pupil
report-value-form-teacher-pupil = teacher — pupil
report-value-form-employer-pupil = employer — pupil
report-value-form-teacher-teacher = teacher — teacher
report-value-form-head-teacher = head — teacher
report-value-mentorship-proposed = proposed
report-value-mentorship-agreed = agreed by all
report-value-mentorship-active = active
report-value-mentorship-completed = completed
report-value-mentorship-ended_early = ended early
report-value-mentorship-declined = declined
report-value-meeting-planned = planned
report-value-meeting-held = held
report-value-meeting-not_held = not held
report-value-meeting-cancelled = cancelled
report-value-format-in_person = in person
report-value-format-online = online
report-value-format-lesson = at a lesson
report-value-kind-acquaintance = acquaintance
report-value-kind-trial = trial
report-value-kind-planning = planning
report-value-kind-working = working
report-value-kind-final = final
report-value-reason-mentee_ill = the mentee was ill
report-value-reason-mentor_ill = the mentor was ill
report-value-reason-timetable = timetables did not match
report-value-reason-forgotten = forgotten
report-value-reason-other = other
report-value-asked-feedback = feedback on a meeting
report-value-asked-entry = entry questionnaire
report-value-asked-interim = interim questionnaire
report-value-asked-exit = exit questionnaire
report-value-asked-questionnaire = questionnaire
report-value-measure-meeting = mark of a meeting
report-value-measure-satisfaction = satisfaction

## The poster

report-poster-title = Mentoring
report-poster-about-1 = A mentor shares experience and gives support:
report-poster-about-2 = in studies, in a profession and in a new place.
report-poster-call = We invite mentors and everybody who needs one
report-poster-step-1 = Point your phone’s camera at the code: Telegram opens
report-poster-step-2 = Press “Start” and answer a few questions
report-poster-step-3 = Wait for the curator’s reply: it comes to the same chat
report-poster-guardian = Under 18? A parent’s consent is needed: the bot tells you how to get it.
report-poster-link = Or open the link:
report-poster-valid = The invitation is valid until the end of { $until }

## The calendar file

report-calendar-title-acquaintance = Mentoring: first meeting
report-calendar-title-trial = Mentoring: trial working meeting
report-calendar-title-planning = Mentoring: planning meeting
report-calendar-title-working = Mentoring: working meeting
report-calendar-title-final = Mentoring: final meeting
report-calendar-about = Taking part: { $people }. { $organisation }. To move or cancel the meeting, open the bot in Telegram: { $bot }
