# The yearly self-audit of an organisation.

municipality-door-audit = Self-audit
audit-head = <b>Self-audit { $year }</b>: { $organisation }
audit-none = { $first ->
    [none] There is no self-audit in this school year.
   *[other] Not filled in yet. From { $first } to { $last }.
}
audit-total = Sum: { $total } of { $most }
audit-before = A year ago: { $total } of { $most }
audit-strengths = <b>Strengths</b>: { $names }
audit-weaknesses = <b>Not yet</b>: { $names }
audit-achieved =
    <b>What they are proud of</b>:
    <blockquote expandable>{ $words }</blockquote>
audit-improve =
    <b>What they will improve</b>:
    <blockquote expandable>{ $words }</blockquote>
audit-fill = Fill it in
audit-fill-again = Fill it in anew
audit-paper = As a document
audit-back = To the self-audit
audit-result = Result
audit-table = <b>Self-audit { $year }</b>. Filled in: { $filled } of { $total }
audit-days = From { $first } to { $last }
audit-line = { $number }. { $organisation } — { $total } of { $most }
audit-line-none = { $number }. { $organisation } — not filled in yet
audit-kept = Thank you! The self-audit is complete: { $total } of { $most }.
audit-refusal-not-yet = The self-audit is not open yet. I will write when it is time.

audit-paper-waiting = Making the document…
audit-paper-caption = Self-audit. Organisations: { $count }
audit-paper-title = Self-audit of mentoring, school year { $year }
audit-paper-none = Nobody has filled the self-audit in yet.
audit-paper-day = Filled in on { $day }
audit-paper-criterion = Criterion
audit-paper-rating = Rating
audit-paper-rated = { $value ->
    [0] 0: not yet
    [1] 1: in part
   *[2] 2: fully
}
audit-paper-total = Sum: { $total } of { $most }
audit-paper-achieved = What we are proud of:
audit-paper-improve = What we will improve:
