# Мероприятия: семинары, курсы, конкурсы, итоговые встречи.

home-events-list = Мероприятия
municipality-door-events = Мероприятия
events-head = <b>Мероприятия</b>
events-none = Мероприятий пока нет.
events-line = { $number }. { $title } — { $when }{ $state ->
    [draft] , черновик
    [cancelled] , отменено
    [held] , прошло
    [announced] , итоги объявлены
   *[open] {""}
}
events-new = Новое мероприятие
events-back = К мероприятиям
events-where = Мероприятие какой организации?
event-card = <b>{ $title }</b>
    { $kind }{ $organisation ->
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
event-kind = { $kind ->
    [seminar] Семинар
    [course] Курсы
    [contest] Конкурс
    [conference] Конференция
    [closing] Итоговое мероприятие
    [festival] Фестиваль
    [forum] Форум
    [round-table] Круглый стол
    [webinar] Вебинар
    [master-class] Мастер-класс
   *[other] Мероприятие
}
event-until = { $over ->
    [True] Запись закончилась { $day }.
   *[False] Запись до { $day } включительно.
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
event-opening = Приглашения уходят: людей много, это займёт несколько минут
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
event-told-invited = { $ward ->
    [none] Приглашение
   *[other] Приглашение для ребёнка
}: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. { $ward ->
    [none] Откройте, чтобы записаться.
   *[other] Откройте, чтобы записать ребёнка.
}
    .child = Приглашение: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Открой, чтобы записаться.
event-told-cancelled = Отменено: «{ $title }», { $when }.{ $ward ->
    [none] {""}
   *[other] {" "}Туда был записан ваш ребёнок: { $ward }.
}
event-told-seat = Освободилось место: «{ $title }», { $when }. { $ward ->
    [none] Вы записаны. Если не придёте, отмените запись.
   *[other] Место теперь есть: { $ward }. Если прийти не получится, отмените запись.
}
    .child = Освободилось место: «{ $title }», { $when }. Место за тобой. Если не придёшь, отмени запись.
event-told-moved = Перенос: «{ $title }» теперь { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. { $ward ->
    [none] Ваша запись сохранилась. Если время не подходит, отмените её.
   *[other] Запись сохранилась: { $ward }. Если время не подходит, отмените её.
}
    .child = Перенос: «{ $title }» теперь { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Твоя запись сохранилась. Если время не подходит, отмени её.
event-told-place = Новое место: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $ward ->
    [none] {""}
   *[other] {" "}Записан ваш ребёнок: { $ward }.
}
event-told-renamed = Новое название: «{ $title }» (раньше «{ $old }»), { $when }.{ $ward ->
    [none] {""}
   *[other] {" "}Записан ваш ребёнок: { $ward }.
}
event-told-about = «{ $title }», { $when }. Новое описание: { $about }{ $ward ->
    [none] {""}
   *[other] {" "}(записан ваш ребёнок: { $ward })
}
event-told-signed = { $ward ->
    [none] Вас записали
   *[other] { $ward }: запись
} на «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $state ->
    [waiting] {" "}Мест пока нет: это лист ожидания, если место освободится, я напишу.
   *[signed] {" "}Место есть.
}
    .child = Тебя записали на «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $state ->
    [waiting] {" "}Мест пока нет: это лист ожидания, если место освободится, я напишу.
   *[signed] {" "}Место за тобой.
}
event-told-off = { $ward ->
    [none] Вашу запись отменили
   *[other] { $ward }: запись отменили
}: «{ $title }», { $when }.
    .child = Твою запись отменили: «{ $title }», { $when }.
event-told-result = 🎉 Итоги: «{ $title }». { $ward ->
    [none] Ваш результат: { $result }. Поздравляем!
   *[other] { $ward }: { $result }. Поздравляем!
}
    .child = 🎉 Итоги: «{ $title }». Твой результат: { $result }. Поздравляем!
event-told-announced = Итоги объявлены: «{ $title }». { $ward ->
    [none] Спасибо, что участвовали!
   *[other] Спасибо за участие: { $ward }.
}
    .child = Итоги объявлены: «{ $title }». Спасибо за твоё участие!
event-remind = Завтра: «{ $title }», { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}.{ $ward ->
    [none] {""}
   *[other] {" "}Записан ваш ребёнок: { $ward }.
}
event-ics = В календарь
event-calendar = Откройте файл: мероприятие появится в календаре телефона.
    .child = Открой файл: мероприятие появится в календаре телефона.
event-calendar-about = Запись и отмена в Telegram у бота: { $bot }
event-others = { $whom ->
    [wards] Записать своего ребёнка
   *[people] Записать других
}
event-others-head = <b>{ $title }</b>. Кого записать? Нажмите номер: запишу или отменю запись.
event-other = { $number }. { $name }{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}{ $state ->
    [signed] {" "}— запись есть
    [waiting] {" "}— в листе ожидания
   *[off] {""}
}
event-edit = Изменить…
event-editing = <b>{ $title }</b>, { $when }{ $place ->
    [none] {""}
   *[other] , { $place }
}. Что изменить?{ $state ->
    [open] {" "}Кто записан, узнает о новом времени, месте, названии и описании.
   *[draft] {""}
}
event-move = Дата, время, место
event-field-called = Название
event-field-contents = Описание
event-field-whom = Кого зовём
event-field-room = Сколько мест
event-field-deadline = Срок записи
event-saved = Сохранено: «{ $title }».{ $state ->
    [open] {" "}Кого это касается, узнают днём.
   *[draft] {""}
}
event-results = Итоги
event-results-head = <b>Итоги: { $title }</b>{ $announced ->
    [True] {""}
   *[False] {" "}(ещё не объявлены)
}{ $writes ->
    [True] . Нажмите номер того, кому записать место или номинацию.
   *[False] {""}
}
event-results-none = Никто ещё не отмечен как пришедший.
event-results-line = { $number }. { $name ->
    [none] Имя не публикуется
   *[other] { $name }
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}: { $result }
event-result = { $place ->
    [0] { $nomination ->
        [none] участие
       *[other] номинация «{ $nomination }»
    }
   *[other] { $place } место{ $nomination ->
        [none] {""}
       *[other] , номинация «{ $nomination }»
    }
}
event-judged = Записано. { $name }: { $result }.
event-announce = Объявить итоги
event-announced = Итоги объявлены, каждый узнает свой
event-merits-pdf = Грамоты PDF: { $count }
event-merits-caption = Грамоты: «{ $title }», страниц: { $count }
event-learnt = Зачесть обучение
event-learnt-head = <b>{ $title }</b>. Наставники, которые пришли: { $count }
event-learnt-ask = Какой шаг школы наставников это было? Он запишется тем, у кого его ещё нет.
event-learnt-all = Все шаги школы наставников у них уже есть.
event-counted = Шаг записан, наставников: { $count }
event-refusal-closed = На это мероприятие сейчас не записывают. Откройте карточку: там видно, что с ним.
    .child = На это мероприятие сейчас не записывают. Открой карточку: там видно, что с ним.
event-refusal-late = Запись уже закончилась.
event-refusal-changed = С этим мероприятием уже что-то сделали. Откройте его ещё раз.
    .child = С этим мероприятием уже что-то сделали. Открой его ещё раз.
event-refusal-over = Это время уже прошло. Выберите день и час впереди.
event-refusal-begun = Мероприятие уже началось, изменить это нельзя.
event-refusal-until = Запись не может закончиться позже мероприятия. Выберите другой день.
event-refusal-judged = У этого участника записан итог. Сначала уберите его в «Итогах».
event-refusal-no-results = Объявлять пока нечего: запишите хотя бы одно место или номинацию.
event-refusal-counted = У всех, кто пришёл, этот шаг уже есть.
event-refusal-not-begun = Кто пришёл, отмечают после начала.
event-walkin = Кто ещё пришёл
event-walkin-found = { $count ->
    [0] По запросу «{ $part }» никого не нашлось среди тех, кого звали.
   *[other] По запросу «{ $part }»: нажмите номер того, кто пришёл.
}
event-walkin-line = { $number }. { $name }
event-walkin-again = Искать ещё
event-file = Таблицей
event-file-waiting = Готовлю таблицу…
event-file-caption = Участники: «{ $title }», в списке: { $count }
event-file-seated = Записались
event-file-queue = Ждут места
event-file-name = Имя
event-file-organisation = Организация
event-file-came = Пришли
event-file-place = Место
event-file-nomination = Номинация
