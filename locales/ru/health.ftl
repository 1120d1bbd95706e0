# Как идут дела у пар: «по плану», «стоит посмотреть», «застряла».

home-health-list = Как дела у пар
health-head = <b>Как идут дела</b>
    застряли: { $stuck } · стоит посмотреть: { $look } · по плану: { $good }
health-none = Действующих пар пока нет.
health-line = { $number }. { $state ->
    [stuck] 🔴
    [look] 🟡
   *[on_course] 🟢
} { $mentors } → { $mentees }: { $why }
health-fine = по плану
health-paused = пауза
health-rests = отложено до { $until }
health-short-never-met = ещё не встречались, { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
health-short-no-meeting = нет встреч { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
health-short-not-held = сорвались встречи: { $count }
health-short-help = вопрос без ответа
health-short-low-mark = низкая оценка встречи
health-short-gap = видят пару по-разному
health-short-unlogged = встречи без отметки: { $count }
health-short-unanswered = анкеты без ответа: { $count }
health-short-tasks = задачи ждут: { $count }
health-short-plan = просрочено в плане: { $count }
health-short-nothing-ahead = следующей встречи нет

health-title = <b>{ $mentors } → { $mentees }</b>
health-state = { $state ->
    [stuck] 🔴 Пара застряла.
    [look] 🟡 Стоит посмотреть.
   *[on_course] 🟢 Всё по плану.
}
health-paused-long = Сейчас пауза: предупреждений нет, дни начнут считаться заново после возвращения.
health-rests-long = До { $until } предупреждений не будет.
health-fine-long = Встречи идут, ничего не ждёт.
health-more = И ещё причин: { $count }.
health-last-look = Последний раз смотрели { $day }: { $who }.
health-last-note =
    Заметка:
    <blockquote expandable>{ $note }</blockquote>
health-why-never-met = • Ни одной встречи за { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
} с начала. Напомните наставнику о первой встрече.
health-why-no-meeting = • Нет встреч { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}. Напомните наставнику или назначьте встречу.
health-why-not-held = • Подряд не состоялось встреч: { $count }. Спросите обоих, что мешает.
health-why-help = • Вопрос без ответа больше двух рабочих дней: { $count }. Откройте и помогите найти ответ.
health-why-low-mark = • Низкие оценки встреч: { $count }. Напишите обоим или поговорите с каждым.
health-why-gap = • Наставник и наставляемый видят работу очень по-разному. Поговорите с обоими.
health-why-unlogged = • Прошедшие встречи без отметки: { $count }. Попросите наставника записать итог.
health-why-unanswered = • Анкеты без ответа: { $count }. Напомните о них.
health-why-tasks = • Задачи просрочены или ждут проверки: { $count }. Откройте их вместе с наставником.
health-why-plan = • Пункты плана с вышедшим сроком: { $count }. Откройте план.
health-why-nothing-ahead = • Следующая встреча не назначена. Назначьте её или напомните наставнику.

health-do-remind-to-meet = Напомнить о встрече
health-do-plan-meeting = Назначить встречу
health-do-write = Написать обоим
health-do-open-help = Открыть вопросы
health-do-remind-to-log = Попросить отметить
health-do-remind-to-answer = Напомнить об анкетах
health-do-open-tasks = Открыть задачи
health-do-open-plan = Открыть план
health-do-hand-over = Передать другому
health-do-look = Посмотрено
health-back = ‹ Как дела у пар
health-back-pair = ‹ К паре
health-all = Как дела у пар

health-reminded = <b>Напоминание отправлено</b>: { $names }.
health-refusal-reminded = Сегодня об этом уже напоминали. Завтра можно будет ещё раз.
health-refusal-nobody = Напомнить некому: до этих людей сообщение сейчас не дойдёт. Позвоните или поговорите лично.
health-written = <b>Сообщение отправлено</b> всем участникам пары.
health-written-missed = <b>Сообщение отправлено.</b> Не дошло до: { $names }. Позвоните или поговорите лично.
health-noted = <b>Отметил.</b> До { $until } об этой паре предупреждать не буду.
health-told-word =
    <b>Сообщение от куратора</b> ({ $who })
    { $words }
health-told-remind-to-meet = Давно не было встречи: { $with }. Назначите? Если что-то мешает, напишите куратору.
    .child = Давно не было встречи: { $with }. Назначишь? Если что-то мешает, напиши куратору.
health-told-remind-to-log = Есть встречи без отметки ({ $with }). Отметьте, пожалуйста, состоялись ли они.
    .child = Есть встречи без отметки ({ $with }). Отметь, пожалуйста, состоялись ли они.
health-told-remind-to-answer = Вас ждёт анкета (вместе: { $with }). Это недолго, а ответы очень нужны.
    .child = Тебя ждёт анкета (вместе: { $with }). Это недолго, а ответы очень нужны.

health-weekly = Застряли: { $stuck } · стоит посмотреть: { $look }
