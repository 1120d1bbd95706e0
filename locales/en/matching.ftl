# Matching: list, card, people, proposals and why, publishing.

## Buttons
match-back = Back
match-open-card = Open the matching
match-open-pair = Open the proposal
match-see-pairs = See the pairs
match-see-groups = See the groups
match-new = New matching
match-unmatched = Without a mentor
match-pairs = Pairs and groups
match-compute = Find pairs
match-compute-again = Find pairs again
match-publish = Publish
match-publish-yes = Yes, propose to all
match-more = More…
match-weights = What counts more
match-part-areas = Request
match-part-wishes = Wishes
match-part-times = Time
match-part-distance = Classes
match-strength = { $chosen ->
    [yes] {"✓ "}
   *[no] { "" }
}{ $strength ->
    [none] Do not count
    [low] Less than usual
    [high] More than usual
   *[usual] As usual
}
match-to-council = To the council
match-speed = Speed meetings
match-drop = Delete the matching
match-drop-yes = Yes, delete
match-side-mentee = Mentees
match-side-mentor = Mentors
match-everybody = Choose all
match-nobody = Choose none
match-proposals = Proposals: { $count }
match-alone = Without a pair: { $count }
match-propose = Propose
match-propose-group = Propose the group
match-fix = Fix
match-loosen = Unfix
match-forbid = Not these two
match-forbid-here = In this matching only
match-forbid-ever = Never
match-others = Another mentor
match-remove = Take out
match-comments = The council’s words
match-allow = Allow: { $name }

## List and a new one
match-list-head = <b>Matching</b>
match-list-none =
    <b>Matching</b>
    Here the bot finds mentors for everybody who waits at once, and says why. Begin a new matching.
match-list-line = { $number }. { $form }, { $created }: { $state ->
    [draft] not computed
    [ready] ready, not published
    [publishing] being published
   *[published] published
}{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}
match-where = In which organisation do we match?
match-created =
    The matching is there.
    Mentees: { $mentees }, mentors: { $mentors }. These are all who fit and are free; you can change the lists.
    Press “Find pairs”: nobody gets anything until you publish.
match-no-mentees = There is no mentee in this matching. Open it and choose who needs a mentor.
match-no-mentors = There is no mentor in this matching. Open it and choose mentors.
match-not-computed = No pairs were found yet. Press “Find pairs”.
match-gone-published = Another curator has published this matching. Look at “Pairs and groups”.
match-gone-dropped = This matching was deleted. Begin a new one: /match
match-gone-pair = The proposal has changed meanwhile. Open the list of proposals once more.
match-gone-proposed = This pair was proposed already. It is in “Pairs and groups”.
match-gone-group = This group is no more: it was proposed or found anew. Open the list of groups.
match-gone-computed = While you looked, the pairs were found anew. Look at the proposals once more, then publish.
match-gone-person = This person takes part no more. Find pairs again.

## Card
match-card-head =
    <b>Matching: { $form }</b>
    { $model }
match-card-dates = They would work from { $starts } to { $ends }
match-card-groups = Groups: up to { $most } mentees of one mentor
match-card-people = Mentees: { $mentees }, mentors: { $mentors }
match-card-draft = Not computed yet.
match-card-state = State: { $state ->
    [ready] ready, seen by you alone
    [publishing] being published
   *[published] published
}
match-card-pairs = Proposals: { $pairs }, fixed: { $fixed }. The weakest pair: { $worst } of 100
match-card-pairs-of-groups = Groups: { $groups }, mentees in them: { $pairs }, fixed: { $fixed }. The weakest score: { $worst } of 100
match-outdated = You have changed what counts, and the proposals are of before. Press “Find pairs again”.
match-programme-changed = The programme has this matching’s form, role model or kind no more. Begin a new matching: /match
match-card-published = Proposed to people already: { $count }
match-card-alone = Without a pair: { $count }
match-card-council = With the council. Comments: { $count }
match-more-head = What shall be done with the matching?
match-computing = ⏳ Finding pairs…
match-computed =
    <b>Pairs are found</b>
    Pairs: { $pairs }, without a pair: { $alone }. The weakest pair: { $worst } of 100.
    Look at each of them, the weakest first. Nobody sees them yet.
