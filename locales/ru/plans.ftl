# Индивидуальные планы развития: списки, план, пункты, согласование, результаты, версии, документ.

plans-title = 📋 <b>Планы развития</b>
plans-total = Планов: { $plans }, согласовано: { $agreed }. Выполнено пунктов: { $share } %, просрочено: { $overdue }.
plans-none = Планов пока нет: они появятся, когда будет с кем работать.
plans-line-missing = { $number }. { $mentee } (наставник { $mentors }) — плана ещё нет
plans-line-draft = { $number }. { $mentee } (наставник { $mentors }) — составляется, { $done } из { $items }{ $overdue ->
    [0] { "" }
   *[other] , просрочено { $overdue }
}
plans-line-sent = { $number }. { $mentee } (наставник { $mentors }) — ждёт согласия, { $done } из { $items }{ $overdue ->
    [0] { "" }
   *[other] , просрочено { $overdue }
}
plans-line-agreed = { $number }. { $mentee } (наставник { $mentors }) — согласован, { $done } из { $items }{ $overdue ->
    [0] { "" }
   *[other] , просрочено { $overdue }
}
plans-whose = <b>Чей план открыть?</b>
plans-whose-line = { $number }. { $mentee } — { $state ->
    [draft] составляется
    [sent] ждёт согласия
    [agreed] согласован
   *[missing] плана ещё нет
}
plans-missing = { $mentee }: план ещё не составлен. Его составляет наставник: { $mentors }.
    .child = Плана ещё нет. Его составляет наставник: { $mentors }. Когда план будет готов, я его пришлю.

# План
plans-head =
    📋 <b>План развития</b> · { $name }
    Наставляемый: { $mentee }
    Наставник: { $mentors }
    Срок: { $starts } — { $ends }
plans-state-draft = ✏️ Составляется, ещё не согласован
plans-state-redrawn = ✏️ Изменён после согласования: версия { $version } ждёт отправки
plans-state-sent = ⏳ Отправлен на согласование (версия { $version })
plans-state-agreed = ✅ Согласован обеими сторонами { $on } (версия { $version })
plans-wish = 💬 Просят изменить: { $words }
plans-progress = Достигнуто: { $done } из { $items }, с оценкой: { $graded }{ $overdue ->
    [0] { "" }
   *[other] . ⏰ Просрочено: { $overdue }
}
plans-section-line = <b>{ $number }.</b> { $name } — { $done } из { $items }
plans-assessment-short = <b>Оценка наставника</b>: { $words }
plans-assessment =
    <b>Оценка наставника</b>:
    <blockquote expandable>{ $words }</blockquote>
plans-signed-mentor = Наставник согласен: { $who }, { $on }
plans-signed-mentee = Наставляемый согласен: { $who }, { $on }
plans-agree = Согласовать
plans-ask-change = Попросить изменить
plans-send = Отправить на согласие
plans-fields = Тексты плана
plans-more = Ещё…
plans-to-list = ‹ Планы
plans-to-pair = Карточка пары
plans-back = ‹ План
plans-open = Открыть план
plans-paper = Документ для подписи
plans-assess = Оценить весь план
plans-versions = Версии ({ $count })
plans-removed = Удалённые ({ $count })

# Раздел и пункт
plans-section-head = <b>Раздел { $number }. { $name }</b>
plans-section-empty = Здесь пока пусто.
plans-item = { $mark } <b>{ $number }</b> { $task }
plans-item-due = { $mark } <b>{ $number }</b> { $task } — до { $due }
plans-add = Добавить пункт
plans-to-section = ‹ Раздел
plans-item-head = <b>{ $number }.</b> { $task }
plans-item-head-removed = <b>Раздел { $section }.</b> { $task }
plans-item-removed = 🗑 Пункт удалён и в план не входит.
plans-item-no-day = Срок: не назначен
plans-item-day = Срок: до { $due }
plans-item-late = ⏰ Просрочено: срок был до { $due }
plans-item-expected = <b>Планируемый результат:</b> { $expected }
plans-item-no-expected = <b>Планируемый результат:</b> не указан
plans-item-grade = <b>Фактический результат:</b> { $mark } { $grade }
plans-item-result =
    <b>Что сделано</b>:
    <blockquote expandable>{ $result }</blockquote>
plans-item-assessment = <b>Оценка наставника:</b> { $assessment }
plans-grade-full = достигнут в полной мере
plans-grade-partly = достигнут не в полной мере
plans-grade-not = не достигнут
plans-grade-exceeded = превысил запланированный
plans-grade = Отметить результат
plans-report = Написать, что сделано
plans-edit-task = Задание
plans-edit-due = Срок
plans-edit-expected = План. результат
plans-remove = Удалить
plans-restore = Вернуть в план
plans-item-back = ‹ К пункту

# Тексты плана: цель, ресурсы, справка
plans-fields-head = <b>Тексты плана</b>
plans-field = <b>{ $number }. { $name }</b>
    <blockquote expandable>{ $text }</blockquote>
plans-field-empty = пока не заполнено
plans-field-staff = 🔒 Наставляемый и родители этого не видят.
plans-field-edit = Изменить { $number }
plans-fields-back = ‹ Тексты плана

# Что вышло из нажатия
plans-saved = Сохранено ✅
plans-saved-anew = Сохранено ✅ План был согласован, поэтому теперь это версия { $version }: когда закончите, отправьте её на согласование.
    .child = Сохранено ✅ План был согласован, поэтому теперь это версия { $version }: когда закончишь, отправь её на согласование.
