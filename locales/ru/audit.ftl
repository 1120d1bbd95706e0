# Ежегодный самоаудит организации.

municipality-door-audit = Самоаудит
audit-head = <b>Самоаудит { $year }</b>: { $organisation }
audit-none = { $first ->
    [none] В этом учебном году самоаудита нет.
   *[other] Ещё не заполнен. Срок: с { $first } по { $last }.
}
audit-total = Сумма: { $total } из { $most }
audit-before = Год назад: { $total } из { $most }
audit-strengths = <b>Сильные стороны</b>: { $names }
audit-weaknesses = <b>Пока нет</b>: { $names }
audit-achieved =
    <b>Чем гордятся</b>:
    <blockquote expandable>{ $words }</blockquote>
audit-improve =
    <b>Что улучшат</b>:
    <blockquote expandable>{ $words }</blockquote>
audit-fill = Заполнить
audit-fill-again = Заполнить заново
audit-paper = Документом
audit-back = К самоаудиту
audit-result = Результат
audit-table = <b>Самоаудит { $year }</b>. Заполнили: { $filled } из { $total }
audit-days = Срок: с { $first } по { $last }
audit-line = { $number }. { $organisation } — { $total } из { $most }
audit-line-none = { $number }. { $organisation } — ещё не заполнен
audit-kept = Спасибо! Самоаудит заполнен: { $total } из { $most }.
audit-refusal-not-yet = Самоаудит ещё не открыт. Я напишу, когда придёт время.

audit-paper-waiting = Готовлю документ…
audit-paper-caption = Самоаудит. Организаций: { $count }
audit-paper-title = Самоаудит наставничества, { $year } учебный год
audit-paper-none = Самоаудит пока никто не заполнил.
audit-paper-day = Заполнен { $day }
audit-paper-criterion = Критерий
audit-paper-rating = Оценка
audit-paper-rated = { $value ->
    [0] 0 — пока нет
    [1] 1 — частично
   *[2] 2 — в полной мере
}
audit-paper-total = Сумма: { $total } из { $most }
audit-paper-achieved = Чем гордимся:
audit-paper-improve = Что улучшим:
