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
meetings-line-elsewhere = 🕰 For others: { $time }, { $there }
meetings-line-elsewhere-day = 🕰 For others: { $day }, { $time }, { $there }
meetings-line-place = 📍 { $place }
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
meetings-comment = “{ $comment }”

## Buttons

meetings-button-open = Details
meetings-button-fine = Fine
meetings-button-propose = Another time
meetings-button-accept = Accept
meetings-button-keep = Keep it as it is
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
meetings-overlap = ⚠️ One of the participants has another meeting at this time. If this is a mistake, move one of them.
meetings-told-planned = { $who } invites you to a meeting. Open the file to put it into your calendar.
meetings-told-moved = { $who } moves the meeting. It was: { $before }. The new time is below; the new file mends it in your calendar.
meetings-told-cancelled = { $who } cancels the meeting. Reason: { $reason }. The file removes it from your calendar.
meetings-told-called-off = The meeting is cancelled: the mentorship is over. The file removes it from your calendar.
meetings-told-fine = { $who }: the time of the meeting is fine — { $when }.
meetings-told-proposed = { $who } asks to move the meeting ({ $kind }). Now: { $now }. Proposed: { $when }.
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
meetings-logged-not-held = The meeting was not held. You may plan another one right away.
meetings-logged-moved = The meeting is moved: { $when }. We have told the participants.

## Feedback

meetings-feedback-about = { $kind }, { $when }. { $people }
meetings-feedback-again = One answer is still missing: about the meeting of { $when } ({ $kind }). { $people }
meetings-feedback-thanks = Thank you! Your mark is saved. The others in the meeting will not see it.
meetings-comment-thanks = Thank you! Your comment is saved.

## Why not

meetings-refusal-changed = Somebody else has just changed this meeting. Open it again: /meetings
meetings-refusal-logged = This meeting has been logged already. All meetings are in /meetings
meetings-refusal-nothing-to-log = There is nothing to log yet: meetings are logged by the mentor, once the pair is at work.
meetings-refusal-no-mentorship = Meetings can be planned once the pair is fixed by an order. If it should be at work already, write to the curator.
meetings-refusal-commented = There is a comment to this mark already.
