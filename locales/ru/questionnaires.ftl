# Свои анкеты: файл .xlsx в чате, список, карточка, выгрузка в XLSForm.

# Файл
questionnaires-reading = ⏳ Читаю файл…
questionnaires-too-big = Файл слишком большой для анкеты: бот читает файлы до { $megabytes } МБ. Уберите картинки и лишние листы и пришлите снова.
questionnaires-macros = В файлах такого вида бывают макросы, а их бот не открывает. Сохраните анкету как обычную «Книгу Excel (.xlsx)» и пришлите снова.
questionnaires-not-xlsx = Анкету бот читает только из файла .xlsx. Сохраните её в Excel как «Книгу Excel (.xlsx)» и пришлите снова. Образец есть в «Своих анкетах»: /campaign
questionnaires-too-slow = Этот файл не удалось прочитать: он слишком сложный. Скопируйте вопросы в новую книгу Excel и пришлите её.
questionnaires-source-unknown = В столбце bot_from стоит «{ $name }», такого списка в программе нет. Есть: { $known }. Исправьте или оставьте столбец пустым и перечислите варианты на листе choices.
questionnaires-draft-gone = Этой анкеты здесь уже нет: вы сохранили её, отказались от неё или прислали другой файл. Чтобы начать заново, пришлите файл ещё раз.
questionnaires-changed-meanwhile = Пока вы смотрели, эту анкету уже сохранили или изменили. Пришлите файл ещё раз, и бот сравнит его с тем, что есть теперь.

# Ошибки в файле
questionnaires-mistakes-head = 🔎 В файле { $count ->
        [one] нашлась { $count } ошибка
        [few] нашлись { $count } ошибки
       *[other] нашлось { $count } ошибок
    }. Исправьте и пришлите файл ещё раз.
questionnaires-notes-head = 🔎 Анкету это не портит, но знать полезно ({ $count }):
questionnaires-mistake = 🔎 { $problem } { $remedy }
questionnaires-mistake-sheet = • <b>Лист { $sheet }</b>. { $problem } { $remedy }
questionnaires-mistake-row = • <b>Лист { $sheet }, строка { $row }</b>. { $problem } { $remedy }
questionnaires-mistake-cell = • <b>Лист { $sheet }, строка { $row }, столбец { $column }</b>. { $problem } { $remedy }

# Прочитанная анкета
questionnaires-read = 📋 Анкета прочитана
questionnaires-title = <b>{ $title }</b>
questionnaires-figures = Вопросов: { $questions } · { $languages ->
        [2] русский и английский
       *[other] один язык
    }
questionnaires-anonymous = 🕶 Анонимная: кто что ответил, не узнает никто.
questionnaires-new = Новая анкета. Пока вы её не сохранили, её никто не увидит.
questionnaires-same = Такая анкета у вас уже есть (версия { $version }), ничего не изменилось.
questionnaires-next = Такая анкета у вас уже есть; эта станет версией { $version }. Новых вопросов: { $added }, изменено: { $changed }, убрано: { $removed }. Кто уже отвечает, закончит прежнюю.
questionnaires-rewritten = Такая анкета у вас уже есть; эта станет версией { $version }: изменились только название, вступление или порядок вопросов. Кто уже отвечает, закончит прежнюю.
questionnaires-try = 👀 Попробовать
questionnaires-try-child = 👀 Как увидит ученик
questionnaires-notes = Замечания: { $count }
questionnaires-save = Сохранить
questionnaires-show = Открыть анкету
questionnaires-to-draft = К анкете
questionnaires-whose = Для кого сохранить эту анкету?
questionnaires-everywhere = Для всех организаций
questionnaires-saved = ✅ Анкета «{ $title }» сохранена, версия { $version }. Теперь её можно разослать: нажмите «Новая рассылка».
questionnaires-dropped = Не сохраняю. Исправьте файл и пришлите снова, когда будет готово.

# Список
questionnaires-list = Свои анкеты
questionnaires-back = Назад
questionnaires-to-campaigns = К опросам
questionnaires-own = 📋 <b>Свои анкеты</b>: { $count }
questionnaires-none = 📋 <b>Свои анкеты</b>: пока ни одной.
questionnaires-how = Чтобы добавить или изменить анкету, пришлите сюда таблицу Excel (.xlsx). Начните с примера или с готовой анкеты: откройте её, скачайте, поправьте вопросы и пришлите обратно. Формат таблицы — XLSForm, его знают и другие программы для опросов.
questionnaires-archived-label = 🗄 { $title }
questionnaires-bundled = Готовые анкеты
questionnaires-example = Пример анкеты (.xlsx)
questionnaires-example-caption = 📄 Пример анкеты: по одному вопросу каждого вида на двух языках. Замените вопросы своими и пришлите файл сюда.

# Карточка
questionnaires-card = 📋 <b>{ $title }</b>
questionnaires-version = Версия: { $version }
questionnaires-municipal = Общая для всех организаций, её ведёт координатор.
questionnaires-archived = 🗄 Убрана из списка: в новых рассылках её не предлагают, прежние ответы на месте.
questionnaires-archive = Убрать из списка
questionnaires-restore = Вернуть в список
questionnaires-export = Скачать анкету (.xlsx)
questionnaires-writing = ⏳ Готовлю файл…
questionnaires-written = 📄 { $title }, версия { $version }. Исправьте в Excel и пришлите сюда: получится ваша анкета или её новая версия.

# Готовые анкеты
questionnaires-groups = 📋 Готовые анкеты программы. Любую можно попробовать и выгрузить, чтобы сделать из неё свою.
questionnaires-group-entry = До начала
questionnaires-group-interim = По ходу
questionnaires-group-exit = По итогам
questionnaires-group-other = Остальные
questionnaires-group-head = 📋 <b>Готовые анкеты: { $group }</b>
questionnaires-line = { $number }. { $title } · { $whose }
questionnaires-for-all = для всех
