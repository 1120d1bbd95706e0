# Показатели: что введено, напоминания об отчёте. $quarter: номер квартала или «none» для года.

indicators-open = 📊 К показателям
indicators-back = К показателям
indicators-denominator-done = Записали: { $name } — { $value } на { $on }.
indicators-plan-done = Записали план: { $value } %. { $name }
indicators-plan-laid-down = Этот план установлен самим документом программы, менять его не нужно.
indicators-too-early = Этот период начнётся { $first }. Показатели можно будет отправить после.

# Доска показателей, карточка, числитель словами.

indicators-municipality = муниципалитет
indicators-period = { $quarter ->
    [none] { $year } год
   *[other] { $quarter } квартал { $year } года
}
indicators-none = В документе вашей программы показателей нет. Её оценивают по ожидаемым результатам: их { $count }, и о каждом говорится в итоговом отчёте. Как идут дела сейчас, покажет сводка.
indicators-to-summary = К сводке
indicators-to-reports = К отчётам
indicators-whose = Чьи показатели открыть?
indicators-head = 📊 <b>Показатели: { $place }</b>
    { $period }, отчётная дата — { $day }
indicators-line = { $name }: <b>{ $fact }</b>{ $plan }
indicators-line-brief = { $name }: <b>{ $fact }</b>
indicators-fact-hidden = { $small ->
    [yes] меньше 5
   *[no] скрыто
}
indicators-fact-share = { $share } % ({ $n } из { $m })
indicators-fact-of-nothing = доли нет ({ $n } из 0)
indicators-fact-count = { $why ->
    [answers] ответов пока нет
    [elsewhere] { $n }
   *[open] { $n }, доли пока нет
}
indicators-plan-none = {" "}{ $more ->
    [yes] ↑
   *[no] ↓
}
indicators-plan-met = , план { $plan } % { $more ->
    [yes] ↑
   *[no] ↓
}{ $met ->
    [yes] {" "}— выполнен ✅
    [no] {" "}— не выполнен
   *[none] {""}
}
indicators-hint-enter = ✏️ Введите знаменатели: не хватает { $count ->
    [one] { $count } числа
   *[other] { $count } чисел
}. Откройте показатель по номеру.
indicators-hint-lacking = ⏳ Муниципальную долю посчитаю, когда знаменатели введут все: ждём { $count ->
    [one] { $count } организацию
    [few] { $count } организации
   *[many] { $count } организаций
}.
indicators-unsent = Ещё не отправлено. ↑ — больше лучше, ↓ — меньше лучше.
indicators-sent = ✅ Отправлено: { $at }
indicators-way-send = Отправить
indicators-way-report = Отчёт и файлы
indicators-way-periods = Другой период
indicators-way-what-sent = Что отправлено
indicators-way-receipts = Кто отправил
indicators-way-remind = Напомнить
indicators-way-to-municipality = К муниципалитету
indicators-way-enter = Ввести знаменатель
indicators-way-plan = Ввести план
indicators-way-behind = Кто за числителем
indicators-way-across = По организациям
indicators-way-chart = Картинка
indicators-which-period = За какой период показать?
indicators-card-title = <b>{ $id }</b> { $name }
indicators-place = <i>{ $place }</i>
indicators-note = <i>Примечание: { $note }</i>
indicators-card-fact = Факт: <b>{ $fact }</b>{ $plan }
indicators-card-base = Было (база): { $base } %
indicators-card-numerator = Числитель: { $counted }
indicators-card-denominator = Знаменатель: { $of }
indicators-card-unknown = ⚠️ Ещё { $count ->
    [one] { $count } человек мог бы войти
    [few] { $count } человека могли бы войти
   *[many] { $count } человек могли бы войти
} в числитель: не указаны дата рождения, класс или начало работы.
indicators-of-answered = все, кто ответил на вопросы об удовлетворённости
indicators-of-open = { $name } — ещё не введён
indicators-of-elsewhere = { $name } — одно число на весь муниципалитет, его вводит координатор
indicators-of-lacking = { $name } — ждём: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}и ещё { $rest }
}
indicators-of-summed = { $number } — { $name }, сумма по { $count ->
    [one] { $count } организации
   *[other] { $count } организациям
}
indicators-of-typed = { $number } — { $name }, на { $on }; источник: { $source }
indicators-past = { $bar } { $period }: { $fact }
indicators-behind-head = <b>{ $name }</b>: за числителем { $count ->
    [0] пока никого по имени
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
indicators-behind-names = Предприятия: { $names }
indicators-behind-nameless = Ещё { $count } — без имени: ответили анонимно.
indicators-to-card = К показателю
indicators-across-head = <b>{ $name }</b>, { $period }
    Муниципалитет: <b>{ $fact }</b>
indicators-counted-side = { $side ->
    [mentor] наставники
   *[mentee] наставляемые
}
indicators-counted-role = { $role ->
    [head] руководители организаций
    [curator] кураторы
    [psychologist] психологи
   *[coordinator] координаторы
}
indicators-counted-category = { $category ->
    [pupil] школьники
    [student] студенты
    [teacher] педагоги
    [employee] работники предприятий
    [parent] родители
   *[alumnus] выпускники
}
indicators-counted-age = от { $first } до { $last } лет
indicators-counted-under = младше { $years } лет
indicators-counted-grades = класс: { $grades }
indicators-counted-experience = стаж от { $first } до { $last } лет
indicators-counted-hired = работают здесь от { $first } до { $last } лет
indicators-counted-posts = должность: { $posts }
indicators-counted-qualification = { $grade ->
    [first] первая категория
    [highest] высшая категория
   *[none] без категории
}
indicators-counted-need = { $need ->
    [special_needs] с ОВЗ
    [pmpk] с заключением ПМПК
    [register] на профилактическом учёте
    [hard_situation] в трудной жизненной ситуации
    [underachieving] неуспевающие
    [gifted] одарённые
    [risk_group] из группы риска
    [low_results] с низкими результатами у учеников
    [qualification] с категорией
   *[tutor] с тьютором
}
indicators-counted-model = ролевая модель «{ $model }»
indicators-counted-when = { $when ->
    [entered] чьё наставничество началось за время программы
   *[working] чьё наставничество шло в отчётном периоде
}
indicators-counted-mentees = если среди их наставляемых есть: { $who }
indicators-counted-satisfied = { $side ->
    [mentor] наставники
   *[mentee] наставляемые
}, у которых средняя удовлетворённость в последней анкете за год — от { $mark } из 10
indicators-counted-giving = организации, чьи люди стали наставниками: { $kinds }
indicators-counted-kind = { $kind ->
    [school] школы
    [preschool] детские сады
    [supplementary] учреждения дополнительного образования
    [college] колледжи
   *[enterprise] предприятия
}
indicators-counted-having = организации, в реестре которых есть { $document ->
    [order] распорядительный акт
    [regulation] положение
    [programme] программа наставничества
    [roadmap] дорожная карта
    [appointment] приказ о кураторе
    [agreement] соглашение с партнёром
   *[other] такой документ
} ({ $states })
indicators-counted-state = { $state ->
    [kept] есть в реестре
    [sent] на проверке
    [approved] утверждена
    [returned] на доработке
   *[archived] в архиве
}
indicators-counted-monitored = организации, которые за календарный год заполнили критерии мониторинга{ $report ->
    [yes] {" "}или прислали отчёт
   *[no] {""}
}

# Отправка, кто отправил, напоминание, отчёт и файлы.

indicators-check = <b>Проверьте перед отправкой</b>
indicators-check-whole = Всё на месте: знаменатели введены, данные полные.
indicators-check-denominator = нет знаменателя: { $name }
indicators-check-early = отчётная дата — { $day }: до неё числа ещё могут измениться
indicators-check-unknown = { $count ->
    [one] про { $count } человека
   *[other] про { $count } человек
} не всё известно: нет даты рождения, класса или начала работы
indicators-check-missing = { $count ->
    [one] не прислала { $count } организация
    [few] не прислали { $count } организации
   *[many] не прислали { $count } организаций
}: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}и ещё { $rest }
}
indicators-do-send = Отправить
indicators-again = Отправить ещё раз
indicators-sent-already = Этот отчёт уже отправлен. Откройте показатели снова, чтобы увидеть, что ушло.
indicators-sent-head = ✅ <b>Отправлено: { $place }</b>
    { $period }. { $at }, { $by }
