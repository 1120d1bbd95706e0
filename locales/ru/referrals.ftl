# Обращения третьих лиц: кому нужен наставник.

referral-state = { $state ->
    [new] ждёт решения
    [taken] взято в работу
   *[declined] отклонено
}
referral-sent = Спасибо! Куратор увидит обращение ({ $name }) и напишет вам, что решено.
referral-more = Назвать ещё
referral-new = Назвать человека
referral-list = К обращениям
referral-open = Открыть
referral-told-curator = Новое обращение: нужен наставник. { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
}.
referral-told-taken = Ваше обращение взято в работу: { $name }. Спасибо!
referral-told-declined = Ваше обращение: { $name }. Сейчас не получится: «{ $answer }». Если появится новое, назовите этого человека ещё раз.
referral-decided = Это обращение уже рассмотрено: { referral-state }. Больше ничего не нужно.
referral-head = <b>Обращения</b>{ $total ->
    [0] : пока нет.
   *[other] : { $total }. Первыми — те, что ждут решения.
}
referral-head-own = <b>Ваши обращения</b>{ $total ->
    [0] : пока нет.
   *[other] : { $total }
}
referral-line = { $number }. { $name }{ $class ->
    [none] {""}
   *[other] , { $class }
} — { referral-state }
referral-card = <b>{ $name }</b>{ $class ->
    [none] {""}
   *[other] , { $class }
} — { referral-state }
referral-by = Кто обратился: { $name }, { $day }
referral-areas = Нужна помощь: { $areas }
referral-reason =
    Почему:
    <blockquote expandable>{ $reason }</blockquote>
referral-answer = Ответ: { $answer }
referral-take = Взять в работу
referral-decline = Отклонить
referral-declined = { $name }: обращение отклонено, причину мы передали.
referral-choose = Кого имели в виду: { $name }? Выберите человека из базы. Если его там нет, пришлите ему ссылку или запишите сами.
referral-choose-new = { $name }: в базе такого человека нет. Передайте личную ссылку или, если нет Telegram, запишите сами.
referral-send = Личная ссылка
referral-enter = Записать без Telegram
