# Тревожные ответы: психологу и куратору.

home-alarms-list = Тревожные ответы
alarms-notice = Есть ответ, на который стоит взглянуть. Сам ответ виден только в списке: его не видят ни наставник, ни руководитель.
alarms-look = Посмотреть
alarms-head = <b>Тревожные ответы</b>
    Сначала те, на которые ещё никто не смотрел.
alarms-none = Тревожных ответов нет. Если появится ответ, на который стоит взглянуть, я напишу.
alarms-line = { $number }. { $state ->
    [new] 🔸
   *[seen] ✓
} { $name }{ $class ->
    [none] { "" }
   *[other] , { $class }
} — { $day }{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}{ $state ->
    [new] { "" }
   *[seen] {" · "}{ $who }
}
alarms-card = <b>{ $name }</b>{ $class ->
    [none] { "" }
   *[other] , { $class }
}
alarms-card-asked = Анкета «{ $title }», { $day }
alarms-card-answer = { $question }
    Ответ: <b>{ $answer }</b>
alarms-card-do =
    <b>Что сделать</b>
    Поговорите с глазу на глаз в ближайшие дни. Ответ дан по доверию: не пересказывайте его наставнику и одноклассникам.
alarms-card-done = ✓ { $day }: { $who }{ $note ->
    [none] { "" }
   *[other] {" — "}{ $note }
}
alarms-seen = Посмотрели
alarms-person = Карточка
alarms-back = Назад
alarms-seen-done = Записали. { $name }: ответ отмечен как просмотренный.
alarms-seen-already = На этот ответ уже посмотрели: { $who }.