indicators-sent-by-nobody = отправителя больше нет в программе
indicators-receipts-head = <b>Кто отправил: { $period }</b>
    { $count } из { $total }
indicators-receipt = ✅ { $at }
indicators-owed = ещё нет
indicators-remind-all = Напомнить всем
indicators-only-missing = Кто не отправил
indicators-only-all = Показать всех
indicators-asked = 📊 { $organisation }: координатор ждёт показатели за { $quarter ->
    [none] { $year } год
   *[other] { $quarter } квартал { $year } года
} (отчётная дата — { $day }). Проверьте цифры и отправьте.
indicators-chased-asked = ✅ { $count ->
    [one] Напомнили { $count } организации
   *[other] Напомнили { $count } организациям
}: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}и ещё { $rest }
}
indicators-chased-earlier = Сегодня уже напоминали: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}и ещё { $rest }
} ({ $count }). Завтра можно будет снова.
indicators-chased-nobody = ⚠️ Напомнить некому, куратора нет или он недоступен: { $names }{ $rest ->
    [none] {""}
   *[other] {" "}и ещё { $rest }
} ({ $count }).
indicators-chased-none = Напоминать никому не нужно: всё уже прислали.
indicators-report-sent = В отчёте будут числа, которые отправлены.
indicators-report-unsent = Отчёт ещё не отправлен: в нём будут числа на сегодня.
indicators-as-text = Текстом
indicators-as-docx = Документ Word
indicators-as-xlsx = Таблица Excel
indicators-file-waiting = ⏳ Готовлю отчёт…
indicators-chart-waiting = ⏳ Рисую картинку…
indicators-file-caption = 📄 Показатели: { $organisation }, { $quarter ->
    [none] { $year } год
   *[other] { $quarter } квартал { $year } года
}
indicators-chart-caption = 📈 { $name }: по отправленным отчётам
indicators-text-head = <b>{ $title }</b>
    { $place }, { $period }, отчётная дата — { $day }
