# Дорожная карта: что, где и к какому дню нужно сделать.

roadmap-none = Дорожной карты здесь пока нет: в программе её нет или организации ещё не созданы.
roadmap-choose = <b>Дорожная карта</b>
    Чью показать?
roadmap-municipality = Муниципалитет
roadmap-of-municipality = Муниципалитет
roadmap-where-late = Где опаздывают
roadmap-other = Другая организация
roadmap-back = К дорожной карте
roadmap-card = Карточка

roadmap-head = 🗺 <b>Дорожная карта: { $place }</b>
roadmap-counts = Всего { $count }: сделано { $done }, опаздывает { $late }, скоро срок у { $soon }.
roadmap-heading = <b>{ $name }</b>
roadmap-undated = Без срока
roadmap-month = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[12] Декабрь
} { $year }
roadmap-line = { $number }. { $standing ->
    [late] ❗ опоздание, было до { $day }
    [due] ⏰ сегодня последний день
    [soon] 🔔 до { $day }
    [ahead] до { $day }
    [done] ✅ сделано
    [not_needed] не нужно
    [past] { $day }, до подключения к боту
   *[undated] срок не назначен
} — { $measure }{ $place ->
    [none] {""}
   *[other] {" "}({ $place })
}
roadmap-nothing = Здесь пусто.
roadmap-nothing-next = Сейчас ничего не горит. Следующий срок — { $day }: { $measure }
roadmap-only-now = Сейчас
roadmap-only-late = Опоздания
roadmap-only-all = Всё
roadmap-only-done = Сделано
roadmap-by-month = По месяцам
roadmap-by-stage = По этапам
roadmap-ways = Файлы и люди
roadmap-ways-head = <b>Дорожная карта: { $place }</b>
    Картинку удобно смотреть в телефоне, документ — распечатать или отправить.
roadmap-picture = Картинка на год
roadmap-document = Документ с отметками

# Где опаздывают
roadmap-late-head = <b>Где опаздывают</b>
    { $count ->
        [0] Нигде: все сроки соблюдены.
        [one] { $count } мероприятие не сделано в срок.
        [few] { $count } мероприятия не сделаны в срок.
       *[many] { $count } мероприятий не сделано в срок.
    }
roadmap-late-row = { $number }. до { $day } — { $measure }: { $count } из { $all } { $all ->
    [one] организации
   *[other] организаций
}
roadmap-late-place = { $number }. { $place }: { $count } { $count ->
    [one] мероприятие
    [few] мероприятия
   *[many] мероприятий
}
roadmap-late-by-places = По организациям
roadmap-late-by-rows = По мероприятиям
roadmap-late-back = К опозданиям
roadmap-where-head = <b>{ $measure }</b>
    Не сделано в срок: { $count } из { $all } { $all ->
        [one] организации
       *[other] организаций
    }. Нажмите номер, чтобы открыть организацию.

# Карточка
roadmap-card-head = <b>{ $measure }</b>
    { $place }
roadmap-card-standing = { $standing ->
    [late] ❗ Опоздание: было до { $day }
    [due] ⏰ Сегодня последний день
    [soon] 🔔 Скоро срок: до { $day }
    [ahead] Впереди: до { $day }
    [done] ✅ Сделано
    [not_needed] Не нужно
    [past] Срок прошёл до подключения к боту: { $day }
   *[undated] Срок не назначен
}
roadmap-card-term = Срок в документе: { $term }
roadmap-card-content = <b>Содержание</b>
roadmap-card-item = • { $text }
roadmap-card-answering = <b>Отвечают</b>
roadmap-card-executor = • { $executor }{ $names ->
    [none] {""}
   *[other] {": "}{ $names }
}{ $count ->
    [0] {""}
   *[other] {" "}и ещё { $count }
}
roadmap-card-nobody = Исполнитель в документе не назван.
roadmap-card-document = <b>Что должно получиться:</b> { $document }
roadmap-card-place = В документе: { $where }{ $note ->
    [none] {""}
   *[other] . { $note }
}
roadmap-card-by = { $standing ->
    [done] ✅ Отмечено { $day }
   *[not_needed] Отмечено как ненужное { $day }
}{ $who ->
    [none] {""}
   *[other] , { $who }
}
roadmap-card-sent = ✅ Показатели отправлены { $day }, отмечать не нужно.
roadmap-card-note = { $note }
roadmap-do = Сделано
roadmap-set-day = Назначить срок
roadmap-move-day = Изменить срок
roadmap-skip = Не нужно
roadmap-link = Открыть ссылку
roadmap-file = Файл
roadmap-file-caption = Файл к мероприятию дорожной карты
roadmap-undo = Снять отметку
roadmap-needed = Снова нужно

roadmap-done = ✅ Отмечено: сделано. Спасибо!
roadmap-skipped = Отмечено: здесь это не нужно. Больше не напомню.
roadmap-dated = Срок — { $day }. Напомню за две недели, за три дня и в сам день.
roadmap-overtaken = { $state ->
    [done] Уже отмечено как сделанное
   *[not_needed] Уже отмечено как ненужное
}: { $day }{ $who ->
    [none] {""}
   *[other] , { $who }
}. Откройте карточку заново.
roadmap-refusal-closed = Отметка уже стоит: кто-то успел раньше. Откройте карточку заново.
roadmap-refusal-open = Отметки уже нет. Откройте карточку заново.
roadmap-refusal-nowhere-late = С этим уже никто не опаздывает.


# Файлы
roadmap-file-waiting = ⏳ Готовлю файл…
roadmap-picture-caption = 🗺 { $place }: дорожная карта на учебный год
roadmap-document-caption = 🗺 { $place }: дорожная карта с отметками о выполнении
roadmap-picture-title = Дорожная карта, { $first }/{ $last } учебный год
roadmap-picture-today = сегодня, { $day }
roadmap-picture-empty = В этом году сроков нет
roadmap-picture-step = { $standing ->
    [late] поздно, до { $day }
    [due] сегодня
    [soon] скоро, до { $day }
    [done] сделано
    [not_needed] не нужно
    [past] прошло
   *[ahead] до { $day }
}
roadmap-picture-done = сделано
roadmap-picture-late = опоздание
roadmap-picture-soon = срок скоро
roadmap-picture-ahead = впереди
roadmap-picture-past = до подключения к боту
roadmap-picture-not-needed = не нужно
roadmap-paper-title = ДОРОЖНАЯ КАРТА
roadmap-paper-as-of = по состоянию на { $day }
roadmap-paper-number = №
roadmap-paper-measure = Мероприятие
roadmap-paper-content = Содержание деятельности
roadmap-paper-term = Сроки
roadmap-paper-responsible = Ответственные
roadmap-paper-document = Результат
roadmap-paper-done = Отметка о выполнении
roadmap-paper-now = (сейчас: до { $days })
roadmap-paper-step = { $standing ->
    [done] Выполнено { $day }
    [not_needed] Не требуется, отмечено { $day }
   *[late] Не выполнено в срок до { $day }
}{ $who ->
    [none] {""}
   *[other] , { $who }
}
