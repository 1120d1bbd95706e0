# Встречи: список, карточка, план, другое время, перенос, отмена, напоминания, отметка и отзыв.

## Список

meetings-title = <b>Встречи</b>
meetings-title-pair = <b>Встречи этой пары</b>
meetings-none = Впереди встреч нет.
meetings-none-pair = Встреч ещё не было.
meetings-item = { $n }. { $when } — { $kind }, { $who }
meetings-item-waits = { $n }. ❗ { $when } — { $kind }, { $who }: ждёт отметки
meetings-item-held = { $n }. ✅ { $when } — { $kind }
meetings-item-not_held = { $n }. ✖️ { $when } — { $kind }, не состоялась
meetings-item-cancelled = { $n }. ✖️ { $when } — { $kind }, отменена
meetings-choose = <b>С кем будет встреча?</b>
meetings-to-log = <b>Какую встречу отметить?</b>

## О встрече строками

meetings-line-kind = <b>{ $kind }</b>
meetings-line-when = 🗓 { $when }
meetings-line-elsewhere = 🕰 { $time } (у вас { $yours }) — { $where }
    .child = 🕰 { $time } (у тебя { $yours }) — { $where }
meetings-line-elsewhere-day = 🕰 { $day }, { $time } (у вас { $yours }) — { $where }
    .child = 🕰 { $day }, { $time } (у тебя { $yours }) — { $where }
meetings-line-place = 📍 { $place }
meetings-line-online = 💻 Онлайн, ссылки пока нет
meetings-line-link = 💻 Онлайн: { $link }
meetings-line-lesson = 🏫 На уроке: { $lesson }
meetings-line-lesson-unnamed = 🏫 На уроке
meetings-line-people = 👥 { $people }

## Карточка

meetings-card = <b>Встреча</b>
meetings-state-planned = Запланирована. Напомним за день и за час.
meetings-state-waits = Время встречи наступило. Когда она закончится, отметьте её.
    .child = Время встречи наступило. Когда она закончится, отметь её.
meetings-state-held = ✅ Состоялась, { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}.
meetings-state-not-held-mentee_ill = ✖️ Не состоялась: болезнь наставляемого.
meetings-state-not-held-mentor_ill = ✖️ Не состоялась: болезнь наставника.
meetings-state-not-held-timetable = ✖️ Не состоялась: накладка в расписании.
meetings-state-not-held-forgotten = ✖️ Не состоялась: о ней забыли.
meetings-state-not-held-other = ✖️ Не состоялась.
meetings-state-cancelled = ✖️ Отменена.
meetings-state-cancelled-why = ✖️ Отменена. Причина: { $reason }
meetings-proposal = Другое время: { $when }. Об этом просит { $who }.
meetings-proposal-place = Другое место: { $place }. Об этом просит { $who }.
meetings-comment = <blockquote expandable>{ $comment }</blockquote>
meetings-there = Были { $count } из { $total }: { $people }.
meetings-away-ill = Не было: { $name } (болезнь).
meetings-away-busy = Не было: { $name } (занятость).
meetings-away-no_word = Не было: { $name } (без предупреждения).
meetings-away-other = Не было: { $name }.

## Кнопки

meetings-button-open = Подробнее
meetings-button-fine = Хорошо
meetings-button-propose = Другое время
meetings-button-propose-place = Другое место
meetings-button-place = Место или ссылка
meetings-button-more = Ещё…
meetings-button-repeat = Повторять
meetings-button-series = Повторяющиеся встречи
meetings-button-calendar = Файл для календаря
meetings-button-move-all = Перенести с этой
meetings-button-stop = Отменить с этой
meetings-button-accept = Принять
meetings-button-keep = Оставить как есть
meetings-button-anyway = Всё равно принять
meetings-button-plan = Назначить встречу
meetings-button-next = Назначить следующую
meetings-button-log = Отметить прошедшую
meetings-button-log-this = Отметить встречу
meetings-button-link = Открыть ссылку
meetings-button-move = Перенести
meetings-button-cancel = Отменить встречу
meetings-button-other = Другая встреча
meetings-button-comment = Добавить комментарий
meetings-button-log-held = Да
meetings-button-log-not_held = Нет
meetings-button-log-moved = Перенесли

## План, другое время, перенос, отмена

