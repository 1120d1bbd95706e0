# The home screen and what is next to it: help, language, my data.

menu-button = Menu
menu-back = ‹ Menu

start-stranger =
    <b>Hello!</b>

    This is the bot of a school mentoring programme: people register here, arrange meetings and answer questionnaires.

    To come in, open the link or the QR code that your school’s curator gives out. If you have no link, ask the curator for it.

start-unfinished =
    <b>Hello!</b>

    You began to register but have not finished. All you entered is kept: press “Unfinished” to go on.

home-title = <b>Hello, { $name }!</b>
home-nothing = Nothing is waiting for you now. When something comes up, I will write here.
home-quiet-work = No questionnaires or meetings of your own now. Applications, pairs and deadlines that need you are behind “What waits”.
home-digest-open = What waits
home-applied = ⏳ Your application waits for the curator’s decision: { $organisation }. I will tell you as soon as there is one.
home-no-role = You take part in nothing now. To join, open the link that the curator gives out.
home-meeting = 📅 Next meeting: { $when } — { $kind }
home-applicants = 🙋 Waiting for your decision: { $count } { $count ->
    [one] application
   *[other] applications
}
home-unfinished = ✍️ Unfinished: { $count } { $count ->
    [one] questionnaire or form
   *[other] questionnaires and forms
}

# Buttons of the home screen
home-surveys-list = { $count ->
    [0] Questionnaires
   *[other] Unfinished ({ $count })
}
home-applicants-list = { $count ->
    [0] Applications
   *[other] Applications ({ $count })
}
home-pair-own = { $count ->
    [1] My pair
   *[other] My pairs
}
home-meetings-list = Meetings
home-meeting-log-new = Log a meeting
home-plan-list = Development plan
home-ward-enter = Enter a child
home-referrals-list = Who needs a mentor
home-people-list = People
home-base-open = Bases
home-indicators-open = Indicators
home-roadmap-open = Roadmap
home-executors-own = Executors
home-person-me = My card
home-pairs-list = Pairs and groups
home-pair-new = New pair
home-match-open = Matching
home-unmatched-list = Without a mentor
home-wishes-open = Wishes
home-organisations-list = Organisations
home-links-show = Link and poster
home-invite-choose = Invite
home-summary-open = Summary
home-more = More…
home-more-title = <b>What else you can do</b>
home-help-open = Help
home-language = Language / Язык
home-privacy = My data

surveys-title = <b>Waiting for your answers</b>
    Tap to begin or to go on.
surveys-none = No questionnaires and no unfinished forms. When there is a new one, I will write.

# Help
help-title =
    <b>What I can do</b>
    All you need is in the buttons of the menu. The same as commands:
help-stranger =
    <b>What I can do</b>
    To come in, open the link or the QR code of your school’s curator. Until then these commands work:
help-line = /{ $command } — { $what }
command-menu = home screen
command-meetings = my meetings
command-log = log a meeting
command-surveys = questionnaires and unfinished forms
command-plan = development plan
command-people = people of the organisation
command-pairs = pairs and groups
command-match = find a match
command-summary = summary of a week, month, quarter, year
command-campaign = campaigns
command-indicators = indicators
command-roadmap = roadmap
command-invite = invite staff
command-export = export data
command-help = what the bot can do
command-cancel = put by or cancel what is open
command-language = language / язык
command-privacy = my data and consents
command-start = start again

# Language
language-title = Choose a language / Выберите язык
language-ru = Русский
language-en = English
language-set = Done: I speak English now.

# My data
privacy-title = <b>What is kept about you</b>
privacy-stranger = Only the number of this chat and its language are kept. Your name and the rest come when you register and consent to it.
privacy-name = Name: { $name }
privacy-birth = Date of birth: { $birth }
privacy-category = Category: { $category }
privacy-class = Class or group: { $value }
privacy-post = Post: { $value }
privacy-subject = Subject: { $value }
privacy-workplace = Place of work: { $value }
privacy-career = Began to work: { $date }
privacy-hired = Works here since: { $date }
privacy-role = { $role } — { $place }{ $state ->
    [applied] { ": the application waits for a decision" }
    [refused] { ": the application was refused" }
    [left] { ": no longer takes part" }
   *[approved] { "" }
}
privacy-municipality = the municipality
privacy-consents = <b>Consents</b>
privacy-consent = { $document }, version { $version }: given on { $on }
privacy-consent-withdrawn = { $document }, version { $version }: given on { $on }, withdrawn on { $withdrawn }
privacy-consent-none = No consents yet.
privacy-processing = Processing of personal data
privacy-participation = Taking part in the programme
privacy-publication = Publishing name and picture
privacy-who =
    <b>Who sees it</b>
    The curator, psychologist and head of your organisation. The municipal coordinator sees mentors and curators, and totals. The other side of a pair sees name, role and meetings. Nobody else.
privacy-withdraw =
    <b>How to withdraw consent</b>
    With the button below or by a letter to the organisation. Taking part ends at once, the data are erased in the term or at once, as you wish. You can do it on any day.
    .child =
    <b>How to withdraw consent</b>
    From 14 with the button below, before that through your parents. Taking part ends at once, the data are erased in the term or at once. You can do it on any day.
category-pupil = pupil
category-student = student
category-teacher = teacher
category-employee = employee of an enterprise
category-parent = parent
category-alumnus = alumnus

# When nothing is open
fallback-pointer = I am not sure what this is about: I am not asking anything now. All that can be done is in the menu.
fallback-stale = This button no longer works. Here is the menu.

# The bot blocked and unblocked
reachability-lost = 📵 { $name } does not get the bot’s messages: it was stopped or blocked. Reminders are paused; please get in touch in person.
reachability-back = ✅ { $name } gets the bot’s messages again.
reachability-hello = Hello again! Reminders are on again, nothing was lost.
reachability-card = Card