indicators-text-row = <b>{ $id }</b> { $name }: <b>{ $fact }</b>

# Отчёт на бумаге.

indicators-paper-municipality = Муниципалитет
indicators-paper-period = { $quarter ->
    [none] { $year } год
   *[other] { $quarter } квартал { $year } года
}
indicators-paper-of-period = за { $period }, отчётная дата — { $day }
indicators-paper-column = { $column ->
    [number] №
    [name] Показатель
    [sort] Тип показателя
    [unit] Единица
    [base] { $year } г., база
    [plan] { $quarter ->
        [none] { $year } г., план
       *[other] { $quarter } кв. { $year } г., план
    }
   *[fact] { $quarter ->
        [none] { $year } г., факт
       *[other] { $quarter } кв. { $year } г., факт
    }
}
indicators-paper-unit = в %
indicators-paper-kind = { $number } – { $kind ->
    [school] МОУ
    [preschool] ДОУ
    [supplementary] УДО
    [college] колледжи
   *[enterprise] предприятия
}
indicators-paper-hidden = { $small ->
    [yes] меньше 5
   *[no] скрыто
}
indicators-paper-numbers = { $n } из { $m }
indicators-paper-count = { $why ->
    [answers] ответов пока нет
   *[open] { $n }, без доли
}
indicators-paper-with-plan = , план { $plan }
indicators-paper-met = { $met ->
    [yes] (выполнен)
   *[no] (не выполнен)
}
indicators-paper-answered = ответившие на вопросы об удовлетворённости
indicators-paper-summed = { $name }, сумма по { $count ->
    [one] { $count } организации
   *[other] { $count } организациям
}
indicators-paper-source = { $name }, на { $on }; { $text }
indicators-paper-counted-head = Как посчитано на { $day }
indicators-paper-counted-number = №
indicators-paper-counted-above = Числитель
indicators-paper-counted-below = Знаменатель
indicators-paper-counted-of = От чего доля и откуда число
indicators-paper-counted-plan = План
indicators-paper-note = Примечание к { $id }: { $text }
indicators-paper-unsent = Не отправлено, данные на { $on }
indicators-paper-sent = Отправлено { $on }
indicators-paper-signature = { $signer ->
    [municipality] Муниципальный координатор
   *[organisation] Руководитель организации
}
indicators-paper-sheet-table = Показатели
indicators-paper-sheet-counted = Как посчитано
indicators-paper-chart-plan = план
