# Reports that the document asks for: what is owed, what was sent, who accepted it; asking for one, reminders.

home-reports-open = Reports
owed-where = Whose reports shall be opened?
owed-head = <b>Reports{ $organisation ->
    [none] {" of the municipality"}
   *[other] : { $organisation }
}</b>
    { $count ->
        [0] The programme’s document asks for no reports from here.
       *[other] What is to be sent, and when. Press a number to open one.
    }
owed-line = { $number }. { $report } — by { $day }: { owed-standing }
owed-standing = { $standing ->
    [returned] ↩️ returned to be worked over
    [late] ❗️ not sent, overdue
    [due] ⏰ today is the last day
    [soon] ⏳ due soon
    [ahead] not sent yet
    [sent] sent
    [fulfilled] ✅ the indicators were sent
    [accepted] ✅ accepted
   *[past] was due before you came to the bot
}
owed-card = <b>{ $report }</b>
    { $organisation ->
        [none] {""}
       *[other] { $organisation }.{" "}
    }Due by { $day }. { $goes ->
        [coordinator] The coordinator accepts it.
        [head] The head of the organisation accepts it.
       *[nobody] Nobody has to accept it here: sending is all.
    }
    In the document: { $place }
owed-card-state = Now: { owed-standing }.
owed-card-sent = { $state ->
    [asked] Asked for { $day }
   *[other] Sent { $day }
}{ $name ->
    [none] { "" }
   *[other] {", "}{ $name }
}.
owed-card-note =
    Note:
    <blockquote expandable>{ $note }</blockquote>
owed-card-answer =
    To be worked over:
    <blockquote expandable>{ $answer }</blockquote>
owed-open = Open
owed-back = To the reports
owed-link = Open the link
owed-file = Get the file
owed-file-caption = { $report }, by { $day }
owed-send = Send the report
owed-send-again = Send it again
owed-accept = Accept
owed-return = Return
owed-sent = The report is noted: { $report }, by { $day }. { $goes ->
    [coordinator] The coordinator will see and accept it.
    [head] The head will look at it and accept it.
   *[nobody] Nothing else is to be done.
}
owed-returned = Returned: { $report }, { $organisation }.
owed-stale = Something has been done about this report already. Now: { owed-standing }. Open it anew.
owed-told-sent = { $organisation }: “{ $report }” (due { $day }) was sent to you. Look at it and accept it.
owed-told-decided = “{ $report }” (due { $day }): { $state ->
    [accepted] the report is accepted ✅
   *[returned] the report is returned. To be worked over: { $words }
}


# For the coordinator
owed-rounds = <b>Reports of organisations</b>
    { $count ->
        [0] The document waits for no reports of organisations now.
       *[other] How many have sent them. A number shows who has not.
    }
owed-round = { $number }. { $report } — by { $day }: <b>{ $have } of { $total }</b>{ $waiting ->
    [0] { "" }
   *[other] {", to look at: "}{ $waiting }
}
owed-ask = Ask for a report
owed-municipality = Of the municipality
owed-to-rounds = Who has sent
owed-who = <b>{ $report }</b> — by { $day }
    { $count ->
        [0] Everybody has sent it: { $total }.
       *[other] Not sent: { $count } of { $total }. A number opens the report.
    }
owed-who-line = { $number }. { $organisation } — { owed-standing }
owed-remind = Remind them
owed-who-back = To the list
owed-reminded = { $count ->
    [0] No new reminders were sent.
    [one] { $count } organisation was reminded.
   *[other] { $count } organisations were reminded.
}{ $already ->
    [0] { "" }
   *[other] {" "}Reminded today already: { $already }.
}{ $names ->
    [none] { "" }
   *[other] {" "}Nobody to write to, call them: { $names }{ $rest ->
        [0] { "" }
       *[other] {" and "}{ $rest } more
    }.
}
owed-told-remind = { $organisation }: the coordinator reminds you of the report “{ $report }”, due { $day }. Now: { owed-standing }.
owed-told-asked = { $organisation }: the coordinator asks for the report “{ $report }” by { $day }.{ $words ->
    [none] { "" }
   *[other] {" "}{ $words }
}
owed-asked = “{ $report }” was asked for by { $day }.{ $count ->
    [0] { "" }
    [one] {" "}{ $count } organisation owes it.
   *[other] {" "}{ $count } organisations owe it.
}
owed-asked-already = This report is due by { $day } already. Choose another day.
