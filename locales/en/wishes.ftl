# Wishes after speed meetings.

wishes-answer = Answer
wishes-begin = Answer one by one
wishes-wish = { $wish ->
    [gladly] Gladly
    [could] Could
   *[rather-not] Rather not
}
wishes-asked =
    <b>{ $title }: with whom would you like to work?</b>
    Mark everybody you talked to. Only the curator sees your answers.
wishes-which = Which meetings do you want to tell about?
wishes-none = Wishes are marked after speed meetings. I will write when there were some.
wishes-nobody = Nobody here: there were no talks this time.
wishes-own-head = <b>{ $title }</b>
    { $said ->
        [all] Thank you, all is marked! To change an answer press its number.
       *[some] With whom would you like to work? Only the curator sees your answers.
    }
wishes-of-head = <b>{ $name }</b>: wishes{ $said ->
    [all] { "" }
   *[some] {" (not all)"}
}
    { $title }
wishes-line = { $number }. { $name } — { $wish ->
    [gladly] gladly
    [could] could
    [rather-not] rather not
   *[none] no answer
}
wishes-about = { $who ->
    [own] Would you like to work together?
   *[other] { $who }: would they like to work together?
}
    <b>{ $name }</b>
wishes-overview-head = <b>{ $title }: wishes</b>
wishes-overview-line = { $number }. { $name }: { $said } of { $met } answered
