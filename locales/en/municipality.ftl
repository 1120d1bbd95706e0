# The coordinator's rooms: organisations, curators, mentors and experts, help between organisations.

home-municipality-open = Municipality
home-organisation-own = Organisation
municipality-button = ‹ Municipality
municipality-head = <b>Municipality</b>
municipality-numbers = Organisations: { $organisations }, curators: { $curators }, mentors: { $mentors }.
municipality-recommendations = Recommendations: answers to decide about — { $answered }, overdue — { $overdue }.
municipality-proposed = Help between organisations: waiting for agreement — { $count }.
municipality-door-organisations = Organisations
municipality-door-recommendations = Recommendations
municipality-door-comparison = Comparison
municipality-door-vertical = Mutual help
municipality-door-curators = Curators
municipality-door-mentors = Mentors
municipality-door-experts = Experts
municipality-door-campaigns = Campaigns
municipality-door-indicators = Indicators
municipality-door-roadmap = Roadmap
municipality-door-documents = Documents
municipality-door-reports = Reports
municipality-door-note = Analytical note

# Organisations
organisations-search = Find
organisations-show = Show
organisations-found = { $count ->
    [0] No organisation for “{ $part }”. Try less: its number or a part of its name.
   *[other] For “{ $part }” — organisations: { $count }
}
organisations-own = Which organisation?
organisations-own-button = To the organisation
organisations-card-button = To the organisation
organisations-short = In short: { $name }
organisations-genitive = In documents: { $name }
organisations-heads = Heads: { $names }
organisations-standing = Mentors: { $mentors }, mentees: { $mentees }, active pairs: { $active }.
    { $last ->
    [none] No meetings yet.
   *[other] Last meeting: { $last }.
}
organisations-late = <b>Needs a hand</b>{ $recommendations ->
    [0] {""}
   *[other] . Recommendations not answered in time: { $recommendations }
}{ $milestones ->
    [0] {""}
   *[other] . Late by the roadmap: { $milestones }
}{ $idle ->
    [0] {""}
   *[other] . Pairs without a meeting for three weeks: { $idle }
}.
organisations-edit = Change
organisations-edit-more = Change more
organisations-edited = Saved: { $name }.
organisations-fields = <b>{ $name }</b>
    What shall be changed?
organisations-field-name = Name
organisations-field-short-name = Short name
organisations-field-genitive = Genitive
organisations-field-kind = Kind
organisations-field-zone = Time zone
organisations-doors = <b>{ $name }</b>
    What shall be shown?
recommendation-door = Recommendations

# Bases
colleagues-head = <b>{ colleagues-base }</b>: { $total }
colleagues-base = { $base ->
    [curators] Curators
    [mentors] Mentors
   *[experts] Subject experts
}
colleagues-sought = For “{ $part }”
colleagues-area = They help with: { $area }
colleagues-line = { $number }. { $name } — { $organisation }{ $about ->
    [none] {""}
   *[other] , { $about }
}
colleagues-search = Find
colleagues-show = Show
colleagues-all = Show all
colleagues-areas = By area
colleagues-which-area = Which area of help?
colleagues-export = As a table
colleagues-back = ‹ To the list
colleagues-found = { $count ->
    [0] Nobody for “{ $part }”. Try less: a part of a name, a subject, a school's number.
   *[other] Found for “{ $part }”: { $count }
}
colleagues-card = <b>{ $name }</b>
    { $organisation }
colleagues-card-post = Post: { $words }
colleagues-card-subject = Subject: { $words }
colleagues-card-areas = Helps with: { $areas }
colleagues-card-room = Mentees now: { $load }, can take: { $capacity }
colleagues-waiting = Making the table…
colleagues-caption = { colleagues-base }: { $count }
colleagues-title-curators = Curators
colleagues-title-mentors = Mentors
colleagues-title-experts = Experts
colleagues-column-name = Name
colleagues-column-organisation = Organisation
colleagues-column-post = Post
colleagues-column-subject = Subject
colleagues-column-areas = Helps with
colleagues-column-capacity = Takes
colleagues-column-load = Has

