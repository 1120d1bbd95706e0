# A curator's first steps: a list that fills itself.

home-first-open = First steps
home-steps = 🚀 First steps left: { $count }. Open “First steps”: each has its button.
first-head =
    <b>First steps</b>: { $place }
    { $done } of { $all } done. The list fills itself.
first-line = { $number }. { $what } — { $state ->
    [done] done ✓
   *[left] left
}
first-step-organisation = The short name and the name for orders
first-step-link = The school's link and poster
first-step-applicants = First participants: forward the link to chats
first-step-pair = The first pair
first-step-questionnaire = The first questionnaire: it goes to the pair by itself; an answer shows here
first-step-summary = The first summary: it comes on Monday at 9:00
first-do-organisation = Write the names
first-do-link = Link and poster
first-do-applicants = Texts for chats
first-do-pair = Form a pair
first-do-questionnaire = Ask people
first-do-summary = See the summary
first-away = Do not show again
first-away-done = Put away. All of it is in the menu, too.
first-which = <b>First steps</b>: of which organisation?
first-done = <b>First steps</b> are behind you: all is ready. What is next stands under “What waits” in the menu.
