# Отчёты, которые просит документ: что должны, что отправлено, кто принял; запрос отчёта и напоминания.

home-reports-open = Отчёты
owed-where = Отчёты какой организации открыть?
owed-head = <b>Отчёты{ $organisation ->
    [none] {" муниципалитета"}
   *[other] : { $organisation }
}</b>
    { $count ->
        [0] Документ программы не просит отчётов отсюда.
       *[other] Что и когда нужно отправить. Нажмите номер, чтобы открыть.
    }
owed-line = { $number }. { $report } — до { $day }: { owed-standing }
owed-standing = { $standing ->
    [returned] ↩️ вернули на доработку
    [late] ❗️ не отправлен, срок прошёл
    [due] ⏰ сегодня последний день
    [soon] ⏳ скоро срок
    [ahead] ещё не отправлен
    [sent] отправлен
    [fulfilled] ✅ показатели отправлены
    [accepted] ✅ принят
   *[past] срок был до вашего прихода в бот
}
owed-card = <b>{ $report }</b>
    { $organisation ->
        [none] {""}
       *[other] { $organisation }.{" "}
    }Срок: до { $day }. { $goes ->
        [coordinator] Принимает координатор.
        [head] Принимает руководитель организации.
       *[nobody] Принимать его в боте не нужно: достаточно отправить.
    }
    В документе: { $place }
owed-card-state = Сейчас: { owed-standing }.
owed-card-sent = { $state ->
    [asked] Запросили { $day }
   *[other] Отправили { $day }
}{ $name ->
    [none] { "" }
   *[other] {", "}{ $name }
}.
owed-card-note =
    Пояснение:
    <blockquote expandable>{ $note }</blockquote>
owed-card-answer =
    Что доработать:
    <blockquote expandable>{ $answer }</blockquote>
owed-open = Открыть
owed-back = К отчётам
owed-link = Открыть ссылку
owed-file = Получить файл
owed-file-caption = { $report }, до { $day }
owed-send = Отправить отчёт
owed-send-again = Отправить ещё раз
owed-accept = Принять
owed-return = Вернуть
owed-sent = Отчёт записан: { $report }, до { $day }. { $goes ->
    [coordinator] Координатор увидит его и примет.
    [head] Руководитель посмотрит и примет.
   *[nobody] Больше ничего делать не нужно.
}
owed-returned = Вернули на доработку: { $report }, { $organisation }.
owed-stale = С этим отчётом уже что-то сделали. Сейчас: { owed-standing }. Откройте его заново.
owed-told-sent = { $organisation }: вам отправили «{ $report }» (срок { $day }). Посмотрите и примите.
owed-told-decided = «{ $report }» (срок { $day }): { $state ->
    [accepted] отчёт принят ✅
   *[returned] отчёт вернули. Что поправить: { $words }
}


# Координатору
owed-rounds = <b>Отчёты организаций</b>
    { $count ->
        [0] Сейчас документ не ждёт отчётов от организаций.
       *[other] Сколько прислали. Номер покажет, кто нет.
    }
owed-round = { $number }. { $report } — до { $day }: <b>{ $have } из { $total }</b>{ $waiting ->
    [0] { "" }
   *[other] {", посмотреть "}{ $waiting }
}
owed-ask = Запросить отчёт
owed-municipality = Отчёты муниципалитета
owed-to-rounds = Кто прислал
owed-who = <b>{ $report }</b> — до { $day }
    { $count ->
        [0] Прислали все: { $total }.
       *[other] Не прислали: { $count } из { $total }. Номер откроет отчёт.
    }
owed-who-line = { $number }. { $organisation } — { owed-standing }
owed-remind = Напомнить
owed-who-back = К списку
owed-reminded = { $count ->
    [0] Новых напоминаний не отправили.
    [one] Напомнили { $count } организации.
   *[other] Напомнили { $count } организациям.
}{ $already ->
    [0] { "" }
   *[other] {" "}Сегодня уже напоминали: { $already }.
}{ $names ->
    [none] { "" }
   *[other] {" "}Некому написать, позвоните: { $names }{ $rest ->
        [0] { "" }
       *[other] {" и ещё "}{ $rest }
    }.
}
owed-told-remind = { $organisation }: координатор напоминает об отчёте «{ $report }», срок { $day }. Сейчас: { owed-standing }.
owed-told-asked = { $organisation }: координатор просит отчёт «{ $report }» к { $day }.{ $words ->
    [none] { "" }
   *[other] {" "}{ $words }
}
owed-asked = Запросили «{ $report }» к { $day }.{ $count ->
    [0] { "" }
    [one] {" "}Его ждут от { $count } организации.
   *[other] {" "}Его ждут от { $count } организаций.
}
owed-asked-already = Этот отчёт к { $day } уже ждут. Выберите другой день.
