# Рассылки анкет: списки, карточка, приглашение ответить, напоминания, бумажные ответы.

home-campaign-list = Опросы

## Кнопки
campaigns-back = К опросам
campaigns-new = Новая рассылка
campaigns-open = Карточка рассылки
campaigns-card = К рассылке
campaigns-in-all = Во всех организациях
campaigns-answer = Ответить
campaigns-preview-adult = Просмотр: взрослым
campaigns-preview-child = Просмотр: ученикам
campaigns-launch = Запустить
campaigns-call-off = Отменить
campaigns-unanswered = Кто не ответил
campaigns-paper = Ввести с бумаги
campaigns-places = По организациям
campaigns-results = Результаты
campaigns-export = Скачать анкету (.xlsx)
campaigns-more-head = Что ещё есть про анкеты и ответы:
campaigns-door-results = Результаты
campaigns-door-change = До и после
campaigns-door-questionnaires = Свои анкеты
campaigns-door-observation = Оценка программы
campaigns-extend = Продлить
campaigns-close = Закрыть раньше
campaigns-close-yes = Да, закрыть
campaigns-keep = Пусть идёт
campaigns-which = { $which ->
    [open] Идут
    [planned] Готовятся
    [recent] Прошли
   *[auto] Отправляет бот
}

## Списки
campaigns-head = 📨 <b>Опросы</b>
    { $which ->
    [open] Идут сейчас
    [planned] Готовятся
    [recent] Прошли
   *[auto] Отправляет бот
}: { $total }
campaigns-none = { $which ->
    [open] Сейчас ни одного опроса. Чтобы разослать анкету, нажмите «Новая рассылка».
    [planned] Ничего не готовится. Чтобы разослать анкету, нажмите «Новая рассылка».
    [recent] Закрытых рассылок пока нет.
   *[auto] Здесь анкеты, которые бот отправляет сам: парам до начала, по ходу и в конце, а ещё раз в год по программе.
}
campaigns-line = { $number }. { $title }{ $where ->
    [none] {""}
   *[other] , { $where }
} · { $state ->
    [ahead] начало { $opens }
    [opening] отправляется
    [open] ответили { $answered } из { $asked }
    [closed] ответили { $answered } из { $asked }
   *[cancelled] отменена
}
campaigns-which-place = Где спрашиваем?

## Карточка
campaigns-title = <b>{ $title }</b>
campaigns-stage = { $stage ->
    [entry] Анкеты до начала
    [interim] Анкеты по ходу
   *[exit] Итоговые анкеты
}, { $year }
campaigns-where = { $organisation }
campaigns-everywhere = Все организации
campaigns-who = Кому: { $who }
campaigns-role = { $role ->
    [mentee] наставляемые
    [mentor] наставники
    [guardian] родители
    [curator] кураторы
    [psychologist] психологи
    [head] руководители
    [coordinator] координаторы
   *[referrer] рекомендующие
}
campaigns-category = { $category ->
    [pupil] ученики
    [student] студенты
    [teacher] педагоги
    [employee] сотрудники
    [parent] родители
   *[alumnus] выпускники
}
campaigns-only = Только: { $what }
campaigns-pairs = пар и групп — { $count }
campaigns-people = людей — { $count }{ $names ->
    [none] {""}
   *[other] {" "}({ $names })
}
campaigns-anonymous = Анонимно: ответы хранятся без имён.
campaigns-reach = Получат: { $reach }
campaigns-state = Состояние: { $state ->
    [draft] готова, ещё не запущена
    [planned] запущена, ждёт начала
    [now] запущена, вот-вот начнётся
    [opening] отправляется
    [open] идёт
    [closed] закрыта
   *[cancelled] отменена
}
campaigns-opens = Начало: { $at }
campaigns-closes = Ответы принимаем до: { $at }
campaigns-closed-at = Состояние: закрыта { $at }
campaigns-progress = Ответили { $answered } из { $asked } { $bar } { $percent } %
campaigns-drafted = Рассылка готова, она ниже. Посмотрите анкету и нажмите «Запустить»: до этого никто ничего не получит.
campaigns-launched = Запущено: через минуту анкета начнёт приходить людям.
campaigns-launched-quiet = Запущено. Сейчас тихие часы, поэтому люди получат анкету утром.
campaigns-launched-later = Запущено: анкета уйдёт в назначенное время.
campaigns-extended = Рассылка продлена: ответы принимаем до { $closes }.
campaigns-close-sure =
    Закрыть рассылку «{ $title }» сейчас?
    Ещё не ответили: { $missing }. Больше они ответить не смогут.

