# Executors of the programme: who stands for them by name.

executors-door = Executors
executors-where = Whose executors shall be opened?
executors-head = <b>Executors of the programme</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
    Reminders of the roadmap go to those appointed; if nobody is, to everybody who has a fitting role.
executors-line = { $number }. { $executor } — { $names ->
    [none] by role
   *[other] <b>{ $names }</b>
}
executors-choice = <b>{ $executor }</b>
    { $count ->
        [0] There is nobody to appoint yet: invite your staff.
       *[other] Who is responsible? Tick one or several. If nobody is ticked, everybody with a fitting role is.
    }
executors-gone = This person can no longer be appointed. Choose from the list.
executors-back = To the executors
