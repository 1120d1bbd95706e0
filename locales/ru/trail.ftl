# История пары или группы: кто, что и когда сделал.
trail-head =
    <b>История</b>
    { $mentors } → { $mentees }
trail-none = Пока ничего не записано.
trail-line = { $when } · { $event ->
    [proposed] предложено
    [agreed] согласие
    [declined] отказ
    [agreed_for] согласие за участника: { $name }
    [declined_for] отказ за участника: { $name }
    [fixed] приказ № { $number }
    [exit_asked] отправлены итоговые анкеты
    [completed] завершено
    [ended_early] прекращено досрочно: { $reason ->
        [statement] заявление наставника
        [duties] не выполняются обязанности
        [petition] просьба наставляемого
        [guardian] решение родителя
        [handed_over] передано другому наставнику
        [left] уход из организации
       *[other] другое
    }
    [end_order] приказ об освобождении № { $number }
    [handed_over] передано другому наставнику
    [took_over] продолжает прежнее наставничество
    [adult_added] рядом теперь { $name }
    [adult_removed] больше не рядом { $name }
    [statement] заявление наставника
    [petition] просьба наставляемого
    [guardian] просьба родителя
    [left_group] по слову родителя больше не участвует: { $name }
    [left_data] отозвано согласие, больше не участвует: { $name }
    [request_declined] ответ на просьбу: продолжаем
   *[other] изменение
}{ $words ->
    [none] {""}
   *[other] {" "}(«{ $words }»)
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}
