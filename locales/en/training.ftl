# The school of mentors: steps, sessions, materials.

home-training-list = School of mentors
training-head = <b>School of mentors</b>
    Sessions, materials and what has been passed.
training-back = Back
training-mine = My steps
training-steps = My steps
training-to-steps = To the steps
training-new = New session
training-sessions = Sessions
training-materials = Materials
training-where = In which organisation?
training-course = <b>{ $name }</b> · School of mentors
    { $organisation }
training-line = { $number }. { $step }: { $result ->
    [passed] ✅ passed
    [failed] ❌ not passed
    [absent] missed
    [asked] ahead
   *[none] not yet
}{ $day ->
    [none] { "" }
   *[other] {", "}{ $day }
}{ $needed ->
    [yes] { "" }
   *[no] {" (optional)"}
}
training-note = Note on { $number }: { $note }
training-how = Press the number of a step to record date and result.
training-no-steps = Your programme sets no steps for the training of mentors.
training-ahead = 📅 { $when } — { $title }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}
training-no-mentor = { $name } is no mentor here at present. Steps are recorded for mentors who take part.
training-recorded = Recorded. { $name } — { $step }: { $result ->
    [passed] passed
   *[failed] not passed
}, { $day }.
training-told = School of mentors, { $organisation }. { $step }, { $day }: { $result ->
    [passed] passed. Thank you!
   *[failed] not passed yet. The curator will tell you what to do next.
}
training-missing = ⚠️ { $name }: what is needed has not been passed yet ({ $steps }). You can propose the pair, but this had better come first.

# Materials
training-shelf = <b>Materials for mentors</b>
    Press a number to open one.
training-shelf-empty = There are no materials yet.
training-shelf-line = { $number }. { $kind ->
    [link] 🔗
   *[file] 📄
} { $title }
training-add = Add a material
training-link = Open the link
training-file = Get the file
training-put-away = Take off the list
training-put-back = Put back on the list
training-material = To the material
training-material-card = <b>{ $title }</b>
    { $organisation }, added { $day }{ $state ->
    [archived] {". Off the list: mentors do not see it."}
   *[shown] { "" }
}
training-material-added = Added: “{ $title }”. Mentors will find it under “Materials”.
training-material-empty = A link or a file is needed: choose which it is and send it.
training-material-gone = The curator has taken this material off the list.
training-file-caption = { $title }

# Sessions
training-session = To the session
training-sessions-head = <b>Sessions</b>
training-sessions-none = There were no sessions yet. Plan the first one.
training-sessions-line = { $number }. { $when } — { $title }: { $state ->
    [draft] nobody asked yet
    [invited] people asked
   *[held] held
}
training-session-card = <b>{ $title }</b>
    { $step }
    📅 { $when }{ $place ->
    [none] { "" }
   *[other] {" · "}{ $place }
}
training-session-state = { $state ->
    [draft] Chosen: { $asked }. The invitations are not sent yet.
    [invited] Asked: { $asked }. I will remind them the day before.
   *[held] Recorded. Came: { $came } of { $asked }.
}
training-missed = Could not be written to: { $count }. Ask them in person.
training-whom = Whom to ask
training-invite = Send the invitations
training-came-list = Who came
training-call-off = Call it off
training-call-off-yes = Yes, call it off
training-call-off-sure = Call off the session “{ $title }”, { $when }? Everybody asked will hear of it.
training-call-off-done = The session “{ $title }” is called off.
training-created = The session “{ $title }” is planned for { $when }. Now choose whom to ask.
training-people-head = <b>Whom to ask?</b> Chosen: { $asked }
training-people-line = { $number }. { $asked ->
    [yes] ✓{" "}
   *[no] { "" }
}{ $name }{ $lacks ->
    [yes] {" — has not passed it"}
   *[no] { "" }
}
training-ask-lacking = All who lack it
training-came-head = <b>Who came?</b> “{ $title }”
    { $held ->
    [yes] Recorded. Press a number to correct it.
   *[no] Untick those who were not there and press “Record”.
}
training-came-line = { $number }. { $came ->
    [yes] ✓
   *[no] —
} { $name }
training-hold = Record
training-nobody = Nobody is chosen. Press “Whom to ask”.
training-too-early = That time is over. Choose one that lies ahead.
training-not-yet = The session has not begun. Who came can be recorded after its start.
training-gone = This session was called off.
training-invited-already = The invitations were sent already.
training-held-already = This session is recorded already, or was called off.
training-marked = Somebody else has just changed this mark. Check the list.
training-invitation = 🎓 You are asked to the school of mentors: “{ $title }” ({ $step }), { $when }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}. I will remind you the day before.
training-reminder = 🎓 The school of mentors is tomorrow: “{ $title }”, { $when }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}.
training-called-off = School of mentors: “{ $title }”, { $when } — you need not come, it is called off for you.
training-came = 🎓 Recorded: “{ $title }” — the step “{ $step }” is passed. Thank you!
training-who-came = 🎓 Is the session “{ $title }” over? Mark who came: the step is recorded for each.
