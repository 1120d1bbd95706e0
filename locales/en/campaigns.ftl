# Campaigns: lists, the card, the invitation to answer, reminders, paper answers.

home-campaign-list = Surveys

## Buttons
campaigns-back = To the surveys
campaigns-new = New campaign
campaigns-open = Open the campaign
campaigns-card = To the campaign
campaigns-in-all = In all organisations
campaigns-answer = Answer
campaigns-preview-adult = Preview: adults
campaigns-preview-child = Preview: pupils
campaigns-launch = Launch
campaigns-call-off = Call off
campaigns-unanswered = Who has not answered
campaigns-paper = Enter from paper
campaigns-places = By organisation
campaigns-results = Results
campaigns-export = Download as .xlsx
campaigns-more-head = What else there is about questionnaires and answers:
campaigns-door-results = Results
campaigns-door-change = Before and after
campaigns-door-questionnaires = Own questionnaires
campaigns-door-observation = Programme review
campaigns-extend = Extend
campaigns-close = Close early
campaigns-close-yes = Yes, close it
campaigns-keep = Let it run
campaigns-which = { $which ->
    [open] Running
    [planned] In preparation
    [recent] Over
   *[auto] Sent by the bot
}

## Lists
campaigns-head = 📨 <b>Surveys</b>
    { $which ->
    [open] Running now
    [planned] In preparation
    [recent] Over
   *[auto] Sent by the bot
}: { $total }
campaigns-none = { $which ->
    [open] Nobody is being asked anything now. To send a questionnaire, press “New campaign”.
    [planned] Nothing is in preparation. To send a questionnaire, press “New campaign”.
    [recent] No campaign has been closed yet.
   *[auto] Here are the questionnaires that the bot sends by itself: to pairs before the start, halfway and at the end, and once a year by the programme.
}
campaigns-line = { $number }. { $title }{ $where ->
    [none] {""}
   *[other] , { $where }
} · { $state ->
    [ahead] opens { $opens }
    [opening] being sent
    [open] { $answered } of { $asked } answered
    [closed] { $answered } of { $asked } answered
   *[cancelled] called off
}
campaigns-which-place = Where do we ask?

## The card
campaigns-title = <b>{ $title }</b>
campaigns-stage = { $stage ->
    [entry] Questionnaires before the start
    [interim] Questionnaires halfway
   *[exit] Questionnaires at the end
}, { $year }
campaigns-where = { $organisation }
campaigns-everywhere = All organisations
campaigns-who = To: { $who }
campaigns-role = { $role ->
    [mentee] mentees
    [mentor] mentors
    [guardian] guardians
    [curator] curators
    [psychologist] psychologists
    [head] heads
    [coordinator] coordinators
   *[referrer] referrers
}
campaigns-category = { $category ->
    [pupil] pupils
    [student] students
    [teacher] teachers
    [employee] employees
    [parent] parents
   *[alumnus] alumni
}
campaigns-only = Only: { $what }
campaigns-pairs = pairs and groups: { $count }
campaigns-people = people: { $count }{ $names ->
    [none] {""}
   *[other] {" "}({ $names })
}
campaigns-anonymous = Anonymous: answers are kept without names.
campaigns-reach = Will reach: { $reach }
campaigns-state = State: { $state ->
    [draft] ready, not launched yet
    [planned] launched, waits for its opening
    [now] launched, about to begin
    [opening] being sent
    [open] running
    [closed] closed
   *[cancelled] called off
}
campaigns-opens = Opens: { $at }
campaigns-closes = Answers are taken until: { $at }
campaigns-closed-at = State: closed { $at }
campaigns-progress = { $answered } of { $asked } answered { $bar } { $percent }%
campaigns-drafted = The campaign is ready, see below. Look at the questionnaire and press “Launch”: until then nobody gets anything.
campaigns-launched = Launched: people will get the questionnaire within a minute.
campaigns-launched-quiet = Launched. These are quiet hours, so people will get the questionnaire in the morning.
campaigns-launched-later = Launched: the questionnaire goes out at the time you named.
campaigns-extended = The campaign is extended: answers are taken until { $closes }.
campaigns-close-sure =
    Close the campaign “{ $title }” now?
    Not answered yet: { $missing }. They will not be able to any more.

## Who has not answered, paper, organisations
campaigns-unanswered-head =
    <b>Not answered: { $total }</b>
    { $title }
campaigns-awaited = • { $name }{ $telegram ->
    [no] {" "}— without Telegram
   *[yes] {""}
}
campaigns-paper-head =
    <b>{ $title }</b>
    Whose paper answers shall we enter? Here are those without Telegram.
campaigns-paper-none =
    <b>{ $title }</b>
    The answers of everybody without Telegram have been entered.
campaigns-places-head = <b>{ $title }: by organisation</b>
campaigns-place = • { $organisation }: { $answered } of { $asked } ({ $percent }%)

## To those who answer
campaigns-asked =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, you can answer until { $closes }. You may stop and go on later.{ $anonymous ->
        [yes] {" "}Answers are kept without names.
       *[no] {""}
    }
campaigns-again =
    A reminder of the questionnaire “{ $title }”. It does not take long, and your answer matters.
    You can answer until { $closes }.

## To those who asked
campaigns-closed =
    The campaign “{ $title }” is closed.
    { $progress }
campaigns-missed = The campaign “{ $title }” did not open: its time passed while the bot was down. If it is still needed, begin a new one.
campaigns-too-few-now = The campaign “{ $title }” did not open: an anonymous questionnaire needs at least { $least } people, or it could be guessed who answered what.

## Refusals
campaigns-nobody = Nobody fits these conditions (or has consented yet). Change who it is sent to.
campaigns-too-few = An anonymous questionnaire needs at least { $least } people, and { $reached } fit. Add people or choose another questionnaire.
campaigns-not-offered = This questionnaire can’t be sent now: it was taken off the list. Choose another one.
campaigns-opens-past = That time has passed. Let it open later.
campaigns-closes-too-soon = The campaign would close before it opens. Choose a later last day.
campaigns-extend-later = Answers are taken until { $closes } now. Choose a later day.
campaigns-launched-before = This campaign was launched or called off before. Open it again: /campaign
campaigns-opened-before = This campaign has opened or was called off. Open it again: /campaign
campaigns-closed-before = This campaign is not running now. Open it again: /campaign

## Paper answers
dialogue-paper = ✍️ Entering from paper: { $name } answers
dialogue-paper-done = Thank you! The answers ({ $name }) are recorded and marked as entered from paper.
dialogue-paper-next = Enter another
dialogue-paper-over = This person has answered already, or the campaign is closed.
dialogue-paper-theirs = This person has Telegram now: let them answer themselves.
dialogue-paper-taken = Somebody else is entering these answers.
