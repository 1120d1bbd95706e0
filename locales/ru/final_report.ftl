# Итоговый отчёт куратора и аналитическая справка: разделы в чате и слова документов.

final-section-conclusion = Выводы
final-section-next = Что дальше
final-head =
    <b>{ $organisation ->
        [none] Аналитическая справка
       *[other] Итоговый отчёт: { $organisation }
    }</b>, { $year }/{ $next_year }
    Написано разделов: { $written } из { $count }. Остальное бот возьмёт из данных.
final-line = { $number }. { $state ->
    [written] ✅
   *[waits] ▫️
 } { $name }
final-section = <b>{ $name }</b>
final-section-words = { $words }
final-section-none = Пока ничего не написано.
final-write = Написать
final-rewrite = Написать заново
final-back = ‹ К разделам
final-make-docx = Собрать для Word
final-make-pdf = Собрать в PDF
final-to-reports = ‹ К отчётам
final-written = Записано в отчёт.
final-waiting = ⏳ Собираю итоговый отчёт…
final-caption = 📄 { $organisation }: итоговый отчёт.{ $ending ->
    [docx] {" "}Его можно править в Word.
   *[pdf] {" "}Готов к печати и отправке.
 }
owed-final = Итоговый отчёт

final-paper-title = Итоговый отчёт куратора
final-paper-of-programme = о реализации программы «{ $programme }»
final-paper-of-year = { $first }/{ $last } учебный год
final-paper-made = Составлен { $day }
final-paper-head-programme = Программа и период
final-paper-programme = Программа: «{ $programme }». Основание: { $document }.
final-paper-period = Период: { $first } — { $last }. Числа приведены на { $day }.
paper-head-forms = Формы и ролевые модели
paper-column-what = Показатель
paper-column-number = Число
paper-number-mentorships = Наставнические пары и группы, работавшие в этом году
paper-number-mentors = Наставники
paper-number-mentees = Наставляемые
paper-number-completed = Завершили работу
paper-number-ended-early = Закончили досрочно
paper-column-form = Форма
paper-column-model = Ролевая модель
paper-column-count = Пар и групп
paper-column-completed = Завершено
final-paper-head-process = Как шла работа
final-paper-process = Встречи, отзывы, анкеты и оценки участников с начала учебного года:
paper-weeks = { $by ->
    [month] Встречи и оценки по месяцам
   *[week] Встречи и оценки по неделям
 }
final-paper-head-training = Обучение наставников
final-paper-training = { $count ->
    [0] Занятия школы наставников в этом году не отмечены.
    [one] Проведено { $count } занятие школы наставников:
    [few] Проведено { $count } занятия школы наставников:
   *[other] Проведено { $count } занятий школы наставников:
 }
paper-head-influence = Влияние на участников
paper-influence = Каждый участник отвечал на одни и те же вопросы до входа в программу и после её завершения. Ниже — изменение средних у тех, кто ответил оба раза.
paper-influence-greatest = На рисунке и ниже — параметры, которые изменились заметнее всего; все — в таблице.
paper-influence-none = Пока слишком мало участников, ответивших и на входе, и на выходе: изменение не рассчитано.
paper-column-parameter = Параметр
paper-column-paired = Ответили дважды
paper-column-before = До
paper-column-after = После
paper-column-change = Изменение
final-paper-head-results = Ожидаемые результаты
final-paper-results = { $count ->
    [one] Программа называет { $count } ожидаемый результат.
    [few] Программа называет { $count } ожидаемых результата.
   *[other] Программа называет { $count } ожидаемых результатов.
 } Ответ по каждому:
final-paper-column-what-number = №
final-paper-column-expected = Ожидаемый результат
final-paper-reached = Что достигнуто ({ $number }): { $words }
final-paper-unwritten = Куратор пока не заполнил.
final-paper-head-indicators = Показатели
final-paper-head-swot = Сильные и слабые стороны
final-paper-swot = По открытым ответам участников и наблюдениям куратора.
final-paper-swot-part = { $mark ->
    [strength] Сильные стороны
    [weakness] Слабые стороны
    [idea] Возможности
   *[trouble] Угрозы
 }
