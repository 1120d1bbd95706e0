# The mentor's report at the end.

closing-told-asked =
    <b>Your closing report</b>
    Together: { $with }. Sum it up: what you achieved, what was hard, what you recommend. You can pause and go on later.
    .child =
    <b>Your closing report</b>
    Together: { $with }. Sum it up: what you achieved, what was hard, what you recommend. You can pause and go on later.
closing-told-written = The mentor has written the closing report: { $mentors } → { $mentees }.
closing-write = Write the report
closing-read = Read the report
closing-read-one = Read no. { $number }
closing-head = <b>Closing report</b>: { $mentors } → { $mentees }
closing-line-there = { $number }. { $name } — written on { $day }
closing-line-missing = { $number }. { $name } — not yet
closing-none = The report is asked for at the end, with the exit questionnaires.
closing-report = <b>Closing report</b>: { $name }, { $day }
closing-answer = <i>{ $question }</i>
    <blockquote expandable>{ $answer }</blockquote>
closing-back = ‹ To the reports
