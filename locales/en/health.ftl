# How pairs are doing: on course, worth a look, stuck.

home-health-list = How pairs are doing
health-head = <b>How things are going</b>
    stuck: { $stuck } · worth a look: { $look } · on course: { $good }
health-none = There are no active pairs yet.
health-line = { $number }. { $state ->
    [stuck] 🔴
    [look] 🟡
   *[on_course] 🟢
} { $mentors } → { $mentees }: { $why }
health-fine = on course
health-paused = on a pause
health-rests = put off until { $until }
health-short-never-met = have not met yet, { $count } days
health-short-no-meeting = no meeting for { $count } days
health-short-not-held = meetings not held: { $count }
health-short-help = a question unanswered
health-short-low-mark = a low mark for a meeting
health-short-gap = see the pair differently
health-short-unlogged = meetings not logged: { $count }
health-short-unanswered = questionnaires unanswered: { $count }
health-short-tasks = tasks waiting: { $count }
health-short-plan = overdue in the plan: { $count }
health-short-nothing-ahead = no meeting ahead

health-title = <b>{ $mentors } → { $mentees }</b>
health-state = { $state ->
    [stuck] 🔴 The pair is stuck.
    [look] 🟡 Worth a look.
   *[on_course] 🟢 On course.
}
health-paused-long = They are on a pause: no warnings, and the days count anew after the return.
health-rests-long = No warnings until { $until }.
health-fine-long = They meet, and nothing waits.
health-more = More reasons: { $count }.
health-last-look = Last looked at on { $day }: { $who }.
health-last-note =
    Note:
    <blockquote expandable>{ $note }</blockquote>
health-why-never-met = • Not one meeting in { $count } days since the beginning. Remind the mentor of the first one.
health-why-no-meeting = • No meeting for { $count } days. Remind the mentor or plan one.
health-why-not-held = • Meetings not held in a row: { $count }. Ask both what is in the way.
health-why-help = • Questions unanswered for over two working days: { $count }. Open them and help to find an answer.
health-why-low-mark = • Low marks for meetings: { $count }. Write to both, or talk to each.
health-why-gap = • Mentor and mentee see their work very differently. Talk to both.
health-why-unlogged = • Past meetings not logged: { $count }. Ask the mentor to log them.
health-why-unanswered = • Questionnaires unanswered: { $count }. Remind them.
health-why-tasks = • Tasks overdue or waiting for a check: { $count }. Open them with the mentor.
health-why-plan = • Items of the plan past their date: { $count }. Open the plan.
health-why-nothing-ahead = • No next meeting is planned. Plan one, or remind the mentor.

health-do-remind-to-meet = Remind to meet
health-do-plan-meeting = Plan a meeting
health-do-write = Write to both
health-do-open-help = Open the questions
health-do-remind-to-log = Ask to log
health-do-remind-to-answer = Remind to answer
health-do-open-tasks = Open the tasks
health-do-open-plan = Open the plan
health-do-hand-over = Hand over
health-do-look = Looked at
health-back = ‹ How pairs are doing
health-back-pair = ‹ To the pair
health-all = How pairs are doing

health-reminded = <b>Reminder sent</b>: { $names }.
health-refusal-reminded = They have been reminded of this today. You can do it again tomorrow.
health-refusal-nobody = There is nobody to remind: a message would not reach these people now. Call them or talk in person.
health-written = <b>The message is sent</b> to everybody in the pair.
health-written-missed = <b>The message is sent.</b> It did not reach: { $names }. Call them or talk in person.
health-noted = <b>Noted.</b> I shall not warn of this pair until { $until }.
health-told-word =
    <b>A message from the curator</b> ({ $who })
    { $words }
health-told-remind-to-meet = There has been no meeting with { $with } for long. Will you plan one? If something is in the way, tell the curator.
    .child = There has been no meeting for long: { $with }. Will you plan one? If something is in the way, tell the curator.
health-told-remind-to-log = Some meetings are not logged ({ $with }). Please say whether they were held.
    .child = Some meetings are not logged ({ $with }). Please say whether they were held.
health-told-remind-to-answer = A questionnaire waits for you (with: { $with }). It is short, and your answers are much needed.
    .child = A questionnaire waits for you (with: { $with }). It is short, and your answers are much needed.

health-weekly = Stuck: { $stuck } · worth a look: { $look }
