# Отчёт наставника в конце.

closing-told-asked =
    <b>Отчёт наставника</b>
    Вместе: { $with }. Подведите итог: чего достигли, что было трудно, что посоветуете. Можно прерваться и продолжить позже.
    .child =
    <b>Отчёт наставника</b>
    Вместе: { $with }. Подведи итог: чего достигли, что было трудно, что посоветуешь. Можно прерваться и продолжить позже.
closing-told-written = Наставник написал отчёт: { $mentors } → { $mentees }.
closing-write = Написать отчёт
closing-read = Прочитать отчёт
closing-read-one = Прочитать № { $number }
closing-head = <b>Отчёт наставника</b>: { $mentors } → { $mentees }
closing-line-there = { $number }. { $name } — есть, { $day }
closing-line-missing = { $number }. { $name } — пока нет
closing-none = Отчёт попросим в конце, вместе с итоговыми анкетами.
closing-report = <b>Отчёт наставника</b>: { $name }, { $day }
closing-answer = <i>{ $question }</i>
    <blockquote expandable>{ $answer }</blockquote>
closing-back = ‹ К отчётам