final-paper-swot-count = { $count ->
    [one] Отмечен { $count } ответ участников.
    [few] Отмечено { $count } ответа участников.
   *[other] Отмечено { $count } ответов участников.
 }
final-paper-column-part = Раздел
final-paper-column-words = Содержание
final-paper-head-roadmap = Дорожная карта
final-paper-roadmap = Выполнено: { $done }, просрочено: { $late }, впереди: { $ahead }.
final-paper-head-conclusion = Выводы
final-paper-head-next = Что дальше
final-paper-signature = Куратор
final-paper-column-proof = Что показывают данные

proof-none = Данных пока нет.
proof-change = «{ $question }»: было { $before }, стало { $after } ({ $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
 } ответов).
proof-change-few = «{ $question }»: мало данных ({ $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[other] { $count } пар
 } ответов).
proof-yes = «{ $question }» — «да» { $yes ->
    [one] ответил
   *[other] ответили
 } { $yes } из { $count }.
proof-yes-few = «{ $question }» — мало данных ({ $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
 }).
proof-marks = Средний балл: был { $before }, стал { $after } (известен у { $count ->
    [one] { $count } наставляемого
   *[other] { $count } наставляемых
 }).
proof-olympiads = Олимпиад и конкурсов за год: было { $before }, стало { $after } (известно о { $count ->
    [one] { $count } наставляемом
   *[other] { $count } наставляемых
 }).
proof-exams = ВПР, ОГЭ и ЕГЭ: сдали всё { $after } из { $count }.
proof-register = Сняты с профилактического учёта: { $after } из { $count }.
proof-outcome-few = { $what ->
    [marks] Средний балл
    [olympiads] Олимпиады и конкурсы
    [exams] ВПР, ОГЭ и ЕГЭ
   *[register] Профилактический учёт
 }: мало данных.
proof-topics = Встречи на темы: { $topics }. Наставляемых: { $people } из { $count }.
proof-counted = { $name }: { $count }.
proof-share = { $name }: { $part } из { $count }.
proof-counted-few = { $name }: меньше { $fewest }.
proof-plans = Индивидуальных планов: { $plans }, согласовано { $agreed }, выполнено пунктов { $done } из { $count }.
proof-training = Занятий школы наставников: { $count }.
proof-practices = Опубликовано практик: { $count }.
proof-events = Проведено событий: { $count }.

owed-note = Аналитическая справка
note-waiting = ⏳ Собираю аналитическую справку…
note-caption = 📄 Аналитическая справка муниципалитета.{ $ending ->
    [docx] {" "}Её можно править в Word.
   *[pdf] {" "}Готова к печати и отправке.
 }
note-paper-title = Аналитическая справка
note-paper-of-programme = о реализации программы «{ $programme }»
note-paper-of-year = { $first }/{ $last } учебный год
note-paper-head-programme = Программа и участие
note-paper-document = Основание: { $document }.
note-paper-period = Числа приведены с { $first } по { $day }.
note-paper-head-places = Организации
note-paper-column-place = Организация
note-paper-column-pairs = Пар и групп
note-paper-column-meetings = Встречи проведены
note-paper-column-answers = Анкеты заполнены
note-paper-column-mean = Доволь­ны, из 10
note-paper-column-late = Просро­чено
note-paper-of = { $part } из { $whole }
note-paper-hidden = * Среднее скрыто, чтобы не выдать ответы немногих.
note-paper-head-indicators = Показатели: план и факт
note-paper-process = Встречи, отзывы, анкеты и оценки во всех организациях с начала учебного года:
note-paper-held = Сколько запланированных встреч состоялось, по организациям
note-paper-head-work = Дорожная карта и рекомендации
note-paper-roadmap = Дорожная карта в организациях: выполнено { $done }, просрочено { $late } (организаций: { $places }).
note-paper-recommendations = Рекомендации: ждут ответа { $waiting }, из них просрочено { $overdue }, ответ получен и ждёт решения { $answered }.
note-paper-unwritten = Координатор пока не заполнил.
note-paper-head-conclusion = Выводы
note-paper-head-next = Что дальше
note-paper-signature = Муниципальный координатор
