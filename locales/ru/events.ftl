# Мероприятия: семинары, курсы, конкурсы, итоговые встречи.

home-events-list = Мероприятия
municipality-door-events = Мероприятия
events-head = <b>Мероприятия</b>
events-none = Мероприятий пока нет.
events-line = { $number }. { $title } — { $when }{ $state ->
    [draft] , черновик
    [cancelled] , отменено
    [held] , прошло
   *[open] {""}
}
events-new = Новое мероприятие
events-back = К мероприятиям
events-where = Мероприятие какой организации?
event-card = <b>{ $title }</b>
    { $kind ->
    [seminar] Семинар
    [course] Курсы
    [contest] Конкурс
    [conference] Конференция
    [closing] Итоговое мероприятие
   *[other] Мероприятие
}{ $organisation ->
    [none] , муниципалитет
   *[other] , { $organisation }
}
    { $when }{ $place ->
    [none] {""}
   *[other] . { $place }
}{ $state ->
    [draft] {" "}(черновик: никто ещё не приглашён)
    [cancelled] {" "}(отменено)
   *[other] {""}
}
event-seats = Записались: { $taken }{ $seats ->
    [0] {""}
   *[other] {" "}из { $seats }
}{ $waiting ->
    [0] {""}
   *[other] , ждут места: { $waiting }
}{ $came ->
    [0] {""}
   *[other] . Пришли: { $came }
}.
event-mine = { $state ->
    [waiting] Вы в листе ожидания. Если место освободится, я напишу.
   *[signed] Вы записаны.
}
    .child = { $state ->
    [waiting] Ты в листе ожидания. Если место освободится, я напишу.
   *[signed] Тебя ждут: место за тобой.
}
event-sign = Записаться
event-off = Отменить запись
event-invite = Открыть запись
event-people = Участники
event-cancel = Отменить мероприятие
event-open = Открыть
event-to-card = К мероприятию
event-created = Сохранено: «{ $title }». Откройте запись на карточке — и я разошлю приглашения.
event-opened = { $missed ->
    [0] Приглашения отправлены
   *[other] Приглашения отправлены. Не получат в боте: { $missed }
}
event-cancelled = Отменено, записавшиеся узнают
event-people-head = <b>{ $title }</b>. В списке: { $total }{ $begun ->
    [True] . Нажмите номер того, кто пришёл.
   *[other] {""}
}
event-guest = { $number }. { $name ->
    [none] Участник
   *[other] { $name }
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}{ $state ->
    [came] {" "}— пришёл(ла)
    [waiting] {" "}— ждёт места
   *[other] {""}
}
event-told-invited = Приглашение: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Откройте, чтобы записаться.
    .child = Приглашение: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Открой, чтобы записаться.
event-told-cancelled = Отменено: «{ $title }», { $when }.
event-told-seat = Освободилось место: «{ $title }», { $when }. Вы записаны. Если не придёте, отмените запись.
    .child = Освободилось место: «{ $title }», { $when }. Место за тобой. Если не придёшь, отмени запись.
event-remind = Завтра: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.
event-refusal-closed = На это мероприятие сейчас не записывают. Откройте карточку: там видно, что с ним.
    .child = На это мероприятие сейчас не записывают. Открой карточку: там видно, что с ним.
event-refusal-late = Запись уже закончилась.
event-refusal-changed = С этим мероприятием уже что-то сделали. Откройте его ещё раз.
event-refusal-over = Это время уже прошло. Выберите день и час впереди.
event-refusal-not-begun = Кто пришёл, отмечают после начала.
event-file = Таблицей
event-file-waiting = Готовлю таблицу…
event-file-caption = Участники: «{ $title }», в списке: { $count }
event-file-seated = Записались
event-file-queue = Ждут места
event-file-name = Имя
event-file-organisation = Организация
event-file-came = Пришли
