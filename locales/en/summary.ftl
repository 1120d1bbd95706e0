# The summary in chat: choosing period and organisation, captions of its files. The numbers are in reports.ftl.
summary-weekly = 🗓 <b>Last week</b>
summary-button = Another period
summary-span-week = Week
summary-span-month = Month
summary-span-quarter = Quarter
summary-span-year = Year
summary-other = Another organisation
summary-every = All together
summary-by-place = By organisation
summary-places-head = 📊 <b>{ $title }</b>, { $first } — { $last }
summary-places-total = <b>All together:</b> { $told }
summary-places-line = { $number }. { $organisation }: { $told }
summary-places-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
 }
summary-places-meetings = meetings { $held } of { $planned }
summary-places-asked = questionnaires { $answered } of { $asked }
summary-places-mean = satisfied { $mean } of 10
summary-places-few = satisfied: hidden
summary-places-sheet = Organisations
summary-places-caption = 📄 Summary by organisation, { $first } — { $last }
summary-column-pairs = Active pairs and groups
summary-column-planned = Meetings planned
summary-column-held = Of these held
summary-column-asked = Questionnaires sent
summary-column-answered = Questionnaires answered
summary-column-satisfaction = Satisfaction, of 10
summary-column-marks = Marks of meetings, of 5
summary-choose = Which organisation's summary would you like?
summary-no-organisations = There are no organisations yet. Create the first one and its numbers will appear here.
summary-which-period = There is no such period. Send /summary week, month, quarter or year.
summary-chart-waiting = ⏳ Drawing the chart…
summary-rows-waiting = ⏳ Putting the table together…
summary-chart-caption = 📈 { $organisation }: meetings and marks { $by ->
    [month] by month
   *[week] by week
}
summary-rows-caption = 📄 { $organisation }: the numbers of the summary and the rows behind them. It has names in it: do not pass it on.
summary-orders = ✍️ Waiting for an order: { $count }
summary-indicators = 🎯 The plan is reached by { $met } of { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
 }
summary-unmatched = 🤝 Without a mentor: { $count }
summary-alarms = 🔔 Answers that ask for a talk: { $count }
summary-quiet = 🔇 Pairs, but no meetings: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
 } (organisations: { $count })
summary-late = ⏰ Late by the roadmap: { $count } (organisations: { $places })
