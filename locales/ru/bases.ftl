# Базы наставляемых и наставников: когда просмотрены, что давно не менялось.

base-where = Базы какой организации открыть?
base-head = <b>Базы: { $organisation }</b>
base-size = { $role ->
    [mentor] <b>Наставники</b>: { $count }
   *[mentee] <b>Наставляемые</b>: { $count }
}
base-never = Ещё не просматривали.
base-reviewed = Просмотрено { $day }{ $by ->
    [none] {""}
   *[other] , { $by }
}
base-waits = ⏳ По программе базу обновляют до { $last }. Не менялись с начала срока: { $count }.
base-review = { $role ->
    [mentor] Наставники просмотрены
   *[mentee] Наставляемые просмотрены
}
base-old = { $role ->
    [mentor] Давние наставники
   *[mentee] Давние наставляемые
}
base-reviewed-toast = Записали: просмотрено сегодня
base-old-head = <b>{ $role ->
    [mentor] Наставники
   *[mentee] Наставляемые
}</b> ({ $count }): сначала те, у кого дольше всего ничего не менялось
base-old-line = { $number }. { $name } — с { $since }
