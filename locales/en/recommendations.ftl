# Recommendations of the municipality to organisations.

home-recommendations-own = Recommendations

recommendation-head = <b>Recommendations</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
recommendation-counts = Waiting for an answer: { $waiting }{ $overdue ->
    [0] {""}
   *[other] , overdue: { $overdue }
}. Waiting for the coordinator: { $answered }.
recommendation-line = { $number }. { $organisation ->
    [none] {""}
   *[other] { $organisation }:{" "}
}{ $title } — { recommendation-mark }
recommendation-mark = { $state ->
    [sent] waits for an answer{ recommendation-until }
    [returned] returned{ recommendation-until }
    [overdue] overdue, an answer was needed by { $due }
    [answered] answered, waits for a decision
    [closed] closed
   *[withdrawn] withdrawn
}
recommendation-until = { $due ->
    [none] {""}
   *[other] {" "}by { $due }
}
recommendation-none = { $only ->
    [open] There are no open recommendations.
    [answered] No answers wait for a decision.
    [overdue] None is overdue.
   *[all] There have been no recommendations yet.
}
recommendation-only-open = Open
recommendation-only-answered = Answered
recommendation-only-overdue = Overdue
recommendation-only-all = All
recommendation-new = Write one
recommendation-paper = As a document
recommendation-list = To recommendations
recommendation-to-card = To the recommendation
recommendation-open = Open
recommendation-where = Recommendations of which organisation?

recommendation-card =
    <b>{ $title }</b>
    { $organisation }, { $day }
recommendation-indicator = Indicator: { $indicator }
recommendation-state = Now: { recommendation-mark }
recommendation-read = Read there: { $day }
recommendation-answer-line = <b>Answer</b> ({ $name ->
    [none] {""}
   *[other] { $name },{" "}
}{ $day }){ $answer ->
    [none] : a file was sent
   *[other] : { $answer }
}
recommendation-comment =
    <b>The coordinator's comment</b>:
    <blockquote expandable>{ $comment }</blockquote>
recommendation-answer = Answer
recommendation-close = Close
recommendation-return = Return
recommendation-withdraw = Withdraw
recommendation-file = File of the answer
recommendation-file-caption = The file of the answer

recommendation-sent = Sent: { $count } { $count ->
    [one] recommendation
   *[other] recommendations
}.{ $unheard ->
    [none] {""}
   *[other] {" "}Nobody to get it in the bot, tell them in person: { $unheard }.
}
recommendation-answered = The answer was sent to the coordinator: “{ $title }”. Thank you!
recommendation-closed = Closed: “{ $title }”. The organisation will hear of it.
recommendation-returned = Returned: “{ $title }”. The organisation will see your comment.
recommendation-withdrawn = The recommendation is withdrawn

recommendation-told-new = A new recommendation of the municipality ({ $organisation }): “{ $title }”.{ $due ->
    [none] {" "}Open it and answer when it is done.
   *[other] {" "}An answer is needed by { $due }.
}
recommendation-told-answered = { $organisation }: there is an answer to the recommendation “{ $title }”. Close it, or return it with a comment.
recommendation-told-closed = The recommendation is closed: “{ $title }”.{ $comment ->
    [none] {" "}Thank you!
   *[other] {" "}{ $comment }
}
recommendation-told-returned = The answer to the recommendation “{ $title }” was returned: { $comment } Please answer again.
recommendation-told-withdrawn = The recommendation is withdrawn, no answer is needed: “{ $title }”.
recommendation-overtaken = { $state ->
    [answered] This recommendation has been answered
    [closed] This recommendation is closed
    [returned] The answer has been returned
    [withdrawn] This recommendation is withdrawn
   *[sent] This recommendation is not answered yet
}{ $who ->
    [none] {""}
   *[other] {" "}({ $who })
}. Nothing more is needed.
recommendation-refusal-answered = This recommendation has been answered or withdrawn. Its card shows what has become of it.
recommendation-refusal-decided = Meanwhile somebody else has decided. Its card shows what has become of it.

# The document
recommendation-paper-waiting = Making the recommendations a document…
recommendation-paper-caption = Recommendations from { $first } to { $last }: { $count }
recommendation-paper-title = Addressed recommendations
recommendation-paper-span = From { $first } to { $last }
recommendation-paper-none = There were no recommendations in this time.
recommendation-paper-organisation = Organisation
recommendation-paper-words = Recommendation
recommendation-paper-due = Answer by
recommendation-paper-result = Answer and decision
recommendation-paper-indicator = Indicator: { $name }
recommendation-paper-written = Written { $day }
recommendation-paper-answered = Answer { $day }: { $answer }
recommendation-paper-file = a file was sent
recommendation-paper-comment = Comment: { $comment }
recommendation-paper-state = { $state ->
    [sent] Waits for an answer.
    [returned] Returned.
    [overdue] Overdue.
    [answered] Answered, waits for a decision.
    [closed] Closed.
   *[withdrawn] Withdrawn.
}
