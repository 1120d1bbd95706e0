# Lists of people and cards.

people-category = { $category ->
    [pupil] pupil
    [student] student
    [teacher] teacher
    [employee] employee
    [parent] parent
    [alumnus] alumnus
   *[none] category unknown
}
people-state = { $state ->
    [applied] Waiting
    [approved] Approved
    [refused] Refused
    [listed] Put down
   *[left] Left
}
people-relation = { $relation ->
    [mother] mother
    [father] father
    [guardian] guardian
   *[other] representative
}

people-head = <b>{ $tab ->
    [MENTEES] Mentees
    [MENTORS] Mentors
    [GUARDIANS] Parents and guardians
   *[WAITING] Waiting for consent
}</b>
people-head-found = <b>Search: { $part }</b>
people-count = { $state ->
    [applied] Waiting
    [approved] Approved
    [refused] Refused
    [listed] Put down
   *[left] Left
}{ $category ->
    [none] {""}
   *[other] , { people-category }
}{ $class ->
    [none] {""}
   *[other] , { $class }
}{ $only ->
    [FREE] , with room
    [PAUSED] , on a pause
    [UNPAIRED] , without a pair
   *[none] {""}
}: { $total }
people-line = { $number }. { $name }{ $class ->
    [none] {" "}({ people-category })
   *[other] , { $class }
}
people-tab = { $tab ->
    [MENTEES] Mentees
    [MENTORS] Mentors
    [GUARDIANS] Parents
   *[WAITING] Waiting for consent
}
people-filters = Filter
people-filter-head = Whom to show?
people-area-line = Area: { $area }
people-by-category = Category
people-by-state = State
people-by-area = Area
people-category-head = Which category to show?
people-state-head = In which state?
people-area-head = With which area?
people-only = { $only ->
    [FREE] With room
    [PAUSED] On a pause
   *[UNPAIRED] Without a pair
}
people-by-only = Pair, room, pause
people-by-class = By class
people-class-head = Which class to show?
people-no-classes = Nobody in this list has a class.
people-every-class = All classes
people-no-filter = Show everybody
people-back = Back
people-search = Search
people-search-again = Search again
people-to-list = To the lists
people-found = Search “{ $part }”: { $total ->
    [0] nobody. Check the spelling or type a part of the name.
   *[other] { $total } found.
}
people-found-all = Show all

people-card-head = <b>{ $name }</b>
people-card-birth = Date of birth: { $birth } (aged { $age })
people-card-class = Class: { $value }
people-card-post = Post: { $value }
people-card-subject = Subject: { $value }
people-card-workplace = Workplace: { $value }
people-card-career = Start of career: { $day }
people-card-hired = Works here since { $day }
people-card-place = { $organisation } — { registration-role }: { $state ->
    [applied] waiting
    [approved] approved
    [refused] refused
    [listed] put down, no consent yet
   *[left] takes part no more
}
people-card-areas = { $role ->
    [mentor] Can help with
   *[other] Help needed
}: { $areas }
people-card-request = { $role ->
    [guardian] Child
   *[other] Request
}: { $request }
people-card-relation = Relation: { people-relation }
people-card-reason = Reason of the refusal: { $reason }
people-card-guardian = Parent or guardian: { $name } ({ people-relation })
people-card-ward = Answers for: { $name }
people-card-consent = Consent ({ $kind ->
    [processing] personal data
    [participation] taking part
   *[publication] publication
}): { $at }, { $by ->
    [self] given by themselves
   *[guardian] given by a guardian
}{ $paper ->
    [paper] , on paper
   *[chat] {""}
}
people-card-no-telegram = Takes part without Telegram.
people-card-languages = Languages: { $languages }
people-card-times = Free time: { $times }
people-card-capacity = Mentees now: { $mentees } of { $capacity }
people-card-council = Sits in the council of mentors.
people-card-expert = An expert: helps mentees of others too.
people-card-paused = ⏸ On a pause{ $known ->
    [yes] {" "}until { $until }
   *[no] {""}
}.
people-card-need = Curator’s note: { $need }, since { $since }

people-place-open = { $role ->
    [mentee] Mentee
    [mentor] Mentor
    [guardian] Parent
   *[other] Participant
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}
people-needs-open = Curator’s notes
people-training-open = School of mentors
people-adding = Add people
people-adding-head = Whom to add? Enter people one by one, or load a list that you have.
people-more = More…
people-more-head = What to do?
people-papers = Documents
people-invite = Personal link
people-paper-consents = Consents on paper
people-merge = Merge records
