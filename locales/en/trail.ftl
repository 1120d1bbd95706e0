# The history of a pair or group: who did what, and when.
trail-head =
    <b>History</b>
    { $mentors } → { $mentees }
trail-none = Nothing is recorded yet.
trail-line = { $when } · { $event ->
    [proposed] proposed
    [agreed] agreement
    [declined] refusal
    [agreed_for] agreed for { $name }
    [declined_for] refused for { $name }
    [fixed] order No. { $number }
    [exit_asked] exit questionnaires sent
    [completed] completed
    [ended_early] ended early: { $reason ->
        [statement] the mentor’s statement
        [duties] duties not fulfilled
        [petition] the mentee’s petition
        [guardian] the guardian’s decision
        [handed_over] handed over to another mentor
        [left] left the organisation
       *[other] other
    }
    [end_order] order of release No. { $number }
    [handed_over] handed over to another mentor
    [took_over] goes on with a former mentorship
    [adult_added] { $name } is beside it now
    [adult_removed] { $name } is not beside it any more
    [statement] the mentor’s statement
    [petition] the mentee’s request
    [guardian] the guardian’s request
    [left_group] takes part no more at the guardian’s word: { $name }
    [left_data] consent withdrawn, no longer takes part: { $name }
    [request_declined] answer to the request: it goes on
   *[other] a change
}{ $words ->
    [none] {""}
   *[other] {" "}(“{ $words }”)
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}
