# The roadmap: what is to be done where, and by which day.

roadmap-none = There is no roadmap here yet: the programme has none, or no organisation has been created.
roadmap-choose = <b>Roadmap</b>
    Whose shall I show?
roadmap-municipality = Municipality
roadmap-of-municipality = Municipality
roadmap-where-late = What is late where
roadmap-other = Other organisation
roadmap-back = To the roadmap
roadmap-card = Card

roadmap-head = 🗺 <b>Roadmap: { $place }</b>
roadmap-counts = { $count } in all: { $done } done, { $late } late, { $soon } due soon.
roadmap-heading = <b>{ $name }</b>
roadmap-undated = No day set
roadmap-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
roadmap-line = { $number }. { $standing ->
    [late] ❗ late, was due by { $day }
    [due] ⏰ today is the last day
    [soon] 🔔 by { $day }
    [ahead] by { $day }
    [done] ✅ done
    [not_needed] not needed
    [past] { $day }, before joining the bot
   *[undated] no day set
} — { $measure }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}
roadmap-nothing = Nothing here.
roadmap-nothing-next = Nothing presses now. The next day is { $day }: { $measure }
roadmap-only-now = Now
roadmap-only-late = Late
roadmap-only-all = All
roadmap-only-done = Done
roadmap-by-month = By month
roadmap-by-stage = By stage
roadmap-ways = Files and people
roadmap-ways-head = <b>Roadmap: { $place }</b>
    The picture is for the phone, the document to print or send.
roadmap-picture = Picture of the year
roadmap-document = Document with marks

# What is late where
roadmap-late-head = <b>What is late where</b>
    { $count ->
        [0] Nothing: every day was kept.
        [one] { $count } measure was not done in time.
       *[other] { $count } measures were not done in time.
    }
roadmap-late-row = { $number }. by { $day } — { $measure }: { $count } of { $all } { $all ->
    [one] organisation
   *[other] organisations
}
roadmap-late-place = { $number }. { $place }: { $count } { $count ->
    [one] measure
   *[other] measures
}
roadmap-late-by-places = By organisation
roadmap-late-by-rows = By measure
roadmap-late-back = To what is late
roadmap-where-head = <b>{ $measure }</b>
    Not done in time: { $count } of { $all } { $all ->
        [one] organisation
       *[other] organisations
    }. Press a number to open the organisation.

# The card
roadmap-card-head = <b>{ $measure }</b>
    { $place }
roadmap-card-standing = { $standing ->
    [late] ❗ Late: was due by { $day }
    [due] ⏰ Today is the last day
    [soon] 🔔 Due soon: by { $day }
    [ahead] Ahead: by { $day }
    [done] ✅ Done
    [not_needed] Not needed
    [past] Over before joining the bot: { $day }
   *[undated] No day set
}
roadmap-card-term = Term in the document: { $term }
roadmap-card-content = <b>Content</b>
roadmap-card-item = • { $text }
roadmap-card-answering = <b>Responsible</b>
roadmap-card-executor = • { $executor }{ $names ->
    [none] {""}
   *[other] {": "}{ $names }
}{ $count ->
    [0] {""}
   *[other] {" "}and { $count } more
}
roadmap-card-nobody = The document names nobody as responsible.
roadmap-card-document = <b>What comes of it:</b> { $document }
roadmap-card-place = In the document: { $where }{ $note ->
    [none] {""}
   *[other] . { $note }
}
roadmap-card-by = { $standing ->
    [done] ✅ Marked on { $day }
   *[not_needed] Marked as not needed on { $day }
}{ $who ->
    [none] {""}
   *[other] , { $who }
}
roadmap-card-sent = ✅ The indicators were sent on { $day }: nothing to mark.
roadmap-card-note = { $note }
roadmap-do = Done
roadmap-set-day = Set a day
roadmap-move-day = Change the day
roadmap-skip = Not needed
roadmap-link = Open the link
roadmap-file = File
roadmap-file-caption = The file of a measure of the roadmap
roadmap-undo = Take the mark back
roadmap-needed = Needed after all

roadmap-done = ✅ Marked as done. Thank you!
roadmap-skipped = Marked as not needed here. I will not remind of it any more.
roadmap-dated = Due on { $day }. I will remind two weeks before, three days before and on the day.
roadmap-overtaken = { $state ->
    [done] It is marked as done already
   *[not_needed] It is marked as not needed already
}: { $day }{ $who ->
    [none] {""}
   *[other] , { $who }
}. Open the card anew.
roadmap-refusal-closed = It is marked already: somebody was quicker. Open the card anew.
roadmap-refusal-open = The mark is gone already. Open the card anew.
roadmap-refusal-nowhere-late = Nobody is late with this any more.


# Files
roadmap-file-waiting = ⏳ Making the file…
roadmap-picture-caption = 🗺 { $place }: the roadmap of a school year
roadmap-document-caption = 🗺 { $place }: the roadmap with marks of what is done
roadmap-picture-title = Roadmap, school year { $first }/{ $last }
roadmap-picture-today = today, { $day }
roadmap-picture-empty = Nothing is due this year
roadmap-picture-step = { $standing ->
    [late] late, by { $day }
    [due] today
    [soon] soon, by { $day }
    [done] done
    [not_needed] not needed
    [past] over
   *[ahead] by { $day }
}
roadmap-picture-done = done
roadmap-picture-late = late
roadmap-picture-soon = due soon
roadmap-picture-ahead = ahead
roadmap-picture-past = before joining the bot
roadmap-picture-not-needed = not needed
roadmap-paper-title = ROADMAP
roadmap-paper-as-of = as of { $day }
roadmap-paper-number = No.
roadmap-paper-measure = Measure
roadmap-paper-content = Content
roadmap-paper-term = Term
roadmap-paper-responsible = Responsible
roadmap-paper-document = Result
roadmap-paper-done = Done
roadmap-paper-now = (now: by { $days })
roadmap-paper-step = { $standing ->
    [done] Done on { $day }
    [not_needed] Not needed, marked on { $day }
   *[late] Not done in time, by { $day }
}{ $who ->
    [none] {""}
   *[other] , { $who }
}
