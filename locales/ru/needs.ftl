# Отметки куратора: категории потребности и факты для показателей.

needs-name = { $need ->
    [special_needs] ОВЗ
    [pmpk] заключение ПМПК
    [register] профилактический учёт
    [hard_situation] трудная жизненная ситуация
    [underachieving] неуспевающий
    [gifted] одарённый
    [risk_group] группа риска
    [low_results] низкие результаты у учеников
    [qualification] { $value ->
        [first] первая категория
        [highest] высшая категория
       *[none] без категории
    }
   *[tutor] тьютор
}
needs-short = { $need ->
    [special_needs] ОВЗ
    [pmpk] Заключение ПМПК
    [register] На учёте
    [hard_situation] Трудная ситуация
    [underachieving] Неуспевающий
    [gifted] Одарённый
    [risk_group] Группа риска
    [low_results] Низкие результаты
    [qualification] Категория
   *[tutor] Тьютор
}
needs-head = <b>{ $name }</b>: отметки куратора ({ $organisation }). Нажмите, чтобы отметить с сегодняшнего дня; отмеченное можно изменить.
needs-more-head = <b>{ $name }</b>: другие отметки
needs-line = ✓ { $need } — с { $since }
needs-who-sees = Это видят куратор и психолог вашей организации, сам человек и его родители, а наставник — только то, ради чего создана пара. В общих списках этого нет.
needs-fact-head = <b>{ $name }</b>
needs-change-date = Изменить дату
needs-change-grade = Изменить категорию
needs-clear = Снять отметку
needs-back = К отметкам
needs-grade-head = { $name }: какая квалификационная категория?
needs-grade = { $value ->
    [first] Первая
    [highest] Высшая
   *[none] Без категории
}
needs-since-done = Записали: с { $since }.
needs-gone = Эту отметку уже сняли. Отмените форму и откройте отметки снова.