match-computed-groups =
    <b>Groups are found</b>
    Groups: { $groups }, mentees in them: { $pairs }, without a group: { $alone }. The weakest score: { $worst } of 100.
    Look at each of them, the weakest first. Nobody sees them yet.
match-computed-by-other = While the bot was at work, another curator was quicker. This is what they found.
match-weights-head = <b>What the score is made of</b>
match-weight = { $part ->
    [areas] Request and the mentor’s help
    [wishes] Wishes of both
    [times] Free time in common
    [distance] How far apart the classes are
   *[languages] Languages
}: { $strength ->
    [none] not counted
    [low] less than usual, { $percent } %
    [high] more than usual, { $percent } %
   *[usual] { $percent } %
}
match-weight-ask = { $part ->
    [areas] How much does it count that the mentor helps with what is asked for?
    [wishes] How much do the wishes of both count?
    [times] How much does free time in common count?
   *[distance] How much does it count that the mentor is one to three classes ahead?
}
match-weight-other = This does not count in this form. Open “What counts more” once more.
match-weights-how =
    First the bot finds a pair for as many people as it can. Then it lifts the weakest pair. Then the sum of all scores.
    It never joins people without a language in common, on a pause, without consent, without a free place, or whom you have forbidden.

## People
match-people-head = <b>{ $side ->
    [mentor] Mentors
   *[mentee] Mentees
}</b>: { $chosen } of { $total } chosen
match-people-none = Nobody here yet: no approved participants fit this form.
match-people-line = { $chosen ->
    [yes] ✓
   *[no] –
} { $number }. { $name }{ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $rule ->
    [none] { "" }
    [consent] {" · no consent"}
    [pause] {" · on a pause"}
    [capacity] {" · no places"}
    [age] {" · too young"}
   *[other] {" · does not fit"}
}

## Proposals
match-proposed-head = <b>Proposals</b>: { $total }. The weakest first
match-alone-head = <b>Without a pair</b>: { $total }
match-pairs-none = Nothing here.
match-groups-head = <b>Groups</b>: { $total }. The weakest first
match-group-line = { $number }. { $mentor } · mentees: { $count } · from { $worst }{ $state ->
    [done] {" · proposed"}
    [small] {" · too few"}
   *[open] { "" }
}
match-group-head = <b>{ $name }</b> · mentees: { $count }
match-group-member = { $number }. { $name } · { $score }{ $state ->
    [fixed] {" · fixed"}
   *[open] { "" }
}
match-group-small = There is one mentee left in the group. Choose another mentor for them or find groups again.
match-pair-outdated = Computed before you changed what counts.
match-pair-line = { $number }. { $mentee } → { $mentor } · { $score }{ $state ->
    [done] {" · proposed"}
    [fixed] {" · fixed"}
   *[open] { "" }
}
match-alone-line = { $number }. { $mentee } — { $why ->
    [refused] could not be proposed
    [taken] the places went to others
   *[nobody] nobody fits
}
match-pair-mentee = <b>{ $name }</b>
match-pair-mentor = → <b>{ $name }</b>{ $place ->
    [none] { "" }
   *[other] {" · "}{ $place }
}
match-pair-score = Score: { $score } of 100{ $state ->
    [fixed] , fixed
   *[other] { "" }
}
match-pair-comments = Comments of the council: { $count }
match-pair-refused = It could not be proposed: { $why }
match-asks = Asks for help with: { $list }
match-asks-nothing = No request was given.
match-why-areas = { $state ->
    [some] ✓ Helps with what is asked for: { $list }
    [none] ✗ Helps with other things than are asked for
   *[unknown] · Request or offer not given
} (+{ $points })
match-why-times = { $state ->
    [some] ✓ Both are free: { $list }
    [none] ✗ No free time in common
   *[unknown] · Free time not given
} (+{ $points })
match-why-languages = { $state ->
    [some] ✓ Language in common: { $list }
   *[other] · Languages not given
} (+{ $points })
match-why-distance = { $state ->
    [some] · Classes: { $mentee } and { $mentor }
   *[unknown] · Class not given
} (+{ $points })
match-why-wishes = { $state ->
    [some] · Wishes: the mentee — { $mentee ->
        [gladly] gladly
        [could] could
        [rather-not] rather not
       *[none] nothing said
    }, the mentor — { $mentor ->
        [gladly] gladly
        [could] could
        [rather-not] rather not
       *[none] nothing said
    }
    [none] ✗ Both said: rather not
   *[unknown] · No wishes
} (+{ $points })
match-time = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $part ->
    [m] morning
    [d] afternoon
   *[e] evening
}
match-alone-why = { $fitting ->
    [0] Nobody fits. Excluded by the rules:
   *[other] Would fit: { $fitting }, but { $sought ->
        [group] the places went to others, or the group was too small
       *[pair] their places went to others
    }. Choose a mentor yourself or find pairs again.
}
match-against = • { $rule ->
    [form] another category than the form wants
    [member] not approved
    [consent] no consent
    [pause] on a pause
    [age] younger than allowed
    [organisation] another organisation
    [guardian] a parent of this child
    [older] not older (or no date of birth)
    [language] no language in common
    [together] work together already
    [capacity] no free places
    [forbidden] forbidden by you
   *[failed] did not work out before
}: { $count }
match-excluded = These two can’t be joined: { $rule ->
    [form] the category does not fit this form
    [member] not approved
    [consent] no consent
    [pause] one of them is on a pause
    [age] younger than allowed
    [organisation] the mentor is of another organisation
    [guardian] it is a parent of the child
    [older] the mentor must be older
    [language] no language in common
    [together] they work together already
    [capacity] the mentor has no places
    [forbidden] you have forbidden this pair
   *[other] it did not work out before
}. Choose somebody else.
match-nobody-to-fix = There is no mentor here yet. Choose one first.
match-mentor-full = All places of this mentor are taken by fixed pairs. Unfix one of them or choose somebody else.
match-others-head = Who else could be proposed: <b>{ $name }</b>
match-others-line = { $number }. { $name } · { $score }
    { $why }
