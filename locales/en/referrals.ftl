# Requests of third parties: who needs a mentor.

referral-state = { $state ->
    [new] waits for a decision
    [taken] taken up
   *[declined] declined
}
referral-sent = Thank you! The curator will see the request ({ $name }) and write to you what is decided.
referral-more = Name another
referral-new = Name somebody
referral-list = To the requests
referral-open = Open
referral-told-curator = A new request: a mentor is needed. { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
}.
referral-told-taken = Your request is taken up: { $name }. Thank you!
referral-told-declined = Your request: { $name }. It is not possible now: “{ $answer }”. If something changes, name them again.
referral-decided = This request is decided already: { referral-state }. There is nothing more to do.
referral-head = <b>Requests</b>{ $total ->
    [0] : none so far.
   *[other] : { $total }. Those that wait for a decision come first.
}
referral-head-own = <b>Your requests</b>{ $total ->
    [0] : none so far.
   *[other] : { $total }
}
referral-line = { $number }. { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
} — { referral-state }
referral-card = <b>{ $name }</b>{ $class ->
    [none] {""}
   *[other] , { $class }
} — { referral-state }
referral-by = Asked by: { $name }, { $day }
referral-areas = Help needed: { $areas }
referral-reason =
    Why:
    <blockquote expandable>{ $reason }</blockquote>
referral-answer = Answer: { $answer }
referral-take = Take it up
referral-decline = Decline
referral-declined = { $name }: the request is declined, and the reason passed on.
referral-choose = Who is meant: { $name }? Choose somebody of the base. If they are not there, send a link or enter them.
referral-choose-new = { $name }: there is nobody like that in the base. Hand over a personal link or, without Telegram, enter them.
referral-send = Personal link
referral-enter = Enter without Telegram
