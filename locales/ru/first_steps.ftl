# Первые шаги куратора: список, который заполняется сам.

home-first-open = Первые шаги
home-steps = 🚀 Первых шагов осталось: { $count }. Откройте «Первые шаги»: у каждого есть кнопка.
first-head =
    <b>Первые шаги</b>: { $place }
    Готово { $done } из { $all }. Список заполняется сам.
first-line = { $number }. { $what } — { $state ->
    [done] готово ✓
   *[left] осталось
}
first-step-organisation = Короткое название и название для приказов
first-step-link = Ссылка и плакат школы
first-step-applicants = Первые участники: перешлите ссылку в чаты
first-step-pair = Первая пара
first-step-questionnaire = Первая анкета: уйдёт паре сама, ответ виден здесь
first-step-summary = Первая сводка: придёт в понедельник в 9:00
first-do-organisation = Вписать названия
first-do-link = Ссылка и плакат
first-do-applicants = Тексты для чатов
first-do-pair = Составить пару
first-do-questionnaire = Спросить людей
first-do-summary = Посмотреть сводку
first-away = Больше не показывать
first-away-done = Убрал. Всё это есть и в меню.
first-which = <b>Первые шаги</b>: в какой организации?
first-done = <b>Первые шаги</b> позади: всё готово к работе. Дальше — «Что ждёт» в меню.