plans-added = Пункт добавлен ✅
plans-field-saved = Сохранено ✅
plans-removed-toast = Пункт удалён. Его можно вернуть.
plans-agreed-toast = Согласие записано
plans-sent-toast = План отправлен на согласование
plans-sent-nobody = План ждёт согласия, но сообщение доставить некому: покажите план лично
    .child = План ждёт согласия, но сообщение доставить некому: покажи план лично
plans-change-sent = Передал наставнику. Он исправит план и снова пришлёт его на согласование.
plans-reported = Записано ✅ Наставник увидит и поставит оценку.
plans-graded = Результат записан ✅
plans-assessed = Оценка плана записана ✅

# Что слышат другие
plans-told-sent = 📋 { $who } предлагает план развития. Посмотрите его: можно согласовать или попросить изменить.
    .child = 📋 { $who } предлагает тебе план развития. Посмотри его: можно согласовать или попросить изменить.
plans-told-sent-again = 📋 { $who } меняет план развития. Посмотрите новую версию: её нужно согласовать.
    .child = 📋 { $who } меняет план развития. Посмотри новую версию: её нужно согласовать.
plans-told-sent-for = 📋 { $who } предлагает план развития: { $mentee }. У наставляемого нет Telegram, поэтому согласовать план или попросить изменить можете вы.
plans-told-sent-sign = 📋 { $who } отправляет на согласование план: { $mentee }. Посмотрите его: нужно и ваше согласие.
    .child = 📋 { $who } отправляет на согласование план: { $mentee }. Посмотри его: нужно и твоё согласие.
plans-told-agreed = ✅ { $who }: план развития согласован со своей стороны. Ждём вторую сторону.
plans-told-agreed-both = ✅ { $who }: есть согласие, план развития согласован обеими сторонами.
plans-told-change = 💬 { $who } просит изменить план: { $words }
plans-told-report =
    📝 { $who } пишет о пункте плана «{ $task }»:
    { $result }
plans-told-assessed =
    📋 { $who } даёт оценку всему плану развития:
    { $words }


# Версии и удалённое
plans-versions-head = <b>Согласованные версии плана</b>
    { $mentee }
plans-version-line = Версия { $version } — согласована { $on }
plans-version-head = <b>Версия { $version }</b>, согласована { $on }
plans-version-item = <b>{ $number }</b> { $task }
    → { $expected }
plans-version-item-due = <b>{ $number }</b> { $task } — до { $due }
    → { $expected }
plans-to-versions = ‹ Версии
plans-removed-head = <b>Удалённые пункты</b>
plans-removed-none = Удалённых пунктов нет.

# Документ
plans-paper-waiting = ⏳ Готовлю документ…
plans-paper-caption = 📄 План развития: { $mentee }, версия { $version }. Распечатайте его для подписи. В документе личные данные: не пересылайте его посторонним.
    .child = 📄 План развития: { $mentee }, версия { $version }. Его можно распечатать для подписи. В документе личные данные: не пересылай его посторонним.
plan-paper-form = Форма наставничества: «{ $form }».
plan-paper-form-model = Форма наставничества: «{ $form }». Ролевая модель: «{ $model }».
plan-paper-term = Срок осуществления плана: с { $starts } г. по { $ends } г.
plan-paper-section = Раздел { $number }. { $name }
plan-paper-grade-full = Результат достигнут в полной мере
plan-paper-grade-partly = Результат достигнут не в полной мере
plan-paper-grade-not = Результат не достигнут
plan-paper-grade-exceeded = Результат превысил запланированный
plan-paper-assessment = Оценка плана в целом
plan-paper-date = «____» ______________ 20___ г.
plan-paper-agreed = Согласовано в боте { $on } г.
plan-paper-version = Версия плана: { $version }

# Отказы
plans-refusal-closed = План уже не меняется: наставничество не идёт. Посмотреть его и взять документ можно по-прежнему.
plans-refusal-not-active = Результаты отмечают, пока наставничество идёт и после его завершения. Сейчас ещё рано или уже поздно.
plans-refusal-not-agreed = План составляют, когда все согласились на наставничество. Сначала нужны ответы.
plans-refusal-no-template = Составлять план не нужно: для этой формы наставничества в программе его нет.
plans-refusal-edited = Тем временем это изменил другой человек. Теперь там: «{ $task }». Отмените и откройте пункт заново, если нужно поправить.
    .child = Тем временем это изменил другой человек. Теперь там: «{ $task }». Отмени и открой пункт заново, если нужно поправить.
plans-refusal-changed = Кто-то изменил план чуть раньше. Откройте его ещё раз.
    .child = Кто-то изменил план чуть раньше. Открой его ещё раз.
plans-refusal-removed = Этот пункт уже удалён. Его можно вернуть: «Ещё…», «Удалённые».
plans-refusal-restored = Этот пункт уже в плане.
plans-refusal-edge = Дальше двигать некуда: это край раздела.
plans-refusal-full = В разделе уже { $most } пунктов. Удалите лишнее, и место появится.
plans-refusal-sent = План уже отправлен на согласование или согласован.
plans-refusal-empty = В плане нет ни одного пункта. Добавьте хотя бы один.
plans-refusal-agreed = Эта версия уже согласована.
plans-refusal-rewritten = План с тех пор изменился. Откройте его, чтобы увидеть, что в нём теперь.
    .child = План с тех пор изменился. Открой его, чтобы увидеть, что в нём теперь.
plans-refusal-graded = Наставник уже отметил результат этого пункта.

# Сводка
report-plans = Планы развития: { $plans }, согласовано { $agreed }; выполнено пунктов { $share } %, просрочено { $overdue }
report-row-plans = Планов развития
report-row-plans-agreed = Из них согласовано
report-row-plans-items = Пунктов в планах
report-row-plans-done = Из них достигнуто
report-row-plans-overdue = Пунктов просрочено
