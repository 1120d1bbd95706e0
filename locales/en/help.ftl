# “Help needed”: questions between meetings.

home-help-begin = Help needed
home-help-list = Questions to me
help-ask-door = Help needed
help-requests = Calls for help
help-where = <b>With whom do you work on this question?</b>
    .child = <b>With whom do you work on this question?</b>
help-where-line = { $number }. { $names }
help-refusal-nowhere = You can ask once you are in an active pair. If you need help now, write to the curator.
    .child = You can ask once you are in an active pair. If you need help now, write to the curator.

help-asked-mentor = <b>Your mentor has the question.</b> The answer will come here. If there is none in two working days, the curator will join in.
help-asked-expert = <b>The experts have the question.</b> Whoever takes it first will answer. The answer will come here.
help-asked-curator = <b>The curator has the question:</b> nobody can answer it at once, the curator will find who can.
help-told-mentor =
    <b>Help needed</b>: { $who }
    { $question }
help-told-expert =
    <b>A question to an expert</b>: { $who }, { $area }
    { $question }

    Whoever takes it first will answer.
help-no-area = no area given
help-told-nobody =
    <b>Somebody asks for help, and nobody can answer yet</b>: { $who }
    { $question }

    Make a mentor an expert on their card, or write to the pair.
help-told-passed = Your mentor has asked an expert to help: the question has gone on, the answer will come here.
    .child = Your mentor has asked an expert to help: the question has gone on, the answer will come here.
help-told-taken = Another expert has taken the question “{ $question }” ({ $who }). Thank you for being ready to help!
help-told-answer =
    <b>An answer to</b> “{ $question }”
    { $who }: { $answer }

    Did it help?
help-told-helped = 💚 Your answer helped: “{ $question }”. Thank you!
help-told-not-helped = Your answer has not helped yet: “{ $question }”. Perhaps it is worth a meeting.
help-taken = It is yours
    .child = It is yours
help-answered = <b>Your answer is sent.</b> I shall tell you if it helped.
help-passed = <b>The experts have the question.</b> Whoever takes it first will answer.
help-released = <b>The question is free again.</b> The other experts know of it.
help-withdrawn = <b>The question is withdrawn.</b> Nobody will answer it any more.
help-nudged = Reminder sent
help-thanks-yes = <b>Good!</b> I have passed on your thanks.
help-thanks-no = <b>A pity.</b> You can ask again, in other words or somebody else. The curator sees it too.

help-do-answer = Answer
help-do-meet = Plan a meeting
help-do-pass = Put it to an expert
help-do-take = I shall answer
help-do-release = I cannot answer
help-do-withdraw = Not needed any more
help-do-nudge = Remind
help-yes = It helped
help-no = It did not
help-again = Ask again
help-own = My question
help-look = Have a look
help-all = All questions

help-head-curator = <b>Calls for help</b>: { $total }
    First what waits for an answer, then where the answer did not help.
help-head-own = <b>Questions</b>: { $total }
    Yours, and those that wait for your answer.
    .child = <b>Questions</b>: { $total }
    Yours, and those that wait for your answer.
help-none = There are no questions now.
help-request-line = { $number }. { $who }: { $question } — { $state }
help-card = <b>Question</b>: { $who }
    { $question }
help-card-area = About: { $area }
help-card-state = { $state } · asked { $asked }
help-card-taker = Answers: { $who }
help-card-answer = <b>Answer</b>, { $who }:
    { $answer }
help-state-open-mentor = waits for the mentor
help-state-open-expert = waits for an expert
help-state-taken-mentor = the mentor plans a meeting
help-state-taken-expert = an expert prepares the answer
help-state-answered = answered
help-state-helped = it helped
help-state-not-helped = it did not help
help-state-withdrawn = withdrawn

help-refusal-closed = This question has been answered already, or withdrawn. Open the list of questions: /menu
    .child = This question has been answered already, or withdrawn. Open the list of questions: /menu
help-refusal-taken = Somebody else has taken this question already ({ $who }). Thank you for being ready to help!
help-refusal-no-experts = The base has no expert yet to put the question to. Answer it yourself, or ask the curator to name an expert.
    .child = The base has no expert yet to put the question to. Answer it, or ask the curator to name an expert.
