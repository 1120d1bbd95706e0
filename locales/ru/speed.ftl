# Быстрые встречи: событие, кто придёт, план разговоров, кто пришёл.

## Кнопки
speed-back = Назад
speed-open-card = Открыть
speed-new = Новые встречи
speed-side-mentee = Наставляемые
speed-side-mentor = Наставники
speed-invite = Пригласить всех
speed-my-plan = Мой план
speed-came = Кто пришёл
speed-wishes = Пожелания
speed-print = План на печать
speed-call-off = Отменить встречи
speed-call-off-yes = Да, отменить

## Список и новое событие
speed-list-head = <b>Быстрые встречи</b>
speed-list-none =
    <b>Быстрые встречи</b>
    Наставники и наставляемые по очереди беседуют по нескольку минут, а потом говорят, с кем хотели бы работать. Это помогает подобрать пары.
speed-list-line = { $number }. { $title }, { $when }: { $state ->
    [draft] готовится
    [invited] все приглашены
   *[held] прошли
}
speed-where = В какой организации будут встречи?
speed-created =
    { $title }, { $when }.
    Теперь выберите, кто придёт. Никто ничего не получит, пока вы не пригласите.
speed-too-early = Это время уже прошло. Выберите другое.
speed-gone = Эти встречи отменены.
speed-invited-already = Людей уже пригласили, список закрыт. Если нужно иначе, отмените встречи и создайте новые.
speed-held-already = Эти встречи уже прошли.
speed-nobody = Выберите хотя бы одного наставника и одного наставляемого.
speed-not-yet = Встречи ещё не прошли. Загляните сюда после них.

## Карточка
speed-card-head =
    <b>{ $title }</b>
    🗓 { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
    Один разговор: { $minutes } мин
speed-card-people = Наставников: { $mentors }, наставляемых: { $mentees }
speed-card-rounds = Раундов: { $rounds }, закончится в { $until }
speed-card-state = { $state ->
    [draft] Готовится: никто ещё не приглашён.
    [invited] Все приглашены. После встреч каждый получит вопрос о пожеланиях.
   *[held] Прошли. Отметьте, кто не пришёл, и посмотрите пожелания.
}
speed-missed = Не дошло: { $count }. Дайте им план на бумаге.
speed-people-head = <b>{ $side ->
    [mentor] Наставники
   *[mentee] Наставляемые
}</b>: придут { $chosen } из { $total }
speed-people-line = { $chosen ->
    [yes] ✓
   *[no] –
} { $number }. { $name }
speed-came-head = <b>Кто пришёл: { $side ->
    [mentor] наставники
   *[mentee] наставляемые
}</b>. Нажмите номер того, кого не было
speed-came-line = { $came ->
    [yes] ✓
   *[no] ✗
} { $number }. { $name }
speed-call-off-sure = Отменить «{ $title }», { $when }? Все приглашённые получат сообщение.
speed-call-off-done = «{ $title }» отменены, приглашённые предупреждены.
speed-held-note = «{ $title }» прошли. Отметьте, кто не пришёл; пожелания появятся в карточке.

## Участникам
speed-invitation =
    <b>Быстрые встречи{ $named ->
        [no] { "" }
       *[yes] : { $title }
    }</b>
    🗓 { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
    По { $minutes } мин с каждым, до { $until }. Потом спросим, с кем вы хотели бы работать: ответ увидит только куратор.
    .child =
    <b>Быстрые встречи{ $named ->
        [no] { "" }
       *[yes] : { $title }
    }</b>
    🗓 { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }
    По { $minutes } мин с каждым, до { $until }. Потом спросим, с кем тебе хотелось бы работать: ответ увидит только куратор.
speed-called-off = Быстрые встречи{ $named ->
        [no] { "" }
       *[yes] { " " }«{ $title }»
    } ({ $when }) отменены. Приходить не нужно.
speed-guardian =
    { $pupil }: приглашение на быстрые встречи{ $named ->
        [no] { "" }
       *[yes] { " " }«{ $title }»
    }, { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Ребята и наставники познакомятся, а после скажут, с кем хотели бы работать.
speed-guardian-off = { $pupil }: быстрые встречи{ $named ->
        [no] { "" }
       *[yes] { " " }«{ $title }»
    } ({ $when }) отменены.
speed-plan-head = <b>{ $title }</b>, { $when }{ $place ->
    [none] { "" }
   *[other] , { $place }
}
speed-plan-line = { $number }. { $hour } — { $name ->
    [none] перерыв
   *[other] { $name }
}

## На печать
speed-print-caption = План на печать: { $title }
speed-print-round = Раунд { $number }, { $hour }
speed-print-when = { $place ->
    [none] { $day }
   *[other] { $day }, { $place }
}
speed-print-mentor = Наставник
speed-print-break = перерыв
speed-print-resting = Перерыв у наставляемых
