# Сводка, картинка, таблица, плакат с QR-кодом и файл для календаря.

## Сводка строками: в чате, разметка HTML

report-title = 📊 <b>{ $organisation }</b>, { $first } — { $last }
report-active-pairs = Активных пар и групп: { $count }
report-meetings = { $held ->
    [one] Проведена { $held }
   *[other] Проведено { $held }
 } из { $planned ->
    [one] { $planned } встречи
   *[other] { $planned } встреч
 }
report-meetings-unplanned = Ещё без плана: { $count }
report-meetings-none = Встреч не было и не планировалось
report-meetings-rest = Не состоялось: { $not_held }, без отметки: { $unlogged }, отменено: { $cancelled }, перенесено: { $moved }
report-feedback = Отзывы о встречах: { $answered } из { $asked }
report-feedback-none = Отзывы о встречах: никого не спрашивали
report-questionnaires = Анкеты: { $answered } из { $asked }
report-questionnaires-none = Анкеты: никому не отправляли
report-meeting-marks = Оценка встреч: <b>{ $mean }</b> из 5 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 })
report-meeting-marks-up = Оценка встреч: <b>{ $mean }</b> из 5 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, ▲ { $change })
report-meeting-marks-down = Оценка встреч: <b>{ $mean }</b> из 5 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, ▼ { $change })
report-meeting-marks-same = Оценка встреч: <b>{ $mean }</b> из 5 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, как в прошлый период)
report-meeting-marks-few = Оценка встреч: среднее скрыто, чтобы не выдать ответы немногих ({ $count })
report-meeting-marks-none = Оценка встреч: пока нет ответов
report-satisfaction = Удовлетворённость: <b>{ $mean }</b> из 10 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 })
report-satisfaction-up = Удовлетворённость: <b>{ $mean }</b> из 10 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, ▲ { $change })
report-satisfaction-down = Удовлетворённость: <b>{ $mean }</b> из 10 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, ▼ { $change })
report-satisfaction-same = Удовлетворённость: <b>{ $mean }</b> из 10 ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }, как в прошлый период)
report-satisfaction-few = Удовлетворённость: среднее скрыто, чтобы не выдать ответы немногих ({ $count })
report-satisfaction-none = Удовлетворённость: пока нет ответов
report-waiting = ⚠️ Без встреч { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
 } и дольше — { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
 }:
report-waiting-none = ✅ Нет пар без встреч { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
 } и дольше
report-waiting-pair = • { $pair } — { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
 }
report-waiting-never = • { $pair } — ни одной встречи за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
 }
report-waiting-more = …и ещё { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
 }: все в таблице

## Если не получилось

report-not-made = Не получилось подготовить файл. Попробуйте ещё раз; если не выйдет, скажите координатору.
report-too-long = Файл готовился слишком долго. Выберите период покороче или попробуйте ещё раз.

## Картинка

report-chart-period = { $first } — { $last }
report-chart-meetings = { $by ->
    [month] Встречи по месяцам
   *[week] Встречи по неделям
 }
report-chart-planned = запланировано
report-chart-held = проведено
report-chart-marks = Оценка встреч, из 5
report-chart-count-below = n — сколько человек ответило
report-chart-empty = Пока нет данных
report-chart-empty-meetings = Здесь появятся встречи, как только их запланируют
report-chart-empty-marks = Здесь появятся оценки после первых встреч

## Таблица: имена листов (до 31 знака), столбцы, значения

report-sheet-summary = Сводка
report-sheet-pairs = Пары
report-sheet-meetings = Встречи
report-sheet-asked = Кого спросили
report-sheet-answers = Ответы

report-column-what = Показатель
report-column-value = Значение
report-column-count = Ответов
report-column-change = Изменение
report-column-pair = Пара или группа
report-column-form = Форма
report-column-state = Состояние
report-column-mentors = Наставники
report-column-mentees = Наставляемые
report-column-starts = Начало
report-column-ends = Окончание
report-column-active = Активна
report-column-last-held = Последняя встреча
report-column-kind = Вид встречи
report-column-when = Когда
report-column-meeting-state = Итог
report-column-planned = По плану
report-column-moves = Переносов
report-column-minutes = Минут
report-column-format = Как встречались
report-column-place = Место
report-column-linked = Есть ссылка
report-column-present = Были
report-column-invited = Из скольких
report-column-reason = Почему не состоялась
report-column-asked-for = О чём
report-column-title = Анкета
report-column-who = Кто
report-column-asked-at = Когда спросили
report-column-answered = Ответ есть
report-column-answered-at = Когда ответили
report-column-question = Вопрос
report-column-answer = Ответ
report-column-measure = Для чего считается
report-column-score = Балл

