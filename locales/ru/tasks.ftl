# Задачи между встречами.

home-tasks-mine = Задачи
tasks-head = <b>Задачи</b>: { $mentors } → { $mentees }
tasks-head-mine = <b>Задачи</b>, которые ещё не закончены
tasks-none = Задач пока нет.
tasks-line = { $number }. { $task } — { $state }
tasks-line-named = { $number }. { $name }: { $task } — { $state }
tasks-state-set = срок { $due }
tasks-state-overdue = ⚠️ срок вышел { $due }
tasks-state-done = ждёт проверки
tasks-state-accepted = ✅ принята
tasks-state-returned = вернули, срок { $due }
tasks-state-dropped = снята

tasks-card = <b>Задача</b>
    { $task }
tasks-card-who = Кому: { $name }
tasks-card-state = Сейчас: { $state }
tasks-card-report =
    Что сделано:
    <blockquote expandable>{ $report }</blockquote>
tasks-card-comment =
    Что доделать:
    <blockquote expandable>{ $comment }</blockquote>

tasks-new = Новая задача
tasks-open = Открыть задачу
tasks-list = Все задачи
tasks-do = Готово, рассказать
    .child = Готово!
tasks-look = Проверить
tasks-accept = Принять
tasks-return = Вернуть
tasks-file = Посмотреть файл
tasks-file-caption = Приложено к задаче.
tasks-drop = Снять задачу

tasks-set = <b>Задача поставлена</b>: { $names }. Срок — { $due }. Напомню накануне и сообщу, когда будет готово.
    .child = <b>Задача поставлена</b>: { $names }. Срок — { $due }. Напомню накануне и сообщу, когда будет готово.
tasks-told-new =
    <b>Новая задача</b>. Наставник: { $who }
    { $task }

    Срок: { $due }. Когда сделаете, нажмите «Готово».
    .child =
    <b>Новая задача</b>. Наставник: { $who }
    { $task }

    Срок: { $due }. Когда сделаешь, нажми «Готово».
tasks-reported = <b>Отлично!</b> Наставник посмотрит и ответит.
tasks-told-done =
    <b>{ $name }: задача выполнена</b>
    { $task }

    Посмотрите и примите или верните с пояснением.
    .child =
    <b>{ $name }: задача выполнена</b>
    { $task }

    Посмотри и прими или верни с пояснением.
tasks-accepted = Задача принята
tasks-told-accepted = ✅ <b>Задача принята.</b> { $who }: «{ $task }» — сделано!
tasks-returned = Задача вернулась с вашим пояснением. Сообщу, когда её доделают.
    .child = Задача вернулась с твоим пояснением. Сообщу, когда её доделают.
tasks-told-returned =
    <b>Задачу вернули, чуть-чуть не хватает</b>
    { $task }

    { $who }: { $comment }
tasks-dropped = Задача снята
tasks-told-dropped = Задачу больше делать не нужно: «{ $task }» ({ $who }).
tasks-refusal-closed = Эта задача уже закрыта или ждёт проверки. Откройте список задач: там видно, что с ней.
    .child = Эта задача уже закрыта или ждёт проверки. Открой список задач: там видно, что с ней.
tasks-refusal-over = Эта пара или группа сейчас не работает: её задачи остаются как есть, снимать их не нужно.
tasks-refusal-checked = Эту задачу уже проверили или вернули. Откройте её ещё раз, чтобы увидеть, что с ней.
    .child = Эту задачу уже проверили или вернули. Открой её ещё раз, чтобы увидеть, что с ней.