match-displaced = This place was somebody else’s: { $name } has no pair now. Find pairs again or choose a mentor yourself.
match-removed = Taken out
match-forbid-sure = { $mentee } and { $mentor }: not just now, or never?
match-comments-head = <b>Comments of the council</b>: { $count }
match-comment = <b>{ $who }</b>: { $comment }

## Publishing
match-nothing-to-publish = There is nothing to publish yet: find pairs or choose mentors yourself.
match-publish-sure =
    <b>Propose all pairs?</b>
    Pairs: { $pairs }, without a pair: { $alone }. The weakest pair: { $worst } of 100.
    Everybody gets the proposal and decides for themselves.
match-publish-sure-groups =
    <b>Propose all groups?</b>
    Groups: { $groups }, mentees in them: { $pairs }, without a group: { $alone }. The weakest score: { $worst } of 100.
    Everybody gets the proposal and decides for themselves.
match-published-toast = Proposing
match-published =
    <b>Published</b>
    Mentees with a proposal: { $pairs }.{ $dropped ->
        [0] { "" }
       *[other] {" "}Could not be: { $dropped }, see “Without a pair”.
    }{ $left ->
        [0] { "" }
       *[other] {" "}Left: { $left }.
    }
    When all agree, everybody gets a questionnaire and you the button “Order”.
match-publishing =
    <b>Publishing</b>
    Proposed: { $pairs }, left: { $left }.{ $dropped ->
        [0] { "" }
       *[other] {" "}Could not be: { $dropped }.
    }
    The others go out by themselves{ $night ->
        [yes] {" "}in the morning, when the quiet hours are over
       *[no] , some at a time
    }. I will write when it is done.
match-published-done = The matching is published. Mentees with a proposal: { $pairs }, could not be: { $dropped }.
match-refused-line = • { $name }: { $why }
match-refused-why = • { $why }
match-refused-more = And { $count } more. All of them are in “Without a pair”.
match-proposed-done =
    Proposed: { $names }.
    We wait for them to agree.
match-proposed-missed =
    Proposed: { $names }.
    Not reached: { $missed }. Ask them to open the bot and send /pairs.
match-drop-sure = Delete the matching? Proposals not published: { $count }. Pairs proposed already stay.
match-dropped = The matching is deleted.
match-sent-to-council =
    Sent to the council. The message reached: { $count }.
    The council sees names, class and request, no scores and nothing sensitive. Their words appear at the proposals.
