# Результаты анкет в чате: чьи, какой анкеты, числа, ответы словами, изменение «до и после», подсказка о расхождении.

## Кнопки
results-back = Назад
results-to-campaigns = К опросам
results-all-places = Все вместе
results-other-place = Другая организация
results-to-swot = Сильные и слабые
results-to-change = До и после
results-picture = Картинка
results-filter = Фильтр
results-export = Скачать ответы
results-by-place = По организации
results-place-head = Какая организация?
results-whole = Все вместе, без отбора
results-read = Читать ответы
results-by-form = По формам
results-by-role = По ролям
results-by-organisation = По организациям
results-file-xlsx = Таблица Excel
results-file-csv = CSV для программ
results-chart-more = Ещё вопросы

## Чьи результаты, какая анкета
results-whose = Чьи результаты показать?
results-no-places = Организаций пока нет. Создайте первую, и здесь появятся её анкеты.
results-everywhere = Все организации
results-list-head = 📊 <b>Результаты анкет</b>
    { $where }
results-list-line = { $number }. { $title } — ответили { $answered } из { $asked }
results-list-none = Ответов пока нет. Как только кто-нибудь ответит на анкету, числа появятся здесь.
results-unknown = Этой анкеты здесь нет. Откройте список результатов ещё раз.
results-role = { $role ->
    [mentor] Наставники
    [mentee] Наставляемые
    [curator] Кураторы
    [coordinator] Координаторы
    [psychologist] Психологи
    [head] Руководители
    [guardian] Родители
   *[referrer] Рекомендующие
}

## Числа анкеты
results-head = 📊 <b>{ $title }</b>
    { $where }
results-one-campaign = эта рассылка
results-narrowed = Только: { $what }
results-rate = Спросили { $asked }, ответили { $answered } ({ $share } %)
results-counted = { $count ->
    [one] { $count } законченный ответ
    [few] { $count } законченных ответа
   *[other] { $count } законченных ответов
}
results-anonymous-waits = Анкета анонимная: ответы открываются, когда их наберётся не меньше пяти, или когда она закроется.
results-asked = <b>{ $number }.</b> { $title }
results-asked-alone = <b>{ $title }</b>
results-of-version = (версия { $versions })
results-figures = Среднее <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b>, медиана { NUMBER($median, minimumFractionDigits: 1) }, { $answered ->
    [one] { $answered } ответ
    [few] { $answered } ответа
   *[other] { $answered } ответов
}
results-choices = { $choices } (всего { $answered })
results-words = { $answered ->
    [0] Ответов пока нет
    [one] { $answered } ответ
    [few] { $answered } ответа
   *[other] { $answered } ответов
}
results-hidden = { $answered ->
    [0] Числа пока скрыты, чтобы никого не выдать
    [one] { $answered } ответ, числа скрыты, чтобы никого не выдать
    [few] { $answered } ответа, числа скрыты, чтобы никого не выдать
   *[other] { $answered } ответов, числа скрыты, чтобы никого не выдать
}
results-words-theirs = Ответы словами читают куратор и психолог организации.
results-secret = Такие ответы видят только куратор и психолог организации
results-few = Ответов здесь слишком мало, чтобы показать их и никого не выдать. Нужно хотя бы пять.
results-no-scales = В этой анкете нет вопросов со шкалой, рисовать нечего. Откройте вопрос по номеру.
results-part = • { $name }: { $figures }
results-no-part = не указано
results-filter-head = Чьи ответы показать? Выберите форму или роль.

## Картинки и таблицы
results-chart-waiting = ⏳ Рисую картинку…
results-chart-caption = 📊 { $title } · { $where }
results-export-head = В каком файле прислать ответы? В нём по строке на каждый ответ и описание вопросов.
results-rows-waiting = ⏳ Собираю ответы…
results-rows-caption = 📄 { $title } · { $where }: все ответы. В файле могут быть имена: не пересылайте его посторонним.
results-rows-large-xlsx = Таблица получилась слишком большой для Telegram: { $megabytes } МБ из 50. Выберите CSV: он приходит сжатым. Или скачайте ответы по одной рассылке.
results-rows-large-csv = Файл получился слишком большим для Telegram даже сжатым: { $megabytes } МБ из 50. Скачайте ответы по одной рассылке.

## Ответы словами
answers-head = 💬 <b>{ $title }</b>
    { $sign ->
    [none] Всего ответов: { $total }
   *[other] Показаны только с отметкой { $sign }
}
answers-legend = Отметьте важное, второе нажатие снимает отметку:
    💪 сильное
    🔻 слабое
    💡 идея
    ⚠️ трудность
answers-none = Таких ответов нет.
answers-line = <b>{ $number }.</b> { $sign }{ $text }
answers-who = <i>— { $name }</i>
answers-paper = <i>(с бумаги)</i>
answers-every = Все
answers-only = { $sign }
answers-of = 💬 <b>{ $title }</b>

swot-head = 🧭 <b>Сильные и слабые стороны: { $organisation }</b>
swot-quarter = <b>{ $mark ->
    [strength] 💪 Сильные стороны
    [weakness] 🔻 Слабые стороны
    [idea] 💡 Возможности
   *[trouble] ⚠️ Риски
}</b>
swot-words = <i>{ $text }</i>
swot-answer = • { $text }
swot-nothing = Пока пусто: отметьте ответы участников.
swot-write = Написать своими словами
swot-part = { $mark ->
    [strength] 💪
    [weakness] 🔻
    [idea] 💡
   *[trouble] ⚠️
} Все: { $count }

## Изменение от входа к выходу
change-waiting = ⏳ Сравниваю ответы до и после…
change-head = 📈 <b>До и после</b>: { $where }
change-none = Сравнивать пока нечего: никто ещё не ответил на обе анкеты, перед началом и в конце.
change-none-shown = Показывать пока нечего: пар ответов слишком мало, чтобы никого не выдать.
change-forms = По формам
change-forms-head = Какую форму наставничества показать?
change-picture = Картинка { $number }
change-chart-caption = 📈 До и после: { $where }
change-scale = { $scale ->
    [satisfaction] Удовлетворённость
    [process] Как идёт работа
    [relationship] Отношения в паре
   *[compatibility] Совместимость
}
change-pair-open = До и после
change-pair-none = В этой паре сравнивать нечего: для её анкет нет общих вопросов.
change-pair-head = 📈 <b>{ $name }</b>, { $side ->
    [mentor] наставник
   *[mentee] наставляемый
}
change-pair-state = { $state ->
    [both] Ответы до и после
    [entry] Пока есть только ответы до начала
    [exit] Есть только итоговые ответы
   *[none] Ответов пока нет
}
change-pair-step = • { $label } <b>{ $before } → { $after }</b>
change-pair-shift = • { $label } <b>{ $before } → { $after }</b>{ $way ->
    [up] { " " }(+{ $by })
    [down] { " " }(−{ $by })
   *[same] { "" }
}
change-number = { NUMBER($number, minimumFractionDigits: 1) }

## Подсказка куратору
gap-hint = 🔎 { $mentor } и { $mentee } очень по-разному видят свою работу вдвоём ({ $stage ->
    [entry] анкета перед началом
    [interim] анкета на полпути
   *[exit] итоговая анкета
}). Возможно, стоит поговорить с каждым отдельно. Ответов друг друга они не видят.
