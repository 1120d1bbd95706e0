# Meetings: list, card, planning, another time, moving, cancelling, reminders, log and feedback.

## List

meetings-title = <b>Meetings</b>
meetings-title-pair = <b>Meetings of this pair</b>
meetings-none = No meetings ahead.
meetings-none-pair = There have been no meetings yet.
meetings-item = { $n }. { $when } — { $kind }, { $who }
meetings-item-waits = { $n }. ❗ { $when } — { $kind }, { $who }: to be logged
meetings-item-held = { $n }. ✅ { $when } — { $kind }
meetings-item-not_held = { $n }. ✖️ { $when } — { $kind }, not held
meetings-item-cancelled = { $n }. ✖️ { $when } — { $kind }, cancelled
meetings-choose = <b>Whom is the meeting with?</b>
meetings-to-log = <b>Which meeting shall we log?</b>

## A meeting in lines

meetings-line-kind = <b>{ $kind }</b>
meetings-line-when = 🗓 { $when }
meetings-line-elsewhere = 🕰 { $time } ({ $yours } for you) — { $where }
meetings-line-elsewhere-day = 🕰 { $day }, { $time } ({ $yours } for you) — { $where }
meetings-line-place = 📍 { $place }
meetings-line-online = 💻 Online, no link yet
meetings-line-link = 💻 Online: { $link }
meetings-line-lesson = 🏫 At a lesson: { $lesson }
meetings-line-lesson-unnamed = 🏫 At a lesson
meetings-line-people = 👥 { $people }

## Card

meetings-card = <b>Meeting</b>
meetings-state-planned = Planned. We will remind you a day and an hour before.
meetings-state-waits = The meeting’s time has come. Log it when it is over.
meetings-state-held = ✅ Held, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
meetings-state-not-held-mentee_ill = ✖️ Not held: the mentee was ill.
meetings-state-not-held-mentor_ill = ✖️ Not held: the mentor was ill.
meetings-state-not-held-timetable = ✖️ Not held: a timetable clash.
meetings-state-not-held-forgotten = ✖️ Not held: it was forgotten.
meetings-state-not-held-other = ✖️ Not held.
meetings-state-cancelled = ✖️ Cancelled.
meetings-state-cancelled-why = ✖️ Cancelled. Reason: { $reason }
meetings-proposal = Another time: { $when }, asked for by { $who }.
meetings-proposal-place = Another place: { $place }, asked for by { $who }.
meetings-comment = <blockquote expandable>{ $comment }</blockquote>
meetings-there = There: { $count } of { $total }, { $people }.
meetings-away-ill = Absent: { $name } (ill).
meetings-away-busy = Absent: { $name } (busy).
meetings-away-no_word = Absent: { $name } (without a word).
meetings-away-other = Absent: { $name }.

## Buttons

meetings-button-open = Details
meetings-button-fine = Fine
meetings-button-propose = Another time
meetings-button-propose-place = Another place
meetings-button-place = Place or link
meetings-button-more = More…
meetings-button-repeat = Repeat
meetings-button-series = Repeated meetings
meetings-button-calendar = Calendar file
meetings-button-move-all = Move from this one on
meetings-button-stop = Cancel from this one on
meetings-button-accept = Accept
meetings-button-keep = Keep it as it is
meetings-button-anyway = Accept all the same
meetings-button-plan = Plan a meeting
meetings-button-next = Plan the next one
meetings-button-log = Log a past meeting
meetings-button-log-this = Log the meeting
meetings-button-link = Open the link
meetings-button-move = Move
meetings-button-cancel = Cancel the meeting
meetings-button-other = Another meeting
meetings-button-comment = Add a comment
meetings-button-log-held = Yes
meetings-button-log-not_held = No
meetings-button-log-moved = It was moved

## Planning, another time, moving, cancelling

meetings-planned = ✅ The meeting is planned. We have told everybody concerned and will remind them a day and an hour before.
meetings-moved = ✅ The meeting is moved. We have told the participants.
meetings-cancelled = The meeting is cancelled. We have told the participants.
meetings-proposed = We have asked whether { $when } would do. Until there is an answer the meeting stays at its time: { $now }.
meetings-proposed-place = We have asked whether another place would do: { $place }. Until there is an answer, everything stays as it is.
meetings-relocated = ✅ The place of the meeting is changed. We have written to the participants.
meetings-overlap = ⚠️ There is another meeting at this time. If this is a mistake, move one of them. Whose: { $busy }
meetings-clash-busy = ⚠️ There is another meeting at this time. Whose: { $busy }
meetings-clash-taken = ⚠️ Another meeting is arranged there at this time. Where: { $place }
meetings-clash-anyway = Accept the proposal all the same?
meetings-told-planned = { $who } invites you to a meeting. Open the file to put it into your calendar.
meetings-told-moved = { $who } moves the meeting. It was: { $before }. The new time is below; the new file mends it in your calendar.
meetings-told-agreed = { $who } agrees and moves the meeting. It was: { $before }. The new time is below; the new file mends it in your calendar.
meetings-told-cancelled = { $who } cancels the meeting. Reason: { $reason }. The file removes it from your calendar.
meetings-told-called-off = The meeting is cancelled: the mentorship is over. The file removes it from your calendar.
meetings-told-called-off-all = The mentorship is over, so { $count ->
    [one] { $count } meeting is cancelled
   *[other] { $count } meetings are cancelled
}. The file takes them out of the calendar. The next of them:
meetings-told-relocated = { $who } changes the place of the meeting. The new place is below, the new file corrects it in the calendar.
meetings-told-link = { $who } sends the link of the meeting. The new file adds it to the calendar.
meetings-told-link-changed = The link has changed: { $who } sends a new one. The new file corrects it in the calendar.
meetings-told-fine = { $who }: the time of the meeting is fine — { $when }.
meetings-told-proposed = { $who } asks to move the meeting ({ $kind }). Now: { $now }. Proposed: { $when }.
meetings-told-proposed-place = { $who } asks to change the place of the meeting ({ $kind }, { $now }). Proposed: { $place }.
meetings-told-kept-place = { $who } asks to keep the place of the meeting as it is: { $when }.
meetings-told-kept = { $who } asks to keep the time as it is: { $when }.

