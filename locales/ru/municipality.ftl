# Комнаты координатора: организации, базы кураторов, наставников и экспертов, шефство организаций.

home-municipality-open = Муниципалитет
home-organisation-own = Организация
municipality-button = ‹ Муниципалитет
municipality-head = <b>Муниципалитет</b>
municipality-numbers = Организаций: { $organisations }, кураторов: { $curators }, наставников: { $mentors }.
municipality-recommendations = Рекомендации: ответов ждут решения — { $answered }, просрочено — { $overdue }.
municipality-proposed = Шефство организаций: ждут согласия — { $count }.
municipality-door-organisations = Организации
municipality-door-recommendations = Рекомендации
municipality-door-comparison = Сравнение
municipality-door-vertical = Шефство
municipality-door-curators = Кураторы
municipality-door-mentors = Наставники
municipality-door-experts = Эксперты
municipality-door-campaigns = Опросы
municipality-door-indicators = Показатели
municipality-door-roadmap = Дорожная карта
municipality-door-documents = Документы
municipality-door-reports = Отчёты
municipality-door-note = Аналитическая справка

# Организации
organisations-search = Найти
organisations-show = Показать
organisations-found = { $count ->
    [0] По запросу «{ $part }» организаций нет. Попробуйте короче: номер или часть названия.
   *[other] По запросу «{ $part }» — организаций: { $count }
}
organisations-own = Какую организацию показать?
organisations-own-button = К организации
organisations-card-button = К организации
organisations-short = Коротко: { $name }
organisations-genitive = В документах: { $name }
organisations-heads = Руководители: { $names }
organisations-standing = Наставников: { $mentors }, наставляемых: { $mentees }, действующих пар: { $active }.
    { $last ->
    [none] Встреч ещё не было.
   *[other] Последняя встреча: { $last }.
}
organisations-late = <b>Требует внимания</b>{ $recommendations ->
    [0] {""}
   *[other] . Рекомендаций без ответа в срок: { $recommendations }
}{ $milestones ->
    [0] {""}
   *[other] . Просрочено по дорожной карте: { $milestones }
}{ $idle ->
    [0] {""}
   *[other] . Пар без встреч три недели: { $idle }
}.
organisations-edit = Изменить
organisations-edit-more = Изменить ещё
organisations-edited = Сохранено: { $name }.
organisations-fields = <b>{ $name }</b>
    Что изменить?
organisations-field-name = Название
organisations-field-short-name = Короткое название
organisations-field-genitive = Родительный падеж
organisations-field-kind = Вид
organisations-field-zone = Часовой пояс
organisations-doors = <b>{ $name }</b>
    Что показать?
recommendation-door = Рекомендации

# Базы
colleagues-head = <b>{ colleagues-base }</b>: { $total }
colleagues-base = { $base ->
    [curators] Кураторы
    [mentors] Наставники
   *[experts] Предметные эксперты
}
colleagues-sought = По запросу «{ $part }»
colleagues-area = Чем помогают: { $area }
colleagues-line = { $number }. { $name } — { $organisation }{ $about ->
    [none] {""}
   *[other] , { $about }
}
colleagues-search = Найти
colleagues-show = Показать
colleagues-all = Показать всех
colleagues-areas = По направлениям
colleagues-which-area = Какое направление помощи?
colleagues-export = Таблицей
colleagues-back = ‹ К списку
colleagues-found = { $count ->
    [0] По запросу «{ $part }» никого нет. Попробуйте короче: часть имени, предмет или номер школы.
   *[other] По запросу «{ $part }» нашлось: { $count }
}
colleagues-card = <b>{ $name }</b>
    { $organisation }
colleagues-card-post = Должность: { $words }
colleagues-card-subject = Предмет: { $words }
colleagues-card-areas = Помогает: { $areas }
colleagues-card-room = Наставляемых сейчас: { $load }, может взять: { $capacity }
colleagues-waiting = Готовлю таблицу…
colleagues-caption = { colleagues-base }: { $count }
colleagues-title-curators = Кураторы
colleagues-title-mentors = Наставники
colleagues-title-experts = Эксперты
colleagues-column-name = Имя
colleagues-column-organisation = Организация
colleagues-column-post = Должность
colleagues-column-subject = Предмет
colleagues-column-areas = Чем помогает
colleagues-column-capacity = Сколько берёт
colleagues-column-load = Сколько ведёт

