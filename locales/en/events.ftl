# Events: seminars, courses, contests, closing events.

home-events-list = Events
municipality-door-events = Events
events-head = <b>Events</b>
events-none = There are no events yet.
events-line = { $number }. { $title } — { $when }{ $state ->
    [draft] , draft
    [cancelled] , cancelled
    [held] , held
   *[open] {""}
}
events-new = New event
events-back = To the events
events-where = An event of which organisation?
event-card = <b>{ $title }</b>
    { $kind ->
    [seminar] Seminar
    [course] Course
    [contest] Contest
    [conference] Conference
    [closing] Closing event
   *[other] Event
}{ $organisation ->
    [none] , municipality
   *[other] , { $organisation }
}
    { $when }{ $place ->
    [none] {""}
   *[other] . { $place }
}{ $state ->
    [draft] {" "}(draft: nobody was invited yet)
    [cancelled] {" "}(cancelled)
   *[other] {""}
}
event-seats = Signed up: { $taken }{ $seats ->
    [0] {""}
   *[other] {" "}of { $seats }
}{ $waiting ->
    [0] {""}
   *[other] , waiting for a seat: { $waiting }
}{ $came ->
    [0] {""}
   *[other] . Came: { $came }
}.
event-mine = { $state ->
    [waiting] You are on the waiting list. I will write if a seat falls free.
   *[signed] You are signed up.
}
event-sign = Sign up
event-off = Sign off
event-invite = Open the sign-up
event-people = People
event-cancel = Cancel the event
event-open = Open
event-to-card = To the event
event-created = Saved: “{ $title }”. Open the sign-up on its card and I will send the invitations.
event-opened = { $missed ->
    [0] The invitations are sent
   *[other] The invitations are sent. Not reached in the bot: { $missed }
}
event-cancelled = Cancelled, those signed up will hear
event-people-head = <b>{ $title }</b>. On the list: { $total }{ $begun ->
    [True] . Press the number of who came.
   *[other] {""}
}
event-guest = { $number }. { $name ->
    [none] Participant
   *[other] { $name }
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}{ $state ->
    [came] {" "}— came
    [waiting] {" "}— waits for a seat
   *[other] {""}
}
event-told-invited = Invitation: “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Open it to sign up.
event-told-cancelled = Cancelled: “{ $title }”, { $when }.
event-told-seat = A seat fell free: “{ $title }”, { $when }. You are signed up. If you can’t come, sign off.
event-remind = Tomorrow: “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.
event-refusal-closed = There is no sign-up for this event now. Open its card to see how it stands.
event-refusal-late = The sign-up is over.
event-refusal-changed = Something was done with this event meanwhile. Open it again.
event-refusal-over = That time is over. Choose a day and an hour ahead.
event-refusal-not-begun = Who came is recorded once it has begun.
event-file = As a table
event-file-waiting = Making the table…
event-file-caption = People of “{ $title }”, on the list: { $count }
event-file-seated = Signed up
event-file-queue = Waiting
event-file-name = Name
event-file-organisation = Organisation
event-file-came = Came