## Кто не ответил, бумага, организации
campaigns-unanswered-head =
    <b>Не ответили: { $total }</b>
    { $title }
campaigns-awaited = • { $name }{ $telegram ->
    [no] {" "}— без Telegram
   *[yes] {""}
}
campaigns-paper-head =
    <b>{ $title }</b>
    Чьи бумажные ответы введём? Здесь те, у кого нет Telegram.
campaigns-paper-none =
    <b>{ $title }</b>
    Ответы всех, у кого нет Telegram, уже введены.
campaigns-places-head = <b>{ $title }: по организациям</b>
campaigns-place = • { $organisation }: { $answered } из { $asked } ({ $percent } %)

## Тем, кто отвечает
campaigns-asked =
    <b>{ $title }</b>
    { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }, ответить можно до { $closes }. Можно прерваться и продолжить позже.{ $anonymous ->
        [yes] {" "}Ответы хранятся без имён.
       *[no] {""}
    }
campaigns-again =
    Напоминаем об анкете «{ $title }». Это недолго, а ваш ответ важен.
    Ответить можно до { $closes }.
    .child =
    Напоминаем об анкете «{ $title }». Это недолго, а твой ответ важен.
    Ответить можно до { $closes }.

## Тем, кто спрашивал
campaigns-closed =
    Рассылка «{ $title }» закрыта.
    { $progress }
campaigns-missed = Рассылка «{ $title }» не началась: пока бот не работал, её срок прошёл. Если она ещё нужна, создайте новую.
campaigns-too-few-now = Рассылка «{ $title }» не началась: для анонимной анкеты нужно хотя бы { $least } человек, иначе понятно, кто что ответил.

## Отказы
campaigns-nobody = Под эти условия никто не подходит (или ещё не дал согласие). Измените, кому отправляем.
campaigns-too-few = Для анонимной анкеты нужно хотя бы { $least } человек, а подходит { $reached }. Добавьте людей или выберите другую анкету.
campaigns-not-offered = Эту анкету сейчас отправить нельзя: её убрали из списка. Выберите другую.
campaigns-opens-past = Это время уже прошло. Назначьте начало позже.
campaigns-closes-too-soon = Рассылка закрылась бы раньше, чем началась. Назначьте более поздний последний день.
campaigns-extend-later = Сейчас ответы принимаются до { $closes }. Выберите более поздний день.
campaigns-launched-before = Эта рассылка уже запущена или отменена. Откройте её ещё раз: /campaign
campaigns-opened-before = Эта рассылка уже началась или отменена. Откройте её ещё раз: /campaign
campaigns-closed-before = Эта рассылка сейчас не идёт. Откройте её ещё раз: /campaign

## Бумажные ответы
dialogue-paper = ✍️ Вводите с бумаги: отвечает { $name }
dialogue-paper-done = Спасибо! Ответы записаны ({ $name }) и отмечены как введённые с бумаги.
dialogue-paper-next = Ввести ещё
dialogue-paper-over = Ответы этого человека уже есть, или рассылка закрыта.
dialogue-paper-theirs = У этого человека теперь есть Telegram: пусть ответит сам.
dialogue-paper-taken = Эти ответы сейчас вводит кто-то другой.