meetings-planned = ✅ Встреча назначена. Всем, кого она касается, мы написали и напомним за день и за час.
meetings-moved = ✅ Встреча перенесена. Участникам мы написали.
meetings-cancelled = Встреча отменена. Участникам мы написали.
meetings-proposed = Спросили, подойдёт ли { $when }. Пока не ответили, встреча остаётся в прежнее время: { $now }.
meetings-proposed-place = Спросили, подойдёт ли другое место: { $place }. Пока не ответили, всё остаётся по-прежнему.
meetings-relocated = ✅ Место встречи изменено. Участникам мы написали.
meetings-overlap = ⚠️ В это время уже есть другая встреча. Если это ошибка, перенесите одну из них. У кого: { $busy }
    .child = ⚠️ В это время уже есть другая встреча. Если это ошибка, перенеси одну из них. У кого: { $busy }
meetings-clash-busy = ⚠️ В это время уже есть другая встреча. У кого: { $busy }
meetings-clash-taken = ⚠️ В это время там уже назначена другая встреча. Где: { $place }
meetings-clash-anyway = Принять предложение всё равно?
meetings-told-planned = { $who } приглашает на встречу. Чтобы она попала в календарь, откройте файл.
    .child = { $who } приглашает на встречу. Чтобы она попала в календарь, открой файл.
meetings-told-moved = { $who } переносит встречу. Было: { $before }. Новое время — ниже, новый файл исправит его в календаре.
meetings-told-agreed = { $who } соглашается и переносит встречу. Было: { $before }. Новое время — ниже, новый файл исправит его в календаре.
meetings-told-cancelled = { $who } отменяет встречу. Причина: { $reason }. Файл уберёт её из календаря.
meetings-told-called-off = Встреча отменена: наставничество завершено. Файл уберёт её из календаря.
meetings-told-called-off-all = Наставничество завершено, поэтому { $count ->
    [one] отменена { $count } встреча
    [few] отменены { $count } встречи
   *[many] отменено { $count } встреч
}. Файл уберёт их из календаря. Ближайшая из них:
meetings-told-relocated = { $who } меняет место встречи. Новое место — ниже, новый файл исправит его в календаре.
meetings-told-link = { $who } присылает ссылку на встречу. Новый файл добавит её в календарь.
meetings-told-link-changed = Ссылка изменилась: { $who } присылает новую. Новый файл исправит её в календаре.
meetings-told-fine = { $who }: время встречи подходит — { $when }.
meetings-told-proposed = { $who } просит перенести встречу ({ $kind }). Сейчас: { $now }. Предлагает: { $when }.
meetings-told-proposed-place = { $who } просит изменить место встречи ({ $kind }, { $now }). Предлагает: { $place }.
meetings-told-kept-place = { $who } просит оставить прежнее место встречи: { $when }.
meetings-told-kept = { $who } просит оставить время прежним: { $when }.

## Напоминания и отметка

meetings-remind-day = 🔔 Скоро встреча.
meetings-remind-hour = 🔔 Встреча через час.
meetings-remind-log = Встреча состоялась?
meetings-logged = ✅ Записано.
meetings-logged-held = Встреча состоялась, { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}. Каждый участник получит вопрос, как она прошла.
meetings-logged-absent = Не было: { $people }.
meetings-logged-not-held = Встреча не состоялась. Можно сразу назначить другую.
meetings-logged-moved = Встреча перенесена: { $when }. Участникам мы написали.

## Повторяющиеся встречи

meetings-series = <b>Повторяющиеся встречи</b>
meetings-series-weekly = Каждую неделю, с этой встречи:
meetings-series-fortnightly = Раз в две недели, с этой встречи:
meetings-series-item = 🗓 { $when }
meetings-series-more = И ещё { $count }, последняя { $last }
meetings-series-over = Впереди больше ничего нет.
meetings-repeated = ✅ { $count ->
    [one] Назначена ещё { $count } встреча
    [few] Назначено ещё { $count } встречи
   *[many] Назначено ещё { $count } встреч
} в то же время: с { $first } по { $last }. Участникам мы написали, о каждой напомним за день и за час.
meetings-left-out = ⚠️ Дней с накладкой: { $count }. Их пропустили, у кого-то из участников тогда другая встреча: { $days }.
meetings-series-same = Встречи уже стоят на этом времени.
meetings-series-moved = ✅ Перенесено встреч: { $count }. Ближайшая: { $when }. Участникам мы написали.
meetings-series-kept = Остались на прежнем времени, потому что вышли бы за срок наставничества: { $days }.
meetings-series-busy = ⚠️ В эти дни у кого-то из участников в то же время другая встреча: { $days }.
meetings-series-cancelled = Отменено встреч: { $count }. Больше они не повторяются. Участникам мы написали.
meetings-told-repeated = { $who } назначает повторяющиеся встречи: ещё { $count }, последняя — { $last }. В файле все сразу. Первая из них:
meetings-told-series-moved = { $who } переносит повторяющиеся встречи, их { $count }. Новый файл исправит их в календаре. Ближайшая из них:
meetings-told-series-cancelled = { $who } отменяет повторяющиеся встречи: их { $count }, последняя была бы { $last }. Причина: { $reason }. Файл уберёт их из календаря. Ближайшая из отменённых:

