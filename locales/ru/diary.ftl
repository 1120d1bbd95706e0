# Дневник наставника: страницы в чате и документ.

diary-title = <b>Дневник наставника</b>
diary-hours = { $hours } ч { $minutes } мин
diary-total = Всего: { $count ->
    [one] { $count } встреча
    [few] { $count } встречи
   *[many] { $count } встреч
}, { $time }
diary-month = { $month }: { $count ->
    [one] { $count } встреча
    [few] { $count } встречи
   *[many] { $count } встреч
}, { $time }
diary-empty = Записей ещё нет: они появятся, когда встречу отметят.
diary-held = ✅ <b>{ $when }</b> — { $kind }, { $minutes } мин
diary-not-held = ✖️ <b>{ $when }</b> — { $kind }, не состоялась
diary-topics = Темы: { $topics }
diary-outcome = Итог: { $outcome }
diary-there = Были { $here } из { $total }: { $people }
diary-away = Не было: { $people }
diary-next = Следующая встреча: { $when }
diary-button-docx = Документ
diary-button-xlsx = Таблица
diary-button-pair = К паре
diary-waiting = Готовлю дневник…
diary-caption = Дневник наставника

## В документе

diary-file-title = Дневник наставника
diary-file-mentors = Наставник: { $people }
diary-file-mentees = Наставляемый: { $people }
diary-file-days = Наставничество: с { $starts } по { $ends }
diary-file-not-held = не состоялась
diary-file-there = { $here } из { $total }: { $people }
diary-file-away = не было: { $people }
diary-file-hours = Часы по месяцам
diary-file-total = Всего
diary-file-signed = Наставник: ____________________        Куратор: ____________________        Дата: ____________
diary-sheet-meetings = Встречи
diary-sheet-hours = Часы
diary-column-when = Дата и время
diary-column-kind = Встреча
diary-column-minutes = Минут
diary-column-topics = Темы
diary-column-outcome = Итог
diary-column-there = Кто был
diary-column-next = Следующая
diary-column-month = Месяц
diary-column-meetings = Встреч
diary-column-time = Время
