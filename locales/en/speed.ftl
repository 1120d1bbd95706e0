# Speed meetings: the event, who comes, the plan of talks, who came.

## Buttons
speed-back = Back
speed-open-card = Open
speed-new = New speed meetings
speed-side-mentee = Mentees
speed-side-mentor = Mentors
speed-invite = Invite all
speed-my-plan = My plan
speed-came = Who came
speed-wishes = Wishes
speed-print = Plan to print
speed-call-off = Call it off
speed-call-off-yes = Yes, call it off

## List and a new one
speed-list-head = <b>Speed meetings</b>
speed-list-none =
    <b>Speed meetings</b>
    Mentors and mentees talk by turns for some minutes, then say with whom they would like to work. It helps to find pairs.
speed-list-line = { $number }. { $title }, { $when }: { $state ->
    [draft] being prepared
    [invited] all are invited
   *[held] held
}
speed-where = In which organisation will it be?
speed-created =
    { $title }, { $when }.
    Now choose who comes. Nobody gets anything until you invite them.
speed-too-early = This time is over. Choose another one.
speed-gone = These meetings were called off.
speed-invited-already = People were invited already, the list is closed. To change it, call the meetings off and make new ones.
speed-held-already = These meetings were held already.
speed-nobody = Choose at least one mentor and one mentee.
speed-not-yet = The meetings were not held yet. Look here after them.

## Card
speed-card-head =
    <b>{ $title }</b>
    🗓 { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
    One talk: { $minutes } min
speed-card-people = Mentors: { $mentors }, mentees: { $mentees }
speed-card-rounds = Rounds: { $rounds }, over at { $until }
speed-card-state = { $state ->
    [draft] Being prepared: nobody is invited yet.
    [invited] All are invited. Afterwards everybody is asked for their wishes.
   *[held] Held. Mark who did not come and look at the wishes.
}
speed-missed = Not reached: { $count }. Give them the plan on paper.
speed-people-head = <b>{ $side ->
    [mentor] Mentors
   *[mentee] Mentees
}</b>: { $chosen } of { $total } come
speed-people-line = { $chosen ->
    [yes] ✓
   *[no] –
} { $number }. { $name }
speed-came-head = <b>Who came: { $side ->
    [mentor] mentors
   *[mentee] mentees
}</b>. Press the number of who was not there
speed-came-line = { $came ->
    [yes] ✓
   *[no] ✗
} { $number }. { $name }
speed-call-off-sure = Call “{ $title }”, { $when }, off? Everybody invited gets a message.
speed-call-off-done = “{ $title }” is called off, those invited know of it.
speed-held-note = “{ $title }” is over. Mark who did not come; the wishes will be on its card.

## For those who take part
speed-invitation =
    <b>Speed meetings{ $named ->
        [no] { "" }
       *[yes] : { $title }
    }</b>
    🗓 { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
    { $minutes } min with each, until { $until }. Then we ask with whom you would like to work: only the curator sees the answer.
speed-called-off = The speed meetings{ $named ->
        [no] { "" }
       *[yes] { " " }“{ $title }”
    } ({ $when }) are called off. There is no need to come.
speed-guardian =
    { $pupil }: invited to the speed meetings{ $named ->
        [no] { "" }
       *[yes] { " " }“{ $title }”
    }, { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Children and mentors get to know each other and then say with whom they would like to work.
speed-guardian-off = { $pupil }: the speed meetings{ $named ->
        [no] { "" }
       *[yes] { " " }“{ $title }”
    } ({ $when }) are called off.
speed-plan-head = <b>{ $title }</b>, { $when }{ $place ->
    [none] { "" }
   *[other] , { $place }
}
speed-plan-line = { $number }. { $hour } — { $name ->
    [none] a break
   *[other] { $name }
}

## To print
speed-print-caption = The plan to print: { $title }
speed-print-round = Round { $number }, { $hour }
speed-print-when = { $place ->
    [none] { $day }
   *[other] { $day }, { $place }
}
speed-print-mentor = Mentor
speed-print-break = a break
speed-print-resting = Mentees with a break