## Календарь и часы

meetings-calendar = Файл для календаря. Откройте его, и встреча встанет на место или исправится.
    .child = Файл для календаря. Открой его, и встреча встанет на место или исправится.
meetings-calendar-lesson = Наставничество: посещение урока
meetings-hours = Как наставник: { $count ->
    [one] { $count } встреча
    [few] { $count } встречи
   *[many] { $count } встреч
}, { $time }.

## Отзыв

meetings-feedback-about = { $kind }, { $when }. { $people }
meetings-feedback-again = Ждём один ответ: о встрече { $when } ({ $kind }). { $people }
meetings-feedback-thanks = Спасибо! Оценка сохранена. Участники встречи её не увидят.
meetings-comment-thanks = Спасибо! Комментарий сохранён.

## Почему нельзя

meetings-refusal-changed = Эту встречу только что изменил кто-то другой. Откройте её снова: /meetings
    .child = Эту встречу только что изменил кто-то другой. Открой её снова: /meetings
meetings-refusal-changed-to = Эту встречу только что изменил кто-то другой: теперь она { $when }. Откройте её снова: /meetings
    .child = Эту встречу только что изменил кто-то другой: теперь она { $when }. Открой её снова: /meetings
meetings-refusal-cancelled = Эту встречу уже отменили. Все встречи — в /meetings
meetings-refusal-cancelled-by = Эту встречу уже отменили. Кто: { $who }. Все встречи — в /meetings
meetings-refusal-logged-by = Эту встречу уже отметили. Кто: { $who }. Все встречи — в /meetings
meetings-refusal-link = Такая ссылка не откроется. Она должна начинаться с https:// и быть без пробелов. Скопируйте её целиком.
    .child = Такая ссылка не откроется. Она должна начинаться с https:// и быть без пробелов. Скопируй её целиком.
meetings-refusal-link-long = Ссылка слишком длинная: в ней может быть не больше { $longest } знаков. Попробуйте короткую.
    .child = Ссылка слишком длинная: в ней может быть не больше { $longest } знаков. Попробуй короткую.
meetings-refusal-place-long = Слишком длинно: место встречи — не больше { $longest } знаков. Напишите короче.
    .child = Слишком длинно: место встречи — не больше { $longest } знаков. Напиши короче.
meetings-refusal-same-place = Встреча и так будет там. Если хотите другое место, назовите его.
    .child = Встреча и так будет там. Если хочешь другое место, назови его.
meetings-refusal-single = В этом наставничестве одна встреча, и она уже есть. Её можно перенести или отменить в /meetings
meetings-refusal-repeats = Эта встреча уже повторяется. Откройте её в /meetings
    .child = Эта встреча уже повторяется. Открой её в /meetings
meetings-refusal-no-series = Эта встреча не повторяется. Перенести или отменить её можно в /meetings
meetings-refusal-no-repeats = До этого дня ({ $until }) повторить встречу не получится. Выберите день позже или посмотрите, до какого дня длится наставничество.
    .child = До этого дня ({ $until }) повторить встречу не получится. Выбери день позже или посмотри, до какого дня длится наставничество.
meetings-refusal-all-busy = Во все эти дни у кого-то из участников уже есть другая встреча. Перенесите встречу на другое время и повторите с него.
    .child = Во все эти дни у кого-то из участников уже есть другая встреча. Перенеси встречу на другое время и повтори с него.
meetings-refusal-nobody-there = Если не было никого из наставников или никого из наставляемых, встреча не состоялась. Вернитесь к вопросу о том, кого не было, или отмените и отметьте «Нет».
    .child = Если не было никого из наставников или никого из наставляемых, встреча не состоялась. Вернись к вопросу о том, кого не было, или отмени и отметь «Нет».
meetings-refusal-logged = Эту встречу уже отметили. Все встречи — в /meetings
meetings-refusal-nothing-to-log = Отмечать пока нечего: встречи отмечает наставник, когда пара уже работает.
meetings-refusal-no-mentorship = Назначать встречи можно, когда пара закреплена приказом. Если она должна уже работать, напишите куратору.
    .child = Назначать встречи можно, когда пара закреплена приказом. Если она должна уже работать, напиши куратору.
meetings-refusal-commented = Комментарий к этой оценке уже есть.
