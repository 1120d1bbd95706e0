# The curator's final report: its sections in chat and the words of the document.

final-section-conclusion = Conclusions
final-section-next = What comes next
final-head =
    <b>{ $organisation ->
        [none] Analytical note
       *[other] Final report: { $organisation }
    }</b>, { $year }/{ $next_year }
    Sections written: { $written } of { $count }. The bot takes the rest from its data.
final-line = { $number }. { $state ->
    [written] ✅
   *[waits] ▫️
 } { $name }
final-section = <b>{ $name }</b>
final-section-words = { $words }
final-section-none = Nothing is written yet.
final-write = Write it
final-rewrite = Write it anew
final-back = ‹ Sections
final-make-docx = Make it for Word
final-make-pdf = Make it as PDF
final-to-reports = ‹ Reports
final-written = It is in the report.
final-waiting = ⏳ Making the final report…
final-caption = 📄 { $organisation }: the final report.{ $ending ->
    [docx] {" "}You can edit it in Word.
   *[pdf] {" "}Ready to print and send.
 }
owed-final = Final report

final-paper-title = The curator’s final report
final-paper-of-programme = on the programme “{ $programme }”
final-paper-of-year = School year { $first }/{ $last }
final-paper-made = Made on { $day }
final-paper-head-programme = Programme and period
final-paper-programme = Programme: “{ $programme }”. Document: { $document }.
final-paper-period = Period: { $first } — { $last }. Numbers are as of { $day }.
paper-head-forms = Forms and role models
paper-column-what = What
paper-column-number = Number
paper-number-mentorships = Pairs and groups at work this year
paper-number-mentors = Mentors
paper-number-mentees = Mentees
paper-number-completed = Completed
paper-number-ended-early = Ended early
paper-column-form = Form
paper-column-model = Role model
paper-column-count = Pairs and groups
paper-column-completed = Completed
final-paper-head-process = How the work went
final-paper-process = Meetings, feedback, questionnaires and marks since the school year began:
paper-weeks = { $by ->
    [month] Meetings and marks by month
   *[week] Meetings and marks by week
 }
final-paper-head-training = Training of mentors
final-paper-training = { $count ->
    [0] No lessons of the school of mentors are recorded this year.
    [one] { $count } lesson of the school of mentors was held:
   *[other] { $count } lessons of the school of mentors were held:
 }
paper-head-influence = Influence on participants
paper-influence = Everybody answered the same questions before entering the programme and after leaving it. Below is how the means changed for those who answered both times.
paper-influence-greatest = The picture and the list below have what has changed most; everything stands in the table.
paper-influence-none = Too few people have answered both at entry and at exit: no change is worked out.
paper-column-parameter = Parameter
paper-column-paired = Answered twice
paper-column-before = Before
paper-column-after = After
paper-column-change = Change
final-paper-head-results = Expected results
final-paper-results = { $count ->
    [one] The programme names { $count } expected result.
   *[other] The programme names { $count } expected results.
 } The answer to each:
final-paper-column-what-number = No.
final-paper-column-expected = Expected result
final-paper-reached = What was reached ({ $number }): { $words }
final-paper-unwritten = The curator has not filled this in yet.
final-paper-head-indicators = Indicators
final-paper-head-swot = Strengths and weaknesses
final-paper-swot = From open answers of participants and what the curator saw.
final-paper-swot-part = { $mark ->
    [strength] Strengths
    [weakness] Weaknesses
    [idea] Opportunities
   *[trouble] Threats
 }
final-paper-swot-count = { $count ->
    [one] { $count } answer is marked.
   *[other] { $count } answers are marked.
 }
final-paper-column-part = Part
final-paper-column-words = Contents
final-paper-head-roadmap = Roadmap
final-paper-roadmap = Done: { $done }, late: { $late }, ahead: { $ahead }.
final-paper-head-conclusion = Conclusions
final-paper-head-next = What comes next
final-paper-signature = Curator
final-paper-column-proof = What the data show

proof-none = No data yet.
proof-change = “{ $question }”: { $before } before, { $after } after ({ $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 } of answers).
proof-change-few = “{ $question }”: too few data ({ $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 } of answers).
proof-yes = “{ $question }”: { $yes } of { $count } answered yes.
proof-yes-few = “{ $question }”: too few data ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
 }).
proof-marks = Mean mark: { $before } before, { $after } after (known of { $count ->
    [one] { $count } mentee
   *[other] { $count } mentees
 }).
proof-olympiads = Olympiads and contests in a year: { $before } before, { $after } after (known of { $count ->
    [one] { $count } mentee
   *[other] { $count } mentees
 }).
proof-exams = VPR, OGE and EGE: { $after } of { $count } passed all they took.
proof-register = Taken off the preventive register: { $after } of { $count }.
proof-outcome-few = { $what ->
    [marks] Mean mark
    [olympiads] Olympiads and contests
    [exams] VPR, OGE and EGE
   *[register] Preventive register
 }: too few data.
proof-topics = Meetings on: { $topics }. Mentees: { $people } of { $count }.
proof-counted = { $name }: { $count }.
proof-share = { $name }: { $part } of { $count }.
proof-counted-few = { $name }: fewer than { $fewest }.
proof-plans = Individual plans: { $plans }, agreed { $agreed }, items done { $done } of { $count }.
proof-training = Lessons of the school of mentors: { $count }.
proof-practices = Practices published: { $count }.
proof-events = Events held: { $count }.

owed-note = Analytical note
note-waiting = ⏳ Making the analytical note…
note-caption = 📄 The municipality’s analytical note.{ $ending ->
    [docx] {" "}You can edit it in Word.
   *[pdf] {" "}Ready to print and send.
 }
note-paper-title = Analytical note
note-paper-of-programme = on the programme “{ $programme }”
note-paper-of-year = School year { $first }/{ $last }
note-paper-head-programme = Programme and participation
note-paper-document = Document: { $document }.
note-paper-period = Numbers are from { $first } to { $day }.
note-paper-head-places = Organisations
note-paper-column-place = Organisation
note-paper-column-pairs = Pairs and groups
note-paper-column-meetings = Meetings held
note-paper-column-answers = Questionnaires answered
note-paper-column-mean = Satisfied, of 10
note-paper-column-late = Late
note-paper-of = { $part } of { $whole }
note-paper-hidden = * The mean is hidden to keep the answers of a few private.
note-paper-head-indicators = Indicators: plan and fact
note-paper-process = Meetings, feedback, questionnaires and marks in all organisations since the school year began:
note-paper-held = How many planned meetings were held, by organisation
note-paper-head-work = Roadmap and recommendations
note-paper-roadmap = The roadmap in organisations: { $done } done, { $late } late (organisations: { $places }).
note-paper-recommendations = Recommendations: { $waiting } wait for an answer, { $overdue } of them overdue, { $answered } wait for a decision.
note-paper-unwritten = The coordinator has not filled this in yet.
note-paper-head-conclusion = Conclusions
note-paper-head-next = What comes next
note-paper-signature = Municipal coordinator
