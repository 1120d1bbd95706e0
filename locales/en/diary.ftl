# The mentor's diary: pages in the chat, and the document.

diary-title = <b>The mentor’s diary</b>
diary-hours = { $hours } h { $minutes } min
diary-total = In all: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}, { $time }
diary-month = { $month }: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}, { $time }
diary-empty = There is nothing yet: an entry appears when a meeting is logged.
diary-held = ✅ <b>{ $when }</b> — { $kind }, { $minutes } min
diary-not-held = ✖️ <b>{ $when }</b> — { $kind }, not held
diary-topics = Topics: { $topics }
diary-outcome = Outcome: { $outcome }
diary-there = There: { $here } of { $total }, { $people }
diary-away = Absent: { $people }
diary-next = Next meeting: { $when }
diary-button-docx = Document
diary-button-xlsx = Table
diary-button-pair = To the pair
diary-waiting = Preparing the diary…
diary-caption = The mentor’s diary

## In the document

diary-file-title = The mentor’s diary
diary-file-mentors = Mentor: { $people }
diary-file-mentees = Mentee: { $people }
diary-file-days = Mentorship: from { $starts } to { $ends }
diary-file-not-held = not held
diary-file-there = { $here } of { $total }: { $people }
diary-file-away = absent: { $people }
diary-file-hours = Hours by month
diary-file-total = In all
diary-file-signed = Mentor: ____________________        Curator: ____________________        Date: ____________
diary-sheet-meetings = Meetings
diary-sheet-hours = Hours
diary-column-when = Date and time
diary-column-kind = Meeting
diary-column-minutes = Minutes
diary-column-topics = Topics
diary-column-outcome = Outcome
diary-column-there = Who was there
diary-column-next = Next
diary-column-month = Month
diary-column-meetings = Meetings
diary-column-time = Time
