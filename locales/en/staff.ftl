# Coordinators, curators, heads, psychologists; organisations; invitations and links.

staff-role-coordinator = municipal coordinator
staff-role-curator = curator
staff-role-head = head
staff-role-psychologist = psychologist
staff-role-mentor = mentor
staff-role-mentee = mentee
staff-role-guardian = guardian
staff-role-referrer = referrer

staff-welcome =
    <b>Hello!</b>
    You are invited to a mentoring programme.
    Your role: { $role }. Where: { $place }.

    Registering takes a minute: consent, name, post.
staff-already = You have this role already: { $role }, { $place }. All you need is in the menu.
staff-one-more =
    You are invited to one more role: { $role }.
    Where: { $place }.

    You are registered, so there is nothing to enter again.
staff-accept = Accept
staff-no-consent = Without consent to the processing of your data you can’t be registered, and nothing about you is kept. If you change your mind, open the same link again.
staff-came = ✅ { $name } is with you now. Role: { $role }. Where: { $place }.
staff-joined-coordinator =
    <b>Done!</b> You are the municipal coordinator.
    Next: create an organisation and invite its curator. Both are in the menu, under “Organisations”.
staff-joined-curator =
    <b>Done!</b> You are the curator: { $place }.
    Next: take “Link and poster” from the menu and send the link to mentors, mentees and parents.
staff-joined-head =
    <b>Done!</b> You are the head: { $place }.
    Your organisation’s pairs and summary are in the menu.
staff-joined-psychologist =
    <b>Done!</b> You are the psychologist: { $place }.
    Your organisation’s people, pairs and summary are in the menu.

# Organisations
organisations-title = <b>Organisations</b>: { $count }
organisations-none = There are no organisations yet. Create the first one: its name and kind are needed.
organisations-new = New organisation
organisations-back = ‹ Organisations
organisations-exists = There is “{ $name }” already. Change the name or cancel the form.
organisations-created = <b>{ $name }</b> is created. Next, invite its curator.
organisations-card =
    <b>{ $name }</b>
    { $kind ->
        [school] School
        [preschool] Preschool
        [supplementary] Supplementary education
        [college] College
       *[enterprise] Enterprise
    }, time zone: { $hours }
organisations-curators = Curators: { $names }
organisations-no-curator = There is no curator yet: invite one.

# Invitations of staff
invite-choose-title = <b>Whom shall we invite?</b>
    { $place }
invite-curator-whom = Need a second curator? The municipal coordinator invites one. If there is no coordinator, turn to whoever runs the bot.
invite-choose-place = To which organisation?
invite-nobody = There is nowhere to invite to yet: create an organisation first.
invite-curator = Invite a curator
invite-head = Invite the head
invite-psychologist = Invite a psychologist
invite-made =
    <b>The personal link is ready.</b> Forward the next message to the one you invite. Role: { $role }.

    The link is valid till { $until } and works once.
invite-forward =
    Hello! I invite you to the mentoring programme. Your role: { $role }. Where: { $place }.
    Open the link and press “Start”:
    { $link }
invite-copy = Copy the link

# The organisation's link and poster
links-choose = Which organisation’s link do you need?
links-title =
    <b>Your organisation’s link</b>
    { $place }

    Send it to the chats of classes and teachers. Mentors, mentees and parents register by it, and you decide whom to admit.

    { $link }

    Valid till { $until }.
links-copy = Copy the link
links-text = Texts for chats
links-poster = Poster with QR code
links-renew = Revoke, make a new one
links-renew-sure = <b>Revoke the link?</b>
    The present link and printed posters will stop working. Those who have registered are not affected.
links-renew-yes = Yes, make a new one
links-renew-no = Leave it as it is
links-renewed = The old link is revoked, here is the new one.
links-invite = Invite staff
links-forward =
    Hello! There is a mentoring programme at “{ $place }”.

    If you need a mentor or are ready to become one, open the link and press “Start”: registering takes a few minutes. Parents, you can register by the same link.

    { $link }
links-back = ‹ Back
links-renewed-already = This link was replaced already. Open “Link and poster” again: /menu
