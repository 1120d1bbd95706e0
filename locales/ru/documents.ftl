# Документы организаций: реестр, проверка программ и дорожных карт, у кого что есть.

home-documents-open = Документы
documents-where = Документы какой организации открыть?
documents-head = <b>Документы: { $organisation }</b>
    { $count ->
        [0] Здесь пока пусто. Добавьте приказ о внедрении, программу, дорожную карту, соглашения с партнёрами.
       *[other] Нажмите номер, чтобы открыть.
    }
documents-line = { $number }. { documents-kind-name } «{ $title }» — { $state ->
    [kept] в реестре
    [sent] на проверке
    [approved] ✅ утверждено
    [returned] ↩️ на доработке
    [over] срок истёк
   *[archived] в архиве
}{ $until ->
    [none] { "" }
   *[other] {", ⏳ до "}{ $until }
}
documents-kind-name = { $kind ->
    [order] Приказ
    [regulation] Положение
    [programme] Программа
    [roadmap] Дорожная карта
    [appointment] Назначение куратора
    [agreement] Соглашение
   *[other] Документ
}
documents-add = Добавить документ
documents-back = К документам
documents-open = Открыть документ
documents-register = Открыть документы
documents-link = Открыть ссылку
documents-file = Получить файл
documents-file-caption = { documents-kind-name } «{ $title }»
documents-card = <b>{ documents-kind-name } «{ $title }»</b>
    { $organisation }{ $number ->
        [none] { "" }
       *[other] {", № "}{ $number }
    }{ $dated ->
        [none] { "" }
       *[other] {" от "}{ $dated }
    }{ $until ->
        [none] { "" }
       *[other] {". Действует до "}{ $until }
    }{ $partner ->
        [none] { "" }
       *[other] {". Партнёр: "}{ $partner }
    }
documents-card-state = { $state ->
    [kept] В реестре.
    [sent] ⏳ На проверке у координатора с { $day }.
    [approved] ✅ Проверено и утверждено { $day }{ $name ->
        [none] { "" }
       *[other] {", "}{ $name }
    }.
    [returned] ↩️ Возвращено на доработку { $day }{ $name ->
        [none] { "" }
       *[other] {", "}{ $name }
    }.
   *[archived] В архиве: больше не действует.
}
documents-card-review = Что доработать: { $review }
documents-card-added = Добавлено { $day }{ $name ->
    [none] { "" }
   *[other] {", "}{ $name }
}.
documents-step-edit = Исправить
documents-step-send = Отправить на проверку
documents-step-approve = Утвердить
documents-step-return = Вернуть на доработку
documents-step-archive = В архив
documents-step-restore = Вернуть из архива
documents-kept = Записали: «{ $title }».
documents-returned = Вернули на доработку: «{ $title }», { $organisation }. Куратор и руководитель узнают об этом.
documents-stale = С документом «{ $title }» уже что-то сделали: { $state ->
    [kept] сейчас он в реестре
    [sent] сейчас он на проверке у координатора
    [approved] его утвердили
    [returned] его вернули на доработку
   *[archived] он в архиве
}. Откройте его заново.
documents-told-sent = { $organisation }: { documents-kind-name } «{ $title }» ждёт вашей проверки.
documents-told-reviewed = { documents-kind-name } «{ $title }»: { $state ->
    [approved] координатор проверил, всё утверждено ✅
   *[returned] координатор вернул на доработку. Что поправить: { $review }
}


# Координатору: у кого что есть
documents-coverage = <b>Документы организаций</b>
    У скольких организаций есть. Номер покажет, у кого нет.
documents-coverage-line = { $number }. { documents-cover-name }: <b>{ $have } из { $total }</b>{ $kinds ->
    [none] { "" }
   *[other] {" ("}{ $kinds }{")"}
}
documents-coverage-kind = { $kind ->
    [school] школы
    [preschool] детские сады
    [supplementary] допобразование
    [college] колледжи
   *[enterprise] предприятия
} { $have } из { $total }
documents-cover-name = { $what ->
    [programme] Программа разработана
    [approved] Программа утверждена
    [order] Приказ о внедрении
    [roadmap] Дорожная карта
    [appointment] Назначение куратора
   *[curator] Куратор в боте
}
documents-review = На проверке ({ $count })
documents-organisations = Все организации
documents-to-coverage = У кого что есть
documents-missing = <b>{ documents-cover-name }</b>
    { $count ->
        [0] Есть у всех.
       *[other] Пока нет у { $count } { $count ->
            [one] организации
           *[other] организаций
        }:
    }
documents-missing-line = { $number }. { $organisation }{ $asked ->
    [yes] {" — напомнили на этой неделе"}
   *[no] { "" }
}
documents-ask = Напомнить
documents-missing-back = К списку
documents-asked-toast = { $count ->
    [0] Новых напоминаний нет
   *[other] Напомнили
}
documents-asked-done = { $count ->
    [0] Новых напоминаний не отправили.
    [one] Напомнили { $count } организации.
   *[other] Напомнили { $count } организациям.
}{ $already ->
    [0] { "" }
   *[other] {" "}На этой неделе уже напоминали: { $already }.
}{ $names ->
    [none] { "" }
   *[other] {" "}Некому написать, позвоните: { $names }{ $rest ->
        [0] { "" }
       *[other] {" и ещё "}{ $rest }
    }.
}
documents-asked = <b>{ $organisation }</b>: координатор просит добавить в документы то, чего пока нет.
documents-lacks = • { $what ->
    [programme] программа наставничества
    [approved] утверждение программы: отправьте её на проверку
    [order] приказ о внедрении
    [roadmap] дорожная карта
    [appointment] приказ о назначении куратора
   *[curator] куратор: пригласите его в бот
}
documents-to-review = { $count ->
    [0] Всё проверено: ничего не ждёт.
   *[other] <b>Ждут вашей проверки</b>
}
documents-to-review-line = { $number }. { documents-kind-name } — { $organisation }, с { $day }
