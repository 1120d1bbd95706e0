# Mentees without a mentor: list, support, the search goes on.

unmatched-back = Back
unmatched-match = Matching
unmatched-note = Support was given
unmatched-head = <b>Without a mentor</b>: { $total }. Who waits longest comes first
unmatched-none = Nobody is without a mentor.
unmatched-line = { $number }. { $name } — since { $since }{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}
unmatched-card = <b>{ $name }</b>{ $place ->
    [none] { "" }
   *[other] , { $place }
}
    Without a mentor since { $since }
unmatched-request = In their own words: { $request }
unmatched-support = { $day } support: { $who }{ $note ->
    [none] { "" }
   *[other] {" — "}{ $note }
}
unmatched-supported = Noted: { $name } gets support. The search for a mentor goes on, the curator knows.
unmatched-search-on = { $name }: the psychologist has given support, there is no mentor yet. Go on searching: begin a new matching.
unmatched-gone = This mentee has a mentor now, or takes part no more.
