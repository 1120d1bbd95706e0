# Наставляемые без наставника: список, поддержка, поиск продолжается.

unmatched-back = Назад
unmatched-match = Подбор пар
unmatched-note = Поддержка оказана
unmatched-head = <b>Без наставника</b>: { $total }. Сначала те, кто ждёт дольше
unmatched-none = Без наставника никого нет.
unmatched-line = { $number }. { $name } — с { $since }{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}
unmatched-card = <b>{ $name }</b>{ $place ->
    [none] { "" }
   *[other] , { $place }
}
    Без наставника с { $since }
unmatched-request = Своими словами: { $request }
unmatched-support = { $day } поддержка: { $who }{ $note ->
    [none] { "" }
   *[other] {" — "}{ $note }
}
unmatched-supported = Записали: { $name } получает поддержку. Поиск наставника продолжается, куратор знает.
unmatched-search-on = { $name }: психолог оказал поддержку, наставника пока нет. Продолжите поиск: начните новый подбор.
unmatched-gone = У этого наставляемого уже есть наставник, или он больше не участвует.
