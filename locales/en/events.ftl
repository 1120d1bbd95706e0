# Events: seminars, courses, contests, closing events.

home-events-list = Events
municipality-door-events = Events
events-head = <b>Events</b>
events-none = There are no events yet.
events-line = { $number }. { $title } — { $when }{ $state ->
    [draft] , draft
    [cancelled] , cancelled
    [held] , held
    [announced] , results announced
   *[open] {""}
}
events-new = New event
events-back = To the events
events-where = An event of which organisation?
event-card = <b>{ $title }</b>
    { $kind }{ $organisation ->
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
event-kind = { $kind ->
    [seminar] Seminar
    [course] Course
    [contest] Contest
    [conference] Conference
    [closing] Closing event
    [festival] Festival
    [forum] Forum
    [round-table] Round table
    [webinar] Webinar
    [master-class] Master class
   *[other] Event
}
event-until = { $over ->
    [True] The sign-up ended on { $day }.
   *[False] Sign-up until { $day }, that day included.
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
event-opening = The invitations are on their way: so many take a few minutes
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
event-told-invited = { $ward ->
    [none] Invitation
   *[other] Invitation for your child
}: “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. { $ward ->
    [none] Open it to sign up.
   *[other] Open it to sign the child up.
}
event-told-cancelled = Cancelled: “{ $title }”, { $when }.{ $ward ->
    [none] {""}
   *[other] {" "}Your child was signed up: { $ward }.
}
event-told-seat = A seat fell free: “{ $title }”, { $when }. { $ward ->
    [none] You are signed up. If you will not come, sign off.
   *[other] There is a seat now for { $ward }. If that does not work out, sign off.
}
event-told-moved = Moved: “{ $title }” is now { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. { $ward ->
    [none] You are still signed up. If the time does not suit you, sign off.
   *[other] { $ward } is still signed up. If the time does not suit, sign off.
}
event-told-place = New place: “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $ward ->
    [none] {""}
   *[other] {" "}Your child is signed up: { $ward }.
}
event-told-renamed = New title: “{ $title }” (it was “{ $old }”), { $when }.{ $ward ->
    [none] {""}
   *[other] {" "}Your child is signed up: { $ward }.
}
event-told-about = “{ $title }”, { $when }. New description: { $about }{ $ward ->
    [none] {""}
   *[other] {" "}(your child is signed up: { $ward })
}
event-told-signed = { $ward ->
    [none] You were signed up
   *[other] { $ward } was signed up
} for “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $state ->
    [waiting] {" "}All seats are taken: this is the waiting list, I will write if one falls free.
   *[signed] {" "}There is a seat.
}
event-told-off = { $ward ->
    [none] You were signed off
   *[other] { $ward } was signed off
}: “{ $title }”, { $when }.
event-told-result = 🎉 Results: “{ $title }”. { $ward ->
    [none] Yours: { $result }. Congratulations!
   *[other] { $ward }: { $result }. Congratulations!
}
event-told-announced = The results are announced: “{ $title }”. { $ward ->
    [none] Thank you for taking part!
   *[other] Thank you for taking part: { $ward }.
}
event-remind = Tomorrow: “{ $title }”, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $ward ->
    [none] {""}
   *[other] {" "}Your child is signed up: { $ward }.
}
event-ics = To my calendar
event-calendar = Open the file: the event will stand in your phone’s calendar.
event-calendar-about = Sign up or off in Telegram with the bot: { $bot }
event-others = { $whom ->
    [wards] Sign up your child
   *[people] Sign up others
}
event-others-head = <b>{ $title }</b>. Whom? Press a number: I will sign them up, or off.
event-other = { $number }. { $name }{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}{ $state ->
    [signed] {" "}— signed up
    [waiting] {" "}— on the waiting list
   *[off] {""}
}
event-edit = Change…
event-editing = <b>{ $title }</b>, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. What shall be changed?{ $state ->
    [open] {" "}Those who signed up will hear of a new time, place, title or description.
   *[draft] {""}
}
event-move = Day, time, place
event-field-called = Title
event-field-contents = Description
event-field-whom = Who is invited
event-field-room = Seats
event-field-deadline = End of sign-up
event-saved = Saved: “{ $title }”.{ $state ->
    [open] {" "}Whoever it concerns will hear of it by day.
   *[draft] {""}
}
event-results = Results
event-results-head = <b>Results: { $title }</b>{ $announced ->
    [True] {""}
   *[False] {" "}(not announced yet)
}{ $writes ->
    [True] . Press the number of whose place or nomination you want to write down.
   *[False] {""}
}
event-results-none = Nobody is marked as having come yet.
event-results-line = { $number }. { $name ->
    [none] The name is not published
   *[other] { $name }
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}: { $result }
event-result = { $place ->
    [0] { $nomination ->
        [none] took part
       *[other] nomination “{ $nomination }”
    }
   *[other] place { $place }{ $nomination ->
        [none] {""}
       *[other] , nomination “{ $nomination }”
    }
}
event-judged = Written down. { $name }: { $result }.
event-announce = Announce the results
event-announced = Announced: everybody hears their own
event-merits-pdf = Diplomas PDF: { $count }
event-merits-caption = Diplomas: “{ $title }”, pages: { $count }
event-learnt = Count as training
event-learnt-head = <b>{ $title }</b>. Mentors who came: { $count }
event-learnt-ask = Which step of the school of mentors was it? It is written down for those who lack it.
event-learnt-all = They have all the steps of the school of mentors already.
event-counted = The step is written down, mentors: { $count }
event-refusal-closed = There is no sign-up for this event now. Open its card to see how it stands.
event-refusal-late = The sign-up is over.
event-refusal-changed = Something was done with this event meanwhile. Open it again.
event-refusal-over = That time is over. Choose a day and an hour ahead.
event-refusal-begun = The event has begun, this cannot be changed any more.
event-refusal-until = The sign-up cannot end after the event. Choose another day.
event-refusal-judged = A result of theirs is written down. Take it away in “Results” first.
event-refusal-no-results = There is nothing to announce yet: write down at least one place or nomination.
event-refusal-counted = Everybody who came has this step already.
event-refusal-not-begun = Who came is recorded once it has begun.
event-walkin = Who else came
event-walkin-found = { $count ->
    [0] Nobody of those invited was found for “{ $part }”.
   *[other] For “{ $part }”: press the number of who came.
}
event-walkin-line = { $number }. { $name }
event-walkin-again = Search again
event-file = As a table
event-file-waiting = Making the table…
event-file-caption = People of “{ $title }”, on the list: { $count }
event-file-seated = Signed up
event-file-queue = Waiting
event-file-name = Name
event-file-organisation = Organisation
event-file-came = Came
event-file-place = Place
event-file-nomination = Nomination