## Reminders and log

meetings-remind-day = 🔔 A meeting is coming up.
meetings-remind-hour = 🔔 A meeting in an hour.
meetings-remind-log = Was the meeting held?
meetings-logged = ✅ Recorded.
meetings-logged-held = The meeting was held, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Each participant will be asked how it was.
meetings-logged-absent = Absent: { $people }.
meetings-logged-not-held = The meeting was not held. You may plan another one right away.
meetings-logged-moved = The meeting is moved: { $when }. We have told the participants.

## Repeated meetings

meetings-series = <b>Repeated meetings</b>
meetings-series-weekly = Every week, from this meeting on:
meetings-series-fortnightly = Every two weeks, from this meeting on:
meetings-series-item = 🗓 { $when }
meetings-series-more = And { $count } more, the last one { $last }
meetings-series-over = There is nothing ahead any more.
meetings-repeated = ✅ { $count ->
    [one] { $count } more meeting is planned
   *[other] { $count } more meetings are planned
} at the same time: from { $first } to { $last }. We have written to the participants and will remind them of each.
meetings-left-out = ⚠️ Days left out because somebody has another meeting then: { $count } ({ $days }).
meetings-series-same = The meetings are at that time already.
meetings-series-moved = ✅ Meetings moved: { $count }. The next one: { $when }. We have written to the participants.
meetings-series-kept = These stay where they were, being past the mentorship’s end otherwise: { $days }.
meetings-series-busy = ⚠️ On these days somebody has another meeting at the same time: { $days }.
meetings-series-cancelled = Meetings cancelled: { $count }. They are not repeated any more. We have written to the participants.
meetings-told-repeated = { $who } plans repeated meetings: { $count } more, the last one on { $last }. All of them are in the file. The first one:
meetings-told-series-moved = { $who } moves repeated meetings, { $count } of them. The new file corrects them in the calendar. The next one:
meetings-told-series-cancelled = { $who } cancels repeated meetings: { $count } of them, the last one would have been on { $last }. Reason: { $reason }. The file takes them out of the calendar. The next of those cancelled:

## Calendar and hours

meetings-calendar = The calendar file. Open it, and the meeting goes into the calendar or is corrected there.
meetings-calendar-lesson = Mentoring: a visit to a lesson
meetings-hours = As a mentor: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}, { $time }.

## Feedback

meetings-feedback-about = { $kind }, { $when }. { $people }
meetings-feedback-again = One answer is still missing: about the meeting of { $when } ({ $kind }). { $people }
meetings-feedback-thanks = Thank you! Your mark is saved. The others in the meeting will not see it.
meetings-comment-thanks = Thank you! Your comment is saved.

## Why not

meetings-refusal-changed = Somebody else has just changed this meeting. Open it again: /meetings
meetings-refusal-changed-to = Somebody else has just changed this meeting: now it is on { $when }. Open it again: /meetings
meetings-refusal-cancelled = This meeting has been cancelled already. All meetings are in /meetings
meetings-refusal-cancelled-by = This meeting has been cancelled already. By: { $who }. All meetings are in /meetings
meetings-refusal-logged-by = This meeting has been logged already. By: { $who }. All meetings are in /meetings
meetings-refusal-link = Such a link will not open. It must begin with https:// and have no spaces. Copy the whole of it.
meetings-refusal-link-long = The link is too long: it may have at most { $longest } characters. Try a short one.
meetings-refusal-place-long = Too long: a place has at most { $longest } characters. Make it shorter.
meetings-refusal-same-place = The meeting is there anyway. If you want another place, name it.
meetings-refusal-single = This mentorship has one meeting, and it is there. Move or cancel it in /meetings
meetings-refusal-repeats = This meeting is repeated already. Open it in /meetings
meetings-refusal-no-series = This meeting is not repeated. Move or cancel it in /meetings
meetings-refusal-no-repeats = Until that day ({ $until }) the meeting can’t be repeated. Choose a later day, or see how long the mentorship lasts.
meetings-refusal-all-busy = On all these days one of the participants has another meeting. Move the meeting to another time and repeat it from there.
meetings-refusal-nobody-there = If no mentor or no mentee was there, the meeting was not held. Go back to who was absent, or cancel and answer “No”.
meetings-refusal-logged = This meeting has been logged already. All meetings are in /meetings
meetings-refusal-nothing-to-log = There is nothing to log yet: meetings are logged by the mentor, once the pair is at work.
meetings-refusal-no-mentorship = Meetings can be planned once the pair is fixed by an order. If it should be at work already, write to the curator.
meetings-refusal-commented = There is a comment to this mark already.
