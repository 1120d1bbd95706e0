# Handing over to another mentor, requests to leave and what is decided about them.

## Handing over
hand-over-proposed = People are still answering: take the proposal back and propose another pair.
hand-over-not-mentor = This person is no mentor here any more. Open the card again: /pairs
hand-over-same = This person is in this pair or group already. Choose another mentor.
hand-over-thanks =
    The mentorship “{ $form }” (with { $with }) is handed over to another mentor. Planned meetings are cancelled.
    Thank you for this work!
    .child =
    The mentorship “{ $form }” (with { $with }) is handed over to another mentor. Planned meetings are cancelled.
    Thank you for this work!
hand-over-told = The mentor changes: “{ $form }” (with { $with }) goes on with somebody new. Answer the proposal below.
    .child = The mentor changes: “{ $form }” (with { $with }) goes on with somebody new. Answer the proposal below.
hand-over-guardian = { $pupil }: the mentor changes, “{ $form }” goes on. Planned meetings are cancelled, we will write about new ones.
hand-over-done =
    Handed over: { $mentors } → { $mentees }.
    The new mentor and the mentees have a proposal, the former mentor has been told. When all agree, enter the order.
hand-over-done-missed =
    Handed over: { $mentors } → { $mentees }.
    The proposal did not reach: { $missed }. Ask them to open the bot and press /pairs.

## Requests
pairs-asks-statement =
    { $name } asks to be released as a mentor: { $mentors } → { $mentees }.
    Reason: { $reason }. Talk to them and decide.
pairs-asks-petition =
    { $name } asks to end it early: { $mentors } → { $mentees }.
    Reason: { $reason }. Talk to them and decide.
pairs-asks-done = The curator has your request and will get in touch. Until the decision everything goes on as it was.
    .child = The curator has your request and will talk to you. Until the decision everything goes on as it was.
pairs-asks-already = The curator has had your request since { $when }. Until the decision everything goes on as it was.
    .child = The curator has had your request since { $when }. Until the decision everything goes on as it was.
pairs-stopped =
    { $name } has stopped their child’s mentorship: { $mentors } → { $mentees }. Reason: { $reason }.
    Meetings are cancelled. If there was an order, enter the order of release on the card.
pairs-stop-done = It is stopped, planned meetings are cancelled. The curator knows. Thank you for telling us.
pairs-stop-group = { $name } is no longer in the group, the others go on. The curator and the mentor know. Thank you for telling us.
pairs-stop-which = For whom shall we stop it? Choose the child.
pairs-stop-again = This child takes part here no more, or was not chosen. Open the card again and choose the child.
pairs-left-group = { $name } takes part no more: the family decided so. The others go on: { $mentees }.
pairs-left-you = You are no longer in the group: your parents decided so. If you have questions, talk to them or to the curator.
pairs-left-curator =
    ⏸ { $who }: a child is no longer in the group — { $name }. Reason: { $reason }.
    The group goes on: { $mentors } → { $mentees }.
pairs-request-accept = End it
pairs-request-keep = We go on
pairs-kept = The curator has looked at your request: { $mentors } → { $mentees } goes on. If you have questions, write to the curator.
    .child = The curator has looked at your request: { $mentors } → { $mentees } goes on. If you have questions, write to the curator.
pairs-kept-done = Noted: { $mentors } → { $mentees } goes on. Whoever asked has the answer.
pairs-kept-already = This request has been answered already: { $who }, { $when }. See the card: /pairs