# Help between organisations (the vertical model)
vertical-door = Mutual help
vertical-municipality = Municipality
vertical-head = <b>Help between organisations</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
vertical-none = Nobody helps anybody yet.
vertical-line = { $number }. { $mentor } → { $mentee } — { vertical-state }
vertical-state = { $state ->
    [proposed] waits for agreement
    [active] under way
    [completed] goal reached
    [ended] ended
   *[declined] declined
}
vertical-new = Propose help
vertical-list = To the list
vertical-open = Open
vertical-card =
    <b>{ $mentor } → { $mentee }</b>
    Now: { vertical-state }
vertical-goal = Goal: { $goal }
vertical-days = From { $starts }{ $ends ->
    [none] , open-ended
   *[other] {" "}to { $ends }
}
vertical-agreements = Agreed: mentor — { $mentor ->
    [yes] yes
   *[no] not yet
}, mentee — { $mentee ->
    [yes] yes
   *[no] not yet
}.
vertical-result = Result: { $result }
vertical-agree = Agree
vertical-decline = Decline
vertical-end = Close
vertical-agreed = Your agreement is recorded
vertical-declined = Recorded, the others will hear of it
vertical-proposed = The proposal is sent. I will write when both organisations have agreed, or one declines.
vertical-over = { $state ->
    [completed] Recorded: the goal is reached. Both organisations will hear of it.
   *[ended] Recorded: it has ended. Both organisations will hear of it.
}
vertical-told-proposed = Help is proposed: { $mentor } → { $mentee }. Goal: { $goal } Open it and say whether your organisation agrees.
vertical-told-active = Help has begun: { $mentor } → { $mentee }. Goal: { $goal }
vertical-told-declined = Help was declined: { $mentor } → { $mentee }.
vertical-told-over = { $state ->
    [completed] Help is completed, the goal is reached
   *[ended] Help has ended
}: { $mentor } → { $mentee }. { $result }
vertical-overtaken = { $state ->
    [active] Both sides have agreed, it is under way
    [completed] It is completed already
    [ended] It has ended already
    [declined] It was declined already
   *[proposed] Your organisation has agreed already, the other has not yet
}{ $who ->
    [none] {""}
   *[other] {" "}({ $who })
}.
vertical-refusal-itself = An organisation can't help itself. Choose another one to be helped.
vertical-refusal-days = The end must be after the start. Correct the day.
vertical-refusal-again = The same help is proposed or under way already. Open it in the list.
vertical-refusal-answered = This proposal has been answered. Its card shows what has become of it.
vertical-refusal-over = It is over already.
vertical-refusal-not-begun = Both sides have not agreed yet. It can only be ended.
summary-vertical = Help between organisations: { $count } under way.

# Organisations compared
compare-head = <b>Organisations compared</b>: { $measure }
compare-days = From { $first } to { $last }
compare-total = All together: { $told }
compare-line = { $number }. { $organisation } — { $told }
compare-hidden = Hidden where fewer than five people answered, and where it could be worked out.
compare-few = hidden: few answers
compare-nothing = no data
compare-value-share = { $value } %{ $of ->
    [none] {""}
   *[other] {" "}(of { $of })
}
compare-value-mean = { $value } of 10
compare-value-count = { $whole }
compare-by = Compare by
compare-which = By what shall organisations be compared?
compare-back = ‹ To the comparison
compare-chart = As a picture
compare-table = As a table
compare-measure-active = Active pairs
compare-measure-met = Pairs that met
compare-measure-held = Held as planned
compare-measure-answered = Questionnaires answered
compare-measure-mentors = Mentors satisfied
compare-measure-mentees = Mentees satisfied
compare-indicator = Indicator, %
compare-waiting = Making the comparison…
compare-caption = Organisations compared
compare-sheet = Comparison
compare-chart-total = All together: { $total }
compare-chart-more = Further organisations: { $count }. The table has all of them.
compare-cell-hidden = hidden
