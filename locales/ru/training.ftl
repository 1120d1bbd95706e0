# Школа наставников: шаги, занятия, материалы.

home-training-list = Школа наставников
training-head = <b>Школа наставников</b>
    Занятия, материалы и что уже пройдено.
training-back = Назад
training-mine = Мои шаги
training-steps = Мои шаги
training-to-steps = К шагам
training-new = Новое занятие
training-sessions = Занятия
training-materials = Материалы
training-where = В какой организации?
training-course = <b>{ $name }</b> · Школа наставников
    { $organisation }
training-line = { $number }. { $step }: { $result ->
    [passed] ✅ пройдено
    [failed] ❌ не пройдено
    [absent] пропущено
    [asked] впереди
   *[none] ещё нет
}{ $day ->
    [none] { "" }
   *[other] {", "}{ $day }
}{ $needed ->
    [yes] { "" }
   *[no] {" (по желанию)"}
}
training-note = Заметка к { $number }: { $note }
training-how = Нажмите номер шага, чтобы записать дату и результат.
training-no-steps = В вашей программе шаги обучения наставников не заданы.
training-ahead = 📅 { $when } — { $title }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}
training-no-mentor = { $name } сейчас не наставник здесь. Шаги записывают действующим наставникам.
training-recorded = Записали. { $name } — { $step }: { $result ->
    [passed] пройдено
   *[failed] не пройдено
}, { $day }.
training-told = Школа наставников, { $organisation }. { $step }, { $day }: { $result ->
    [passed] пройдено. Спасибо!
   *[failed] пока не пройдено. Куратор расскажет, что делать дальше.
}
training-missing = ⚠️ { $name }: ещё не пройдено обязательное ({ $steps }). Предложить пару можно, но лучше сначала это.

# Материалы
training-shelf = <b>Материалы для наставников</b>
    Нажмите номер, чтобы открыть.
training-shelf-empty = Материалов пока нет.
training-shelf-line = { $number }. { $kind ->
    [link] 🔗
   *[file] 📄
} { $title }
training-add = Добавить материал
training-link = Открыть ссылку
training-file = Получить файл
training-put-away = Убрать из списка
training-put-back = Вернуть в список
training-material = К материалу
training-material-card = <b>{ $title }</b>
    { $organisation }, добавлен { $day }{ $state ->
    [archived] {". Убран из списка: наставники его не видят."}
   *[shown] { "" }
}
training-material-added = Добавили: «{ $title }». Наставники увидят его в «Материалах».
training-material-empty = Нужна ссылка или файл: выберите, что это, и пришлите.
training-material-gone = Этот материал куратор убрал из списка.
training-file-caption = { $title }

# Занятия
training-session = К занятию
training-sessions-head = <b>Занятия</b>
training-sessions-none = Занятий пока не было. Запланируйте первое.
training-sessions-line = { $number }. { $when } — { $title }: { $state ->
    [draft] ещё не позвали
    [invited] позвали
   *[held] прошло
}
training-session-card = <b>{ $title }</b>
    { $step }
    📅 { $when }{ $place ->
    [none] { "" }
   *[other] {" · "}{ $place }
}
training-session-state = { $state ->
    [draft] Выбрано: { $asked }. Приглашения ещё не отправлены.
    [invited] Позвали: { $asked }. Накануне я напомню.
   *[held] Записано. Пришли: { $came } из { $asked }.
}
training-missed = Не удалось написать: { $count }. Позовите лично.
training-whom = Кого позвать
training-invite = Отправить приглашения
training-came-list = Кто пришёл
training-call-off = Отменить занятие
training-call-off-yes = Да, отменить
training-call-off-sure = Отменить занятие «{ $title }», { $when }? Все приглашённые узнают.
training-call-off-done = Занятие «{ $title }» отменено.
training-created = Занятие «{ $title }» запланировано на { $when }. Теперь выберите, кого позвать.
training-people-head = <b>Кого позвать?</b> Выбрано: { $asked }
training-people-line = { $number }. { $asked ->
    [yes] ✓{" "}
   *[no] { "" }
}{ $name }{ $lacks ->
    [yes] {" — ещё не прошёл"}
   *[no] { "" }
}
training-ask-lacking = Всех, кто не прошёл
training-came-head = <b>Кто пришёл?</b> «{ $title }»
    { $held ->
    [yes] Записано. Нажмите номер, чтобы исправить.
   *[no] Снимите отметку с тех, кого не было, и нажмите «Записать».
}
training-came-line = { $number }. { $came ->
    [yes] ✓
   *[no] —
} { $name }
training-hold = Записать
training-nobody = Никто не выбран. Нажмите «Кого позвать».
training-too-early = Это время уже прошло. Выберите время впереди.
training-not-yet = Занятие ещё не началось. Отметить, кто пришёл, можно после начала.
training-gone = Это занятие отменено.
training-invited-already = Приглашения уже отправлены.
training-held-already = По этому занятию уже всё записано или оно отменено.
training-marked = Отметку только что изменил кто-то другой. Проверьте список.
training-invitation = 🎓 Вас зовут в школу наставников: «{ $title }» ({ $step }), { $when }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}. Накануне я напомню.
    .child = 🎓 Тебя зовут в школу наставников: «{ $title }» ({ $step }), { $when }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}. Накануне я напомню.
training-reminder = 🎓 Завтра школа наставников: «{ $title }», { $when }{ $place ->
    [none] { "" }
   *[other] {", "}{ $place }
}.
training-called-off = Школа наставников: «{ $title }», { $when } — приходить не нужно, занятие для вас отменено.
    .child = Школа наставников: «{ $title }», { $when } — приходить не нужно, занятие для тебя отменено.
training-came = 🎓 Записали: «{ $title }» — шаг «{ $step }» пройден. Спасибо!
training-who-came = 🎓 Занятие «{ $title }» прошло? Отметьте, кто пришёл: шаг запишется каждому.
