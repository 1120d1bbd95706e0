# Worrying answers: for the psychologist and the curator.

home-alarms-list = Worrying answers
alarms-notice = There is an answer worth a look. The answer itself is in the list only: neither the mentor nor the head sees it.
alarms-look = Have a look
alarms-head = <b>Worrying answers</b>
    First those that nobody has looked at yet.
alarms-none = There are no worrying answers. If there is one worth a look, I will write.
alarms-line = { $number }. { $state ->
    [new] 🔸
   *[seen] ✓
} { $name }{ $class ->
    [none] { "" }
   *[other] , { $class }
} — { $day }{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}{ $state ->
    [new] { "" }
   *[seen] {" · "}{ $who }
}
alarms-card = <b>{ $name }</b>{ $class ->
    [none] { "" }
   *[other] , { $class }
}
alarms-card-asked = Questionnaire “{ $title }”, { $day }
alarms-card-answer = { $question }
    Answer: <b>{ $answer }</b>
alarms-card-do =
    <b>What to do</b>
    Talk to them alone within the next few days. The answer was given in confidence: do not pass it on to the mentor or to classmates.
alarms-card-done = ✓ { $day }: { $who }{ $note ->
    [none] { "" }
   *[other] {" — "}{ $note }
}
alarms-seen = Looked at
alarms-person = Card
alarms-back = Back
alarms-seen-done = Noted. { $name }: the answer is marked as looked at.
alarms-seen-already = Somebody has looked at this answer already: { $who }.
