# Сводка в чате: выбор периода и организации, подписи к файлам. Сами числа — в reports.ftl.
summary-weekly = 🗓 <b>Прошлая неделя</b>
summary-button = Другой период
summary-span-week = Неделя
summary-span-month = Месяц
summary-span-quarter = Квартал
summary-span-year = Год
summary-other = Другая организация
summary-every = Все вместе
summary-by-place = По организациям
summary-places-head = 📊 <b>{ $title }</b>, { $first } — { $last }
summary-places-total = <b>Все вместе:</b> { $told }
summary-places-line = { $number }. { $organisation }: { $told }
summary-places-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
 }
summary-places-meetings = встречи { $held } из { $planned }
summary-places-asked = анкеты { $answered } из { $asked }
summary-places-mean = довольны на { $mean } из 10
summary-places-few = довольны: скрыто
summary-places-sheet = Организации
summary-places-caption = 📄 Сводка по организациям, { $first } — { $last }
summary-column-pairs = Активных пар и групп
summary-column-planned = Встреч запланировано
summary-column-held = Из них проведено
summary-column-asked = Анкет отправлено
summary-column-answered = Анкет заполнено
summary-column-satisfaction = Удовлетворённость, из 10
summary-column-marks = Оценка встреч, из 5
summary-choose = По какой организации показать сводку?
summary-no-organisations = Организаций пока нет. Создайте первую, и здесь появятся её числа.
summary-which-period = Такого периода нет. Напишите /summary week (неделя), month (месяц), quarter (квартал) или year (год).
summary-chart-waiting = ⏳ Рисую картинку…
summary-rows-waiting = ⏳ Собираю таблицу…
summary-chart-caption = 📈 { $organisation }: встречи и оценки { $by ->
    [month] по месяцам
   *[week] по неделям
}
summary-rows-caption = 📄 { $organisation }: числа сводки и строки, из которых они получены. В таблице есть имена: не пересылайте её посторонним.
summary-orders = ✍️ Ждут приказа: { $count }
summary-indicators = 🎯 План достигнут по { $met } из { $count ->
    [one] { $count } показателя
   *[other] { $count } показателей
 }
summary-unmatched = 🤝 Без наставника: { $count }
summary-alarms = 🔔 Ответов, которые просят разговора: { $count }
summary-quiet = 🔇 Пары есть, встреч не было: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}и ещё { $more }
 } (организаций: { $count })
summary-late = ⏰ Просрочено по дорожной карте: { $count } (организаций: { $places })
