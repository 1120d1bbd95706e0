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
meetings-line-elsewhere = 🕰 У других участников: { $time }, { $there }
meetings-line-elsewhere-day = 🕰 У других участников: { $day }, { $time }, { $there }
meetings-line-place = 📍 { $place }
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
meetings-comment = «{ $comment }»

## Кнопки

meetings-button-open = Подробнее
meetings-button-fine = Хорошо
meetings-button-propose = Другое время
meetings-button-accept = Принять
meetings-button-keep = Оставить как есть
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
meetings-overlap = ⚠️ У кого-то из участников в это время уже есть другая встреча. Если это ошибка, перенесите одну из них.
    .child = ⚠️ У кого-то из участников в это время уже есть другая встреча. Если это ошибка, перенеси одну из них.
meetings-told-planned = { $who } приглашает на встречу. Чтобы она попала в календарь, откройте файл.
    .child = { $who } приглашает на встречу. Чтобы она попала в календарь, открой файл.
meetings-told-moved = { $who } переносит встречу. Было: { $before }. Новое время — ниже, новый файл исправит его в календаре.
meetings-told-cancelled = { $who } отменяет встречу. Причина: { $reason }. Файл уберёт её из календаря.
meetings-told-called-off = Встреча отменена: наставничество завершено. Файл уберёт её из календаря.
meetings-told-fine = { $who }: время встречи подходит — { $when }.
meetings-told-proposed = { $who } просит перенести встречу ({ $kind }). Сейчас: { $now }. Предлагает: { $when }.
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
meetings-logged-not-held = Встреча не состоялась. Можно сразу назначить другую.
meetings-logged-moved = Встреча перенесена: { $when }. Участникам мы написали.

## Отзыв

meetings-feedback-about = { $kind }, { $when }. { $people }
meetings-feedback-again = Ждём один ответ: о встрече { $when } ({ $kind }). { $people }
meetings-feedback-thanks = Спасибо! Оценка сохранена. Участники встречи её не увидят.
meetings-comment-thanks = Спасибо! Комментарий сохранён.

## Почему нельзя

meetings-refusal-changed = Эту встречу только что изменил кто-то другой. Откройте её снова: /meetings
    .child = Эту встречу только что изменил кто-то другой. Открой её снова: /meetings
meetings-refusal-logged = Эту встречу уже отметили. Все встречи — в /meetings
meetings-refusal-nothing-to-log = Отмечать пока нечего: встречи отмечает наставник, когда пара уже работает.
meetings-refusal-no-mentorship = Назначать встречи можно, когда пара закреплена приказом. Если она должна уже работать, напишите куратору.
    .child = Назначать встречи можно, когда пара закреплена приказом. Если она должна уже работать, напиши куратору.
meetings-refusal-commented = Комментарий к этой оценке уже есть.
