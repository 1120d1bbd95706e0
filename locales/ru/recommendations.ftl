# Рекомендации муниципалитета организациям.

home-recommendations-own = Рекомендации

recommendation-head = <b>Рекомендации</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
recommendation-counts = Ждут ответа: { $waiting }{ $overdue ->
    [0] {""}
   *[other] , из них просрочено: { $overdue }
}. Ждут решения координатора: { $answered }.
recommendation-line = { $number }. { $organisation ->
    [none] {""}
   *[other] { $organisation }:{" "}
}{ $title } — { recommendation-mark }
recommendation-mark = { $state ->
    [sent] ждёт ответа{ recommendation-until }
    [returned] возвращена{ recommendation-until }
    [overdue] просрочена, ответ был нужен до { $due }
    [answered] есть ответ, ждёт решения
    [closed] закрыта
   *[withdrawn] отозвана
}
recommendation-until = { $due ->
    [none] {""}
   *[other] {" "}до { $due }
}
recommendation-none = { $only ->
    [open] Открытых рекомендаций нет.
    [answered] Ответов, которые ждут решения, нет.
    [overdue] Просроченных нет.
   *[all] Рекомендаций пока не было.
}
recommendation-only-open = Открытые
recommendation-only-answered = Есть ответ
recommendation-only-overdue = Просроченные
recommendation-only-all = Все
recommendation-new = Написать
recommendation-paper = Документом
recommendation-list = К рекомендациям
recommendation-to-card = К рекомендации
recommendation-open = Открыть
recommendation-where = Рекомендации какой организации показать?

recommendation-card =
    <b>{ $title }</b>
    { $organisation }, { $day }
recommendation-indicator = Показатель: { $indicator }
recommendation-state = Сейчас: { recommendation-mark }
recommendation-read = В организации прочитали: { $day }
recommendation-answer-line = <b>Ответ</b> ({ $name ->
    [none] {""}
   *[other] { $name },{" "}
}{ $day }){ $answer ->
    [none] : прислан файл
   *[other] : { $answer }
}
recommendation-comment =
    <b>Комментарий координатора</b>:
    <blockquote expandable>{ $comment }</blockquote>
recommendation-answer = Ответить
recommendation-close = Закрыть
recommendation-return = Вернуть
recommendation-withdraw = Отозвать
recommendation-file = Файл ответа
recommendation-file-caption = Файл из ответа на рекомендацию

recommendation-sent = Отправлено: { $count } { $count ->
    [one] рекомендация
    [few] рекомендации
   *[many] рекомендаций
}.{ $unheard ->
    [none] {""}
   *[other] {" "}Некому получить в боте, сообщите лично: { $unheard }.
}
recommendation-answered = Ответ отправлен координатору: «{ $title }». Спасибо!
recommendation-closed = Закрыто: «{ $title }». Организация об этом узнает.
recommendation-returned = Возвращено: «{ $title }». Организация увидит ваш комментарий.
recommendation-withdrawn = Рекомендация отозвана

recommendation-told-new = Новая рекомендация муниципалитета ({ $organisation }): «{ $title }».{ $due ->
    [none] {" "}Откройте и ответьте, когда будет готово.
   *[other] {" "}Ответ нужен до { $due }.
}
recommendation-told-answered = { $organisation }: есть ответ на рекомендацию «{ $title }». Закройте её или верните с комментарием.
recommendation-told-closed = Рекомендация закрыта: «{ $title }».{ $comment ->
    [none] {" "}Спасибо!
   *[other] {" "}{ $comment }
}
recommendation-told-returned = Ответ на рекомендацию «{ $title }» вернули: { $comment } Ответьте, пожалуйста, ещё раз.
recommendation-told-withdrawn = Рекомендация отозвана, отвечать не нужно: «{ $title }».
recommendation-overtaken = { $state ->
    [answered] На эту рекомендацию уже ответили
    [closed] Эта рекомендация уже закрыта
    [returned] Ответ уже вернули
    [withdrawn] Эта рекомендация отозвана
   *[sent] На эту рекомендацию ещё не ответили
}{ $who ->
    [none] {""}
   *[other] {" "}({ $who })
}. Больше ничего не нужно.
recommendation-refusal-answered = На эту рекомендацию уже ответили или её отозвали. Откройте карточку: там видно, что стало.
recommendation-refusal-decided = Тем временем решил кто-то другой. Откройте карточку: там видно, что стало.

# Документ
recommendation-paper-waiting = Готовлю рекомендации документом…
recommendation-paper-caption = Рекомендации с { $first } по { $last }: { $count }
recommendation-paper-title = Адресные рекомендации
recommendation-paper-span = С { $first } по { $last }
recommendation-paper-none = За это время рекомендаций не было.
recommendation-paper-organisation = Организация
recommendation-paper-words = Рекомендация
recommendation-paper-due = Срок ответа
recommendation-paper-result = Ответ и решение
recommendation-paper-indicator = Показатель: { $name }
recommendation-paper-written = Написано { $day }
recommendation-paper-answered = Ответ { $day }: { $answer }
recommendation-paper-file = прислан файл
recommendation-paper-comment = Комментарий: { $comment }
recommendation-paper-state = { $state ->
    [sent] Ждёт ответа.
    [returned] Возвращена.
    [overdue] Просрочена.
    [answered] Есть ответ, ждёт решения.
    [closed] Закрыта.
   *[withdrawn] Отозвана.
}
