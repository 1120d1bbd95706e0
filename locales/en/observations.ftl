# What curators and psychologists fill in about others: a mentee's outcomes, compatibility, the programme's evaluation.

## Buttons
observations-back = Back
observations-to-campaigns = To the surveys
observations-answers = Participants’ answers
observations-door-outcomes = Mentee’s outcomes
observations-door-compatibility = Compatibility
observations-enter = { $again ->
    [True] { $which ->
        [entry] Correct “before”
       *[exit] Correct “after”
    }
   *[other] { $which ->
        [entry] Before the start
       *[exit] At the end
    }
}
observations-criteria = { $again ->
    [True] Rate again
   *[other] Nine criteria
}
observations-swot = SWOT
observations-swot-again = Write it anew

## A mentee's outcomes
observations-whose = Whose outcomes?
observations-outcomes-head = <b>Outcomes: { $name }</b>
observations-outcomes-line = { $which ->
    [entry] Before the start
   *[exit] At the end
}: { $known ->
    [True] recorded { $when }
   *[other] not recorded yet
}
observations-kept = Thank you! Recorded. If anything changes, fill it in again: the new answers will stand.
observations-not-now = This cannot be filled in now: the pair has not begun its work, or has ended it. Open the pair again: /pairs

## Compatibility
observations-compatibility-kept = Thank you! The conclusion is recorded and stands on the pair’s card. Only curator and psychologist see it.
observations-card-compatibility = Compatibility: { $conclusion }, { $when }

## Evaluation of the programme
observations-where = Which organisation do you rate?
observations-programme-head =
    <b>Evaluation of the programme</b>
    { $organisation }, school year { $year }
observations-criteria-none = The nine criteria have not been rated this year.
observations-criteria-result = Nine criteria: { $total } of 18, { $level ->
    [optimal] an optimal level
    [acceptable] an acceptable level
   *[not-acceptable] not an acceptable level
}.
observations-swot-none = Strengths and weaknesses have not been described yet.
observations-swot-kept = Strengths and weaknesses are described.
observations-before = Years before:
observations-criteria-year = { $year }: { $total } of 18, { $level ->
    [optimal] optimal
    [acceptable] acceptable
   *[not-acceptable] not acceptable
}
observations-swot-head =
    <b>Strengths and weaknesses</b>
    { $organisation }, school year { $year }
observations-swot-part =
    <b>{ $part ->
        [strengths] Strengths
        [weaknesses] Weaknesses
        [opportunities] Opportunities
       *[threats] Threats
    }</b>
    <blockquote expandable>{ $text }</blockquote>