report-row-organisation = Организация
report-row-first = Период с
report-row-last = Период по
report-row-zone = Часовой пояс
report-row-active-pairs = Активных пар и групп
report-row-planned = Встреч запланировано
report-row-held = Из них проведено
report-row-unplanned = Проведено без плана
report-row-not-held = Не состоялось
report-row-unlogged = Без отметки
report-row-cancelled = Отменено
report-row-moved = Перенесено
report-row-feedback-asked = Отзывов запрошено
report-row-feedback-answered = Отзывов получено
report-row-questionnaires-asked = Анкет отправлено
report-row-questionnaires-answered = Анкет заполнено
report-row-meeting-marks = Оценка встреч (1–5), среднее
report-row-satisfaction = Удовлетворённость (1–10), среднее
report-row-waiting = Пар без встреч
report-row-waiting-days = Дней без встречи: { $pair }

report-value-yes = да
report-value-no = нет
report-value-anonymous = анонимно
report-value-form-pupil-pupil = ученик — ученик
report-value-form-student-pupil = студент — ученик
report-value-form-teacher-pupil = учитель — ученик
report-value-form-employer-pupil = работодатель — ученик
report-value-form-teacher-teacher = учитель — учитель
report-value-form-head-teacher = руководитель — педагог
report-value-mentorship-proposed = предложена
report-value-mentorship-agreed = все согласны
report-value-mentorship-active = активна
report-value-mentorship-completed = завершена
report-value-mentorship-ended_early = завершена досрочно
report-value-mentorship-declined = отказ
report-value-meeting-planned = запланирована
report-value-meeting-held = состоялась
report-value-meeting-not_held = не состоялась
report-value-meeting-cancelled = отменена
report-value-format-in_person = очно
report-value-format-online = онлайн
report-value-format-lesson = на уроке
report-value-kind-acquaintance = знакомство
report-value-kind-trial = пробная рабочая
report-value-kind-planning = планирование
report-value-kind-working = рабочая
report-value-kind-final = итоговая
report-value-reason-mentee_ill = наставляемый болел
report-value-reason-mentor_ill = наставник болел
report-value-reason-timetable = не совпало расписание
report-value-reason-forgotten = забыли
report-value-reason-other = другое
report-value-asked-feedback = отзыв о встрече
report-value-asked-entry = анкета на входе
report-value-asked-interim = промежуточная анкета
report-value-asked-exit = анкета на выходе
report-value-asked-questionnaire = анкета
report-value-measure-meeting = оценка встречи
report-value-measure-satisfaction = удовлетворённость

## Плакат

report-poster-title = Наставничество
report-poster-about-1 = Наставник делится опытом и поддерживает:
report-poster-about-2 = в учёбе, в профессии и на новом месте.
report-poster-call = Приглашаем наставников и тех, кому нужен наставник
report-poster-step-1 = Наведите камеру телефона на код — откроется Telegram
report-poster-step-2 = Нажмите «Начать» и ответьте на несколько вопросов
report-poster-step-3 = Дождитесь ответа куратора — он придёт туда же
report-poster-guardian = Кому нет 18 лет, понадобится согласие родителей: бот подскажет, как его получить.
report-poster-link = Или откройте ссылку:
report-poster-valid = Приглашение действует до { $until } включительно

## Файл для календаря

report-calendar-title-acquaintance = Наставничество: встреча-знакомство
report-calendar-title-trial = Наставничество: пробная рабочая встреча
report-calendar-title-planning = Наставничество: встреча-планирование
report-calendar-title-working = Наставничество: рабочая встреча
report-calendar-title-final = Наставничество: итоговая встреча
report-calendar-about = Участники: { $people }. { $organisation }. Перенести или отменить встречу можно в Telegram у бота: { $bot }
