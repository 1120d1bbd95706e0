# Why it can't be done and what to do: keys of mentoring.errors.Refusal.

refusal-invalid = That won’t do. Please check what was entered and try again.
refusal-forbidden = This is not open to you. If it should be, ask whoever invited you. Menu: /menu
refusal-not-found = This is no longer here. Open the menu: /menu
refusal-stale = Things have changed while you were looking. Open this again from the menu: /menu
refusal-too-late = The time for this is over. Menu: /menu

# Links
invitation-unknown = There is no such link: perhaps it was not copied whole, or was called off. Ask whoever sent it to send it again, and open it with a tap.
invitation-expired = This link has expired. Ask whoever sent it for a new one.
invitation-used = This link works once and was used already. If it was you, open /menu. If not, ask whoever sent it for a new one.
invitation-revoked = This link was revoked and no longer works. Ask your organisation’s curator for a new one.
invitation-too-many = Too many links that lead nowhere. Try again in an hour, and meanwhile ask the curator for a new one.

# Pairs and groups
refusal-parties-missing = At least one mentor and one mentee are needed. Choose both.
refusal-parties-same = The same person was chosen twice. Take one away.
refusal-form-unknown = This programme has no such form of mentoring. Choose another.
refusal-party-misfit = { $side ->
    [mentor] { $name } can’t be a mentor in this form. Choose another form or another mentor.
   *[mentee] { $name } can’t be a mentee in this form. Choose another form or another mentee.
}
refusal-party-young = { $name }: too early, the programme takes part from the age of { $age }. Choose somebody else or a later start.
refusal-dates-order = The end is before the start. Correct one of the dates.
refusal-dates-past = The last day is over already. Choose an end not before today.
refusal-dates-long = That is too long. Choose an earlier end: it can be begun anew then.
refusal-proposal-closed = This proposal is closed: everybody has answered, or it was taken back. Menu: /menu
refusal-mentorship-over = This pair or group has ended already. Menu: /menu
refusal-not-agreed = The order is entered once all have agreed, and only once. Open the pair again to see what has changed.
refusal-party-left = The order can't be entered yet: somebody no longer takes part in the programme ({ $names }). Take them in again under “People”, or take this pair back and propose another one.
refusal-not-active = This pair or group is not at work now: it has not begun yet or is over. Menu: /menu
refusal-not-ended-early = This pair or group was not ended early, so no order of release is needed.
refusal-entry-missing = Entry questionnaires not answered yet: { $count }. Wait for them or go on without them.
refusal-exit-missing = Exit questionnaires not answered yet: { $count }. Wait for them or complete without them.
refusal-exit-not-asked = The exit questionnaires were not sent yet. Send them or complete without them.
refusal-order-number = The order’s number must not be empty nor longer than { $length } characters.
refusal-order-future = The order’s date is too far ahead: not later than { $latest }, please.
refusal-reason-missing = Please give the reason, at least in a phrase.

# Meetings
refusal-meeting-begun = This meeting has begun: it can only be logged. Open “Meetings” in the menu: /menu
refusal-meeting-closed = This meeting is logged or cancelled already. Open “Meetings” in the menu: /menu
refusal-time-proposal-closed = This proposal of another time was answered already. Open “Meetings” in the menu: /menu
refusal-log-closed = This meeting was logged long ago and can no longer be changed. If something is wrong, write to the curator.
refusal-minutes = The length is from 1 to { $longest } minutes. Enter another number.
refusal-not-begun = This meeting has not begun yet. It can be logged after its start, and moved or cancelled now.
refusal-same-time = The meeting is at this time already. Choose another.
refusal-time-future = This time is still ahead. Past meetings are logged, future ones are planned: /meetings
refusal-time-past = This time is over. Choose one that is ahead.
refusal-before-start = Too early: the pair or group begins on { $starts }. Choose another day.
refusal-after-end = Too late: the last day of the pair or group is { $ends }. Choose another day.
catalogue-unknown = There is no such questionnaire any more. Open the list of questionnaires again.
