# Банк лучших практик.

home-practices-list = Лучшие практики
municipality-door-practices = Лучшие практики

practices-head = <b>{ $only ->
    [published] Лучшие практики
    [waiting] Практики на рассмотрении
   *[mine] Мои практики
}</b>
practices-none = { $only ->
    [published] Опубликованных практик пока нет.
    [waiting] На рассмотрении ничего нет.
   *[mine] Вы ещё не присылали практик. Нажмите «Предложить» и расскажите о своём опыте.
}
    .child = { $only ->
    [published] Опубликованных практик пока нет.
    [waiting] На рассмотрении ничего нет.
   *[mine] Здесь пока пусто. Нажми «Предложить» и расскажи о своём опыте.
}
practices-line = { $number }. { $title }{ $organisation ->
    [none] {""}
   *[other] . { $organisation }
}{ $state ->
    [none] {""}
   *[other] {" "}— { practice-mark }
}
practice-mark = { $state ->
    [submitted] на рассмотрении
    [returned] вернули на доработку
    [published] опубликована
   *[withdrawn] снята
}
practices-found = { $count ->
    [0] По запросу «{ $part }» практик нет. Попробуйте другое слово или его начало.
   *[other] По запросу «{ $part }» — практик: { $count }
}
    .child = { $count ->
    [0] По запросу «{ $part }» практик нет. Попробуй другое слово или его начало.
   *[other] По запросу «{ $part }» — практик: { $count }
}
practices-only-published = Банк
practices-only-waiting = Ждут
practices-only-mine = Мои
practices-new = Предложить
practices-forms = По формам
practices-search = Найти
practices-show = Показать
practices-paper = Сборник
practices-back = К практикам
practices-which-form = Практики какой формы наставничества показать?
practices-where = От какой организации предложить практику?

practice-card =
    <b>{ $title }</b>
    { $organisation }
practice-author = Автор: { $name }
practice-state = Сейчас: { practice-mark }, { $day }
practice-problem =
    <b>Что решает</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-description =
    <b>Как устроена</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-outcome =
    <b>Результат</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-comment =
    <b>Что просили доработать</b>:
    <blockquote expandable>{ $comment }</blockquote>
practice-open = Открыть
practice-publish = Опубликовать
practice-return = Вернуть
practice-again = Доработать
practice-withdraw = Снять
practice-link = Открыть ссылку
practice-file = Файл
practice-file-caption = Файл к практике
practice-to-card = К практике

practice-submitted = Отправлено на рассмотрение: «{ $title }». Я напишу, когда будет решение. Ваше имя появится рядом с практикой, только если вы согласились на публикацию имени.
    .child = Отправлено на рассмотрение: «{ $title }». Я напишу, когда будет решение. Твоё имя появится рядом с практикой, только если есть согласие на публикацию имени: твоё (с 14 лет) и родителей.
practice-returned = Возвращено: «{ $title }». Автор увидит ваш комментарий.
practice-published = Опубликовано, автор узнает
practice-withdrawn = Практика снята
practice-told-submitted = Новая практика на рассмотрение: «{ $title }».
practice-told-published = Ваша практика опубликована: «{ $title }». Спасибо, что делитесь опытом!
    .child = Твоя практика опубликована: «{ $title }». Спасибо, что делишься опытом!
practice-told-returned = Практику «{ $title }» вернули на доработку: { $comment }
practice-told-withdrawn = Практику «{ $title }» сняли с публикации. Её можно доработать и отправить снова.
practice-overtaken = { $state ->
    [submitted] Эта практика уже на рассмотрении.
    [returned] Эту практику уже вернули автору.
    [published] Эта практика уже опубликована.
   *[withdrawn] Эту практику уже сняли.
}
practice-refusal-changed = С этой практикой уже что-то сделали. Откройте её ещё раз.
    .child = С этой практикой уже что-то сделали. Открой её ещё раз.

practices-paper-waiting = Собираю сборник…
practices-paper-caption = Сборник лучших практик. Практик: { $count }
practices-paper-title = Лучшие практики наставничества
practices-paper-day = По состоянию на { $day }
practices-paper-none = Опубликованных практик пока нет.
practices-paper-contents = Содержание
practices-paper-organisation = Организация:
practices-paper-author = Автор:
practices-paper-form = Форма наставничества:
practices-paper-problem = Что решает:
practices-paper-description = Как устроена:
practices-paper-outcome = Результат:
practices-paper-link = Материалы:
practices-paper-published = Опубликовано { $day }