# Шефство организаций (вертикальная модель)
vertical-door = Шефство
vertical-municipality = Муниципалитет
vertical-head = <b>Шефство организаций</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
vertical-none = Пока никто никого не ведёт.
vertical-line = { $number }. { $mentor } → { $mentee } — { vertical-state }
vertical-state = { $state ->
    [proposed] ждёт согласия
    [active] идёт
    [completed] цель достигнута
    [ended] прекращено
   *[declined] отказались
}
vertical-new = Предложить шефство
vertical-list = К шефству
vertical-open = Открыть
vertical-card =
    <b>{ $mentor } → { $mentee }</b>
    Сейчас: { vertical-state }
vertical-goal = Цель: { $goal }
vertical-days = С { $starts }{ $ends ->
    [none] , без срока
   *[other] {" "}по { $ends }
}
vertical-agreements = Согласны: наставник — { $mentor ->
    [yes] да
   *[no] ещё нет
}, наставляемая — { $mentee ->
    [yes] да
   *[no] ещё нет
}.
vertical-result = Результат: { $result }
vertical-agree = Согласиться
vertical-decline = Отказаться
vertical-end = Завершить
vertical-agreed = Согласие записано
vertical-declined = Отказ записан, остальные узнают
vertical-proposed = Предложение отправлено. Я напишу, когда обе организации согласятся или кто-то откажется.
vertical-over = { $state ->
    [completed] Записано: цель достигнута. Обе организации узнают.
   *[ended] Записано: шефство прекращено. Обе организации узнают.
}
vertical-told-proposed = Предложено шефство: { $mentor } → { $mentee }. Цель: { $goal } Откройте и ответьте, согласна ли ваша организация.
vertical-told-active = Шефство началось: { $mentor } → { $mentee }. Цель: { $goal }
vertical-told-declined = От шефства отказались: { $mentor } → { $mentee }.
vertical-told-over = { $state ->
    [completed] Шефство завершено, цель достигнута
   *[ended] Шефство прекращено
}: { $mentor } → { $mentee }. { $result }
vertical-overtaken = { $state ->
    [active] Обе стороны уже согласились, шефство идёт
    [completed] Шефство уже завершено
    [ended] Шефство уже прекращено
    [declined] От этого шефства уже отказались
   *[proposed] Ваша организация уже согласилась, ждём вторую
}{ $who ->
    [none] {""}
   *[other] {" "}({ $who })
}.
vertical-refusal-itself = Организация не может вести сама себя. Выберите другую наставляемую.
vertical-refusal-days = Окончание должно быть позже начала. Исправьте день.
vertical-refusal-again = Такое шефство уже предложено или идёт. Откройте его в списке.
vertical-refusal-answered = На это предложение уже ответили. Откройте карточку: там видно, что стало.
vertical-refusal-over = Это шефство уже закончено.
vertical-refusal-not-begun = Обе стороны ещё не согласились. Можно только прекратить.
summary-vertical = Шефство организаций: действует { $count }.

# Сравнение организаций
compare-head = <b>Сравнение организаций</b>: { $measure }
compare-days = С { $first } по { $last }
compare-total = Все вместе: { $told }
compare-line = { $number }. { $organisation } — { $told }
compare-hidden = Скрыто, где ответили меньше пяти человек, и там, где это можно было бы вычислить.
compare-few = скрыто: мало ответов
compare-nothing = нет данных
compare-value-share = { $value } %{ $of ->
    [none] {""}
   *[other] {" "}(из { $of })
}
compare-value-mean = { $value } из 10
compare-value-count = { $whole }
compare-by = Что сравнить
compare-which = По чему сравнить организации?
compare-back = ‹ К сравнению
compare-chart = Картинкой
compare-table = Таблицей
compare-measure-active = Действующие пары
compare-measure-met = Пары со встречами
compare-measure-held = Состоялись по плану
compare-measure-answered = Ответы на анкеты
compare-measure-mentors = Довольны наставники
compare-measure-mentees = Довольны наставляемые
compare-indicator = Показатель, %
compare-waiting = Готовлю сравнение…
compare-caption = Сравнение организаций
compare-sheet = Сравнение
compare-chart-total = Все вместе: { $total }
compare-chart-more = Ещё организаций: { $count }. Все есть в таблице.
compare-cell-hidden = скрыто
