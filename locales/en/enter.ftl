# People without Telegram: entered by the curator or a guardian, answered for, joined with a phone later.

enter-add = Enter somebody
enter-where = In which organisation?
enter-known = { $name }: somebody like that is in the base already. Find the card under “People” and complete it.
enter-has-telegram = { $name } has Telegram by now and answers for themselves.
    .child = { $name } has Telegram by now and answers for themselves.
enter-done = { $name } is entered and the consents are kept. They take part from now on and can be paired.
enter-listed = { $name } is on the list. Until the consents are there, we keep only what you have entered. Once you have the papers, press “Consents on paper”, or hand over a personal link.
enter-consents = Consents on paper
enter-invite = Personal link
enter-more = Enter another
enter-answer-for = Takes part without Telegram, you may answer: { $name }
enter-agree-for = Agree for them
enter-refuse-for = Refuse for them
enter-proposed-for = { $pupil }: a pair is proposed. Mentor: { $mentors }, mentee: { $mentees }. { $form }, { $starts } — { $ends }.

    The child has no Telegram, so you may answer.
enter-agreed-for = { $name }: the agreement is kept, and that you gave it. { $form }: { $mentors } → { $mentees }.
enter-refused-for = { $name }: the refusal is kept. The curator and the other side hear of it.

# A child without Telegram
ward-declined = All right, no consent. We have written down nothing about the child.
ward-sent = { $name }: the application is sent, { $organisation }. We write to you as soon as the curator answers.
ward-sent-paper = { $name }: the application is sent, { $organisation }. From 14 the child has to consent too: let them sign both consents on paper and give them to the curator.
ward-approved = { $name }: the application is approved, { $organisation }. We write to you about the pair, meetings and questionnaires.

# A personal link
personal-made = <b>The personal link is ready.</b> { $name }.
    Forward the next message or show the link. It works once, until { $until }; the one before no longer works.
personal-forward =
    { $name }, the mentoring programme invites you: { $place }.
    Open the link and press “Start”:
    { $link }
personal-has-telegram = { $name } has Telegram connected already, no link is needed.
personal-welcome = <b>Hello!</b> The mentoring programme invites you: { $organisation }.
    Registration takes about three minutes.
    .child = <b>Hello!</b> The mentoring programme invites you: { $organisation }.
    Registration takes about three minutes.
personal-is-it-you = This link is for { $name }. Is it you?

    If you have come by it by chance, just close the chat.
personal-yes = Yes, it is me
personal-joined = Done, { $name }: everything is in your Telegram now. Open the menu.
    .child = Done, { $name }: everything is in your Telegram now. Open the menu.
personal-came = { $name } has connected Telegram by the personal link, { $organisation }.
personal-registered = { $name } has registered by the personal link and consented: { $organisation }. They take part from now on, there is nothing to decide.
personal-yours = This link has worked already: you are registered. Open the menu: /menu
    .child = This link has worked already: you are registered. Open the menu: /menu
personal-taken = Somebody has registered by this link from another phone. If it was not you, tell the curator.
    .child = Somebody has registered by this link from another phone. If it was not you, tell the curator.
personal-left = This link is no longer valid. Ask the curator for a new one.
    .child = This link is no longer valid. Ask the curator for a new one.
personal-two = You are registered already, so we make no second record. The curator will see both and merge them.
    .child = You are registered already, so we make no second record. The curator will see both and merge them.
personal-two-told = This seems to be one person: “{ $other }” has opened the personal link for “{ $name }”. Look at both records.
personal-merge = Compare the records
