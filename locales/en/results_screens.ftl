# Results of questionnaires in chat: whose, which questionnaire, numbers, open answers, change, the hint about a gap.

## Buttons
results-back = Back
results-to-campaigns = To the surveys
results-all-places = All together
results-other-place = Another organisation
results-to-swot = Strong and weak
results-to-change = Before and after
results-picture = Picture
results-filter = Filter
results-export = Download answers
results-by-place = By organisation
results-place-head = Which organisation?
results-whole = Everybody, no filter
results-read = Read the answers
results-by-form = By form
results-by-role = By role
results-by-organisation = By organisation
results-file-xlsx = Excel table
results-file-csv = CSV for programs
results-chart-more = More questions

## Whose results, which questionnaire
results-whose = Whose results do you want to see?
results-no-places = There are no organisations yet. Create the first one, and its questionnaires will appear here.
results-everywhere = All organisations
results-list-head = 📊 <b>Questionnaire results</b>
    { $where }
results-list-line = { $number }. { $title } — { $answered } of { $asked } answered
results-list-none = No answers yet. As soon as somebody answers a questionnaire, the numbers will be here.
results-unknown = This questionnaire is not here. Open the list of results again.
results-role = { $role ->
    [mentor] Mentors
    [mentee] Mentees
    [curator] Curators
    [coordinator] Coordinators
    [psychologist] Psychologists
    [head] Heads
    [guardian] Guardians
   *[referrer] Referrers
}

## A questionnaire’s numbers
results-head = 📊 <b>{ $title }</b>
    { $where }
results-one-campaign = this campaign
results-narrowed = Only: { $what }
results-rate = Asked { $asked }, answered { $answered } ({ $share }%)
results-counted = { $count ->
    [one] { $count } finished response
   *[other] { $count } finished responses
}
results-anonymous-waits = The questionnaire is anonymous: answers open once there are at least five of them, or when it closes.
results-asked = <b>{ $number }.</b> { $title }
results-asked-alone = <b>{ $title }</b>
results-of-version = (version { $versions })
results-figures = Mean <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b>, median { NUMBER($median, minimumFractionDigits: 1) }, { $answered ->
    [one] { $answered } answer
   *[other] { $answered } answers
}
results-choices = { $choices } (of { $answered })
results-words = { $answered ->
    [0] No answers yet
    [one] { $answered } answer
   *[other] { $answered } answers
}
results-hidden = { $answered ->
    [0] The numbers are hidden for now so that nobody is given away
    [one] { $answered } answer, numbers hidden so that nobody is given away
   *[other] { $answered } answers, numbers hidden so that nobody is given away
}
results-words-theirs = Answers in words are read by the organisation’s curator and psychologist.
results-secret = Only the organisation’s curator and psychologist see such answers
results-few = There are too few answers here to show them without giving somebody away. At least five are needed.
results-no-scales = This questionnaire has no scale questions, so there is nothing to draw. Open a question by its number.
results-part = • { $name }: { $figures }
results-no-part = not given
results-filter-head = Whose answers do you want to see? Choose a form or a role.

## Pictures and tables
results-chart-waiting = ⏳ Drawing…
results-chart-caption = 📊 { $title } · { $where }
results-export-head = In which file? It has one row per response and a description of the questions.
results-rows-waiting = ⏳ Gathering the answers…
results-rows-caption = 📄 { $title } · { $where }: every response. The file may hold names: do not pass it on.
results-rows-large-xlsx = The table is too large for Telegram: { $megabytes } MB of 50. Choose CSV, which is sent compressed, or download one campaign at a time.
results-rows-large-csv = The file is too large for Telegram even when compressed: { $megabytes } MB of 50. Download one campaign at a time.

## Open answers
answers-head = 💬 <b>{ $title }</b>
    { $sign ->
    [none] Answers in all: { $total }
   *[other] Only those marked { $sign }
}
answers-legend = Mark what matters, press again to take a mark away:
    💪 strength
    🔻 weakness
    💡 idea
    ⚠️ trouble
answers-none = There are no such answers.
answers-line = <b>{ $number }.</b> { $sign }{ $text }
answers-who = <i>— { $name }</i>
answers-paper = <i>(from paper)</i>
answers-every = All
answers-only = { $sign }
answers-of = 💬 <b>{ $title }</b>

swot-head = 🧭 <b>Strong and weak: { $organisation }</b>
swot-quarter = <b>{ $mark ->
    [strength] 💪 Strengths
    [weakness] 🔻 Weaknesses
    [idea] 💡 Opportunities
   *[trouble] ⚠️ Threats
}</b>
swot-words = <i>{ $text }</i>
swot-answer = • { $text }
swot-nothing = Nothing yet: mark what participants answered.
swot-write = Write in your own words
swot-part = { $mark ->
    [strength] 💪
    [weakness] 🔻
    [idea] 💡
   *[trouble] ⚠️
} All: { $count }

## Change from entry to exit
change-waiting = ⏳ Comparing answers before and after…
change-head = 📈 <b>Before and after</b>: { $where }
change-none = There is nothing to compare yet: nobody has answered both questionnaires, before the start and at the end.
change-none-shown = There is nothing to show yet: too few pairs of answers to give nobody away.
change-forms = By form
change-forms-head = Which form of mentoring do you want to see?
change-picture = Picture { $number }
change-chart-caption = 📈 Before and after: { $where }
change-scale = { $scale ->
    [satisfaction] Satisfaction
    [process] How the work goes
    [relationship] The relationship
   *[compatibility] Compatibility
}
change-pair-open = Before and after
change-pair-none = There is nothing to compare in this pair: its questionnaires have no questions in common.
change-pair-head = 📈 <b>{ $name }</b>, { $side ->
    [mentor] mentor
   *[mentee] mentee
}
change-pair-state = { $state ->
    [both] Answers before and after
    [entry] Only the answers before the start are there yet
    [exit] Only the final answers are there
   *[none] No answers yet
}
change-pair-step = • { $label } <b>{ $before } → { $after }</b>
change-pair-shift = • { $label } <b>{ $before } → { $after }</b>{ $way ->
    [up] { " " }(+{ $by })
    [down] { " " }(−{ $by })
   *[same] { "" }
}
change-number = { NUMBER($number, minimumFractionDigits: 1) }

## The hint to the curator
gap-hint = 🔎 { $mentor } and { $mentee } see their work together very differently ({ $stage ->
    [entry] questionnaire before the start
    [interim] questionnaire halfway
   *[exit] final questionnaire
}). It may be worth talking to each of them alone. They do not see each other’s answers.
