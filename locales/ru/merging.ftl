# Две записи одного человека.

merge-alike = <b>{ $name }</b>
    { $total ->
        [0] Похожих записей нет. Найдите вторую запись поиском.
       *[other] Похожие записи. Какая из них — тот же человек?
    }
merge-found = <b>{ $name }</b>
    Поиск «{ $part }»: { $total ->
        [0] никого нет. Проверьте, как пишется имя.
       *[other] какая запись — тот же человек?
    }
merge-line = { $number }. { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}{ $telegram ->
    [none] {""}
   *[there] , в Telegram
}
merge-search = Найти по имени
merge-preview = <b>Объединить две записи?</b>
merge-kept = <b>Останется:</b> { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}
merge-dropped = <b>Войдёт в неё:</b> { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
}{ $known ->
    [none] {""}
   *[known] , { $birth }
}
merge-figures = Ролей: { $memberships }, пар: { $mentorships }, анкет: { $responses }
merge-stays = Всё, что есть в обеих записях, станет общим под именем «{ $name }». { $account ->
    [own] Telegram останется от первой записи, второму чату мы напишем.
    [only] Telegram сохранится.
   *[none] Telegram ни в одной записи нет.
} Разделить записи обратно нельзя.
merge-yes = Объединить
merge-swap = Поменять местами
merge-done = Готово: { $name }, теперь это одна запись.
merge-told = Куратор объединил две ваши записи: { $name }. Продолжайте с того телефона, где бот открыт под основной записью: все пары, встречи и анкеты там.
merge-gone = Этой записи уже нет: её объединили с другой. Откройте раздел «Люди» ещё раз.
merge-same = Это одна и та же запись. Выберите другую.
merge-opposite = { $name } и { $other } работают в одной паре друг с другом, значит, это разные люди.
merge-guardian = { $name } и { $other }: один отвечает за другого, значит, это разные люди.
merge-self = Это ваша собственная запись: нажмите «Поменять местами», чтобы она осталась.
merge-elsewhere = { $name } участвует и в другой организации. Объединить записи может только её куратор.
