# The words of questionnaires and forms themselves. The questions' texts are in the definitions (surveys/).

survey-progress = Question { $n } of { $m }
survey-progress-open = Question { $n }
survey-page = { $n } / { $m }

# Buttons
survey-back = Back
survey-keep = Leave as it is
survey-skip = Skip
survey-later = Continue later
survey-resume = Continue
survey-cancel = Cancel
survey-done = Done
survey-confirm = All correct
survey-check = Check
survey-next = Next
survey-agree = I agree
survey-refuse = I do not agree
survey-decades = Other years
survey-yesterday = Yesterday
survey-today = Today
survey-tomorrow = Tomorrow

# Hints
survey-multi-hint = Tick everything that fits, then press “Done”.
survey-card = Please check that all is correct
survey-card-hint = To correct a line, press its number.
survey-date-hint = Choose the day with the buttons or type it, for example 15.03.2026.
survey-time-hint = Choose a time or type it, for example 15:30.
survey-consent-line = Consent
survey-consent-missing = The text of the consent is not there just now. Write to your curator: it is needed to go on.

# Answers in words
survey-blank = —
survey-agreed = consent given
survey-refused = refused
survey-attached = file attached
survey-number = { $number }
survey-date = { $date }
survey-month = { $month ->
    [jan] Jan
    [feb] Feb
    [mar] Mar
    [apr] Apr
    [may] May
    [jun] Jun
    [jul] Jul
    [aug] Aug
    [sep] Sep
    [oct] Oct
    [nov] Nov
   *[dec] Dec
}
survey-month-year = { $month ->
    [jan] January
    [feb] February
    [mar] March
    [apr] April
    [may] May
    [jun] June
    [jul] July
    [aug] August
    [sep] September
    [oct] October
    [nov] November
   *[dec] December
} { $year }
survey-weekday = { $day ->
    [mon] Mo
    [tue] Tu
    [wed] We
    [thu] Th
    [fri] Fr
    [sat] Sa
   *[sun] Su
}

# Last screens
survey-thanks = Thank you! Your answers are saved.
survey-saved = Saved.
survey-paused = Put aside. Your answers are saved: go on any day you like.
survey-cancelled = Cancelled. Nothing was recorded.

# What is wrong and what to do
survey-stale = This button no longer works. Here is the question where we stopped.
survey-closed = Everything here is finished already. Open the menu: /menu
survey-closed-late = Everything here is finished already: the time is over, answers are taken no more. Menu: /menu
survey-not-complete = Some questions are still open. Please answer them.
survey-use-buttons = Please press one of the buttons.
survey-cannot-skip = This question cannot be skipped.
survey-empty = Please write at least one word.
survey-text-expected = An answer in words is needed here: I read no voice, stickers or files. Write it as a message.
survey-too-long = Too long: there is room for { $max } { $max ->
    [one] character
   *[other] characters
}, and { $over } are too many. Shorten it and send it again.
survey-not-a-name = A name has letters, spaces, hyphens and apostrophes only: no emoji, digits or signs. Type the name once more.
survey-not-a-number = A number is needed, for example 45.
survey-number-range = { $min ->
    [none] A number up to { $max } is needed.
   *[other] { $max ->
        [none] A number from { $min } is needed.
       *[other] A number from { $min } to { $max } is needed.
    }
}
survey-number-decimals = { $decimals ->
    [0] A whole number is needed.
    [one] Only { $decimals } digit may follow the point.
   *[other] Only { $decimals } digits may follow the point.
}
survey-not-a-date = The date could not be understood. It needs a day, a month and a year, and a day that there is. The buttons do, too.
survey-date-early = Too early: the date must not be before { $min }.
survey-date-late = Too late: the date must not be after { $max }.
survey-not-a-time = The time could not be understood. Write it like 15:30.
survey-time-range = A time from { $min } to { $max } is needed.
survey-too-few = { $min ->
    [one] Tick at least { $min } option.
   *[other] Tick at least { $min } options.
}
survey-too-many = You may tick up to { $max }. Untick one first.
survey-not-an-option = There is no such option. Please press one of the buttons.
survey-not-a-phone = The number could not be understood. Write it like +7 900 000-00-00 or share your contact.
survey-photo-expected = Please send a photo.
survey-file-expected = Please send a file or a photo.
survey-trial = 👀 A preview: your answers are not kept.
survey-trial-end = End the preview
survey-trial-over = 👀 The preview is over: this is what those you send it to will see. Your answers were not kept.
