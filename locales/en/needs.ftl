# Curator’s notes: categories of need and facts for indicators.

needs-name = { $need ->
    [special_needs] special needs
    [pmpk] conclusion of the commission (PMPK)
    [register] preventive register
    [hard_situation] hard life situation
    [underachieving] underachieving
    [gifted] gifted
    [risk_group] risk group
    [low_results] pupils with low results
    [qualification] { $value ->
        [first] first category
        [highest] highest category
       *[none] no category
    }
   *[tutor] tutor
}
needs-short = { $need ->
    [special_needs] Special needs
    [pmpk] PMPK conclusion
    [register] On the register
    [hard_situation] Hard situation
    [underachieving] Underachieving
    [gifted] Gifted
    [risk_group] Risk group
    [low_results] Low results
    [qualification] Qualification
   *[tutor] Tutor
}
needs-head = <b>{ $name }</b>: curator’s notes ({ $organisation }). Press to note it from today; what is noted can be changed.
needs-more-head = <b>{ $name }</b>: other marks
needs-line = ✓ { $need } — since { $since }
needs-who-sees = Seen by the curator and the psychologist of your organisation, the person and the parents; by a mentor only what the pair is about. Lists never show it.
needs-fact-head = <b>{ $name }</b>
needs-change-date = Change the date
needs-change-grade = Change the category
needs-clear = Take it away
needs-back = To the notes
needs-grade-head = Which qualification category does { $name } have?
needs-grade = { $value ->
    [first] First
    [highest] Highest
   *[none] No category
}
needs-since-done = Noted: since { $since }.
needs-gone = This note was taken away already. Cancel the form and open the notes again.
