# Подбор пар: список, карточка, участники, предложения и почему, публикация.

## Кнопки
match-back = Назад
match-open-card = Открыть подбор
match-open-pair = Открыть предложение
match-see-pairs = Посмотреть пары
match-see-groups = Посмотреть группы
match-new = Новый подбор
match-unmatched = Без наставника
match-pairs = Пары и группы
match-compute = Подобрать
match-compute-again = Подобрать заново
match-publish = Опубликовать
match-publish-yes = Да, предложить всем
match-more = Ещё…
match-weights = Что важнее
match-part-areas = Запрос
match-part-wishes = Пожелания
match-part-times = Время
match-part-distance = Классы
match-strength = { $chosen ->
    [yes] {"✓ "}
   *[no] { "" }
}{ $strength ->
    [none] Не учитывать
    [low] Меньше обычного
    [high] Больше обычного
   *[usual] Как обычно
}
match-to-council = На совет наставников
match-speed = Быстрые встречи
match-drop = Удалить подбор
match-drop-yes = Да, удалить
match-side-mentee = Наставляемые
match-side-mentor = Наставники
match-everybody = Выбрать всех
match-nobody = Убрать всех
match-proposals = Предложения: { $count }
match-alone = Без пары: { $count }
match-propose = Предложить
match-propose-group = Предложить группу
match-fix = Закрепить
match-loosen = Открепить
match-forbid = Не соединять
match-forbid-here = Только в этом подборе
match-forbid-ever = Никогда
match-others = Другой наставник
match-remove = Убрать из подбора
match-comments = Мнения совета
match-allow = Разрешить: { $name }

## Список и новый подбор
match-list-head = <b>Подбор пар</b>
match-list-none =
    <b>Подбор пар</b>
    Здесь бот подберёт наставников сразу всем, кто ждёт, и объяснит почему. Начните новый подбор.
match-list-line = { $number }. { $form }, { $created }: { $state ->
    [draft] не посчитан
    [ready] готов, не опубликован
    [publishing] публикуется
   *[published] опубликован
}{ $where ->
    [none] { "" }
   *[other] {" · "}{ $where }
}
match-where = В какой организации подбираем пары?
match-created =
    Подбор создан.
    Наставляемых: { $mentees }, наставников: { $mentors }. Это все, кто подходит и свободен; список можно изменить.
    Нажмите «Подобрать»: никто ничего не получит, пока вы не опубликуете.
match-no-mentees = В подборе нет ни одного наставляемого. Откройте подбор и выберите, кому ищем наставника.
match-no-mentors = В подборе нет ни одного наставника. Откройте подбор и выберите наставников.
match-not-computed = Пары ещё не подобраны. Нажмите «Подобрать».
match-gone-published = Этот подбор уже опубликовал другой куратор. Посмотрите «Пары и группы».
match-gone-dropped = Этот подбор удалён. Начните новый: /match
match-gone-pair = Пока вы смотрели, предложение изменилось. Откройте список предложений ещё раз.
match-gone-proposed = Эту пару уже предложили. Она в списке «Пары и группы».
match-gone-group = Этой группы больше нет: её предложили или подобрали заново. Откройте список групп.
match-gone-computed = Пока вы смотрели, пары подобрали заново. Посмотрите предложения ещё раз и публикуйте.
match-gone-person = Этого человека больше нет среди участников. Подберите заново.

## Карточка
match-card-head =
    <b>Подбор: { $form }</b>
    { $model }
match-card-dates = Срок работы: { $starts } — { $ends }
match-card-groups = Группы: до { $most } наставляемых у одного наставника
match-card-people = Наставляемых: { $mentees }, наставников: { $mentors }
match-card-draft = Ещё не посчитан.
match-card-state = Состояние: { $state ->
    [ready] готов, видите только вы
    [publishing] публикуется
   *[published] опубликован
}
match-card-pairs = Предложений: { $pairs }, закреплено: { $fixed }. Самая слабая пара: { $worst } из 100
match-card-pairs-of-groups = Групп: { $groups }, в них наставляемых: { $pairs }, закреплено: { $fixed }. Самая слабая оценка: { $worst } из 100
match-outdated = Вы изменили, что важнее, а предложения посчитаны по-старому. Нажмите «Подобрать заново».
match-programme-changed = Формы, модели или вида этого подбора больше нет в программе. Начните новый подбор: /match
match-card-published = Уже предложено участникам: { $count }
match-card-alone = Без пары: { $count }
match-card-council = На совете. Мнений: { $count }
match-more-head = Что сделать с подбором?
match-computing = ⏳ Подбираю пары…
match-computed =
    <b>Пары подобраны</b>
    Пар: { $pairs }, без пары: { $alone }. Самая слабая пара: { $worst } из 100.
    Посмотрите каждую: начинаем с самых слабых. Никто их пока не видит.
match-computed-groups =
    <b>Группы подобраны</b>
    Групп: { $groups }, в них наставляемых: { $pairs }, без группы: { $alone }. Самая слабая оценка: { $worst } из 100.
    Посмотрите каждую: начинаем с самых слабых. Никто их пока не видит.
match-computed-by-other = Пока бот считал, другой куратор подобрал раньше. Показываю то, что получилось у него.
match-weights-head = <b>Из чего складывается оценка</b>
match-weight = { $part ->
    [areas] Запрос и помощь наставника
    [wishes] Пожелания обоих
    [times] Общее свободное время
    [distance] Разница классов
   *[languages] Языки
}: { $strength ->
    [none] не учитываем
    [low] меньше обычного, { $percent } %
    [high] больше обычного, { $percent } %
   *[usual] { $percent } %
}
match-weight-ask = { $part ->
    [areas] Насколько важно, что наставник помогает с тем, о чём просят?
    [wishes] Насколько важны пожелания обоих?
    [times] Насколько важно общее свободное время?
   *[distance] Насколько важно, что наставник на один–три класса старше?
}
match-weight-other = В этой форме это не считается. Откройте «Что важнее» ещё раз.
match-weights-how =
    Сначала бот находит пару как можно большему числу людей. Потом поднимает самую слабую пару. Потом — сумму всех оценок.
    Никогда не соединяет тех, кто говорит на разных языках, на паузе, без согласия, кому не хватило мест или кого вы запретили.

## Участники
match-people-head = <b>{ $side ->
    [mentor] Наставники
   *[mentee] Наставляемые
}</b>: выбрано { $chosen } из { $total }
match-people-none = Здесь пока никого: нет одобренных участников, которые подходят к этой форме.
match-people-line = { $chosen ->
    [yes] ✓
   *[no] –
} { $number }. { $name }{ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $rule ->
    [none] { "" }
    [consent] {" · нет согласия"}
    [pause] {" · на паузе"}
    [capacity] {" · нет мест"}
    [age] {" · возраст меньше допустимого"}
   *[other] {" · не подходит"}
}

## Предложения
match-proposed-head = <b>Предложения</b>: { $total }. Сначала слабые
match-alone-head = <b>Без пары</b>: { $total }
match-pairs-none = Здесь пусто.
match-groups-head = <b>Группы</b>: { $total }. Сначала слабые
match-group-line = { $number }. { $mentor } · наставляемых: { $count } · от { $worst }{ $state ->
    [done] {" · предложено"}
    [small] {" · мало людей"}
   *[open] { "" }
}
match-group-head = <b>{ $name }</b> · наставляемых: { $count }
match-group-member = { $number }. { $name } · { $score }{ $state ->
    [fixed] {" · закреплено"}
   *[open] { "" }
}
match-group-small = В группе остался один наставляемый. Выберите ему другого наставника или подберите заново.
match-pair-outdated = Посчитано до того, как вы изменили, что важнее.
match-pair-line = { $number }. { $mentee } → { $mentor } · { $score }{ $state ->
    [done] {" · предложено"}
    [fixed] {" · закреплено"}
   *[open] { "" }
}
match-alone-line = { $number }. { $mentee } — { $why ->
    [refused] не удалось предложить
    [taken] места достались другим
   *[nobody] никто не подошёл
}
match-pair-mentee = <b>{ $name }</b>
match-pair-mentor = → <b>{ $name }</b>{ $place ->
    [none] { "" }
   *[other] {" · "}{ $place }
}
match-pair-score = Оценка: { $score } из 100{ $state ->
    [fixed] , закреплено
   *[other] { "" }
}
match-pair-comments = Мнений совета: { $count }
match-pair-refused = Предложить не получилось: { $why }
match-asks = Просит помочь: { $list }
match-asks-nothing = Запрос не указан.
match-why-areas = { $state ->
    [some] ✓ Поможет с тем, о чём просят: { $list }
    [none] ✗ Помогает с другим, не с тем, о чём просят
   *[unknown] · Запрос или помощь не указаны
} (+{ $points })
match-why-times = { $state ->
    [some] ✓ Оба свободны: { $list }
    [none] ✗ Нет общего свободного времени
   *[unknown] · Свободное время не указано
} (+{ $points })
match-why-languages = { $state ->
    [some] ✓ Общий язык: { $list }
   *[other] · Языки не указаны
} (+{ $points })
match-why-distance = { $state ->
    [some] · Классы: { $mentee } и { $mentor }
   *[unknown] · Класс не указан
} (+{ $points })
match-why-wishes = { $state ->
    [some] · Пожелания: наставляемый — { $mentee ->
        [gladly] с радостью
        [could] можно
        [rather-not] лучше не надо
       *[none] не сказал
    }, наставник — { $mentor ->
        [gladly] с радостью
        [could] можно
        [rather-not] лучше не надо
       *[none] не сказал
    }
    [none] ✗ Оба ответили: лучше не надо
   *[unknown] · Пожеланий нет
} (+{ $points })
match-time = { $day ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
} { $part ->
    [m] утром
    [d] днём
   *[e] вечером
}
match-alone-why = { $fitting ->
    [0] Никто не подошёл. Кого исключило правило:
   *[other] Подошли бы: { $fitting }, но { $sought ->
        [group] места достались другим или группа не набралась
       *[pair] их места достались другим
    }. Выберите наставника сами или подберите заново.
}
match-against = • { $rule ->
    [form] не та категория для этой формы
    [member] участие не одобрено
    [consent] нет согласия
    [pause] на паузе
    [age] возраст меньше допустимого
    [organisation] другая организация
    [guardian] родитель этого ребёнка
    [older] не старше (или дата рождения неизвестна)
    [language] нет общего языка
    [together] уже работают вместе
    [capacity] нет свободных мест
    [forbidden] вы запретили
   *[failed] раньше не сложилось
}: { $count }
match-excluded = Так соединить нельзя: { $rule ->
    [form] категория не подходит к этой форме
    [member] участие не одобрено
    [consent] нет согласия
    [pause] один из них на паузе
    [age] возраст меньше допустимого
    [organisation] наставник из другой организации
    [guardian] это родитель ребёнка
    [older] наставник должен быть старше
    [language] нет общего языка
    [together] они уже работают вместе
    [capacity] у наставника нет мест
    [forbidden] вы запретили эту пару
   *[other] раньше у них не сложилось
}. Выберите другого.
match-nobody-to-fix = Здесь пока нет наставника. Сначала выберите его.
match-mentor-full = Все места этого наставника заняты закреплёнными парами. Открепите одну из них или выберите другого.
match-others-head = Кого ещё можно предложить: <b>{ $name }</b>
match-others-line = { $number }. { $name } · { $score }
    { $why }
match-displaced = Это место было у другого: { $name } теперь без пары. Подберите заново или выберите наставника сами.
match-removed = Убрали из подбора
match-forbid-sure = { $mentee } и { $mentor }: не соединять только сейчас или никогда?
match-comments-head = <b>Мнения совета</b>: { $count }
match-comment = <b>{ $who }</b>: { $comment }

## Публикация
match-nothing-to-publish = Публиковать пока нечего: подберите пары или выберите наставников сами.
match-publish-sure =
    <b>Предложить все пары?</b>
    Пар: { $pairs }, без пары останутся: { $alone }. Самая слабая пара: { $worst } из 100.
    Каждый получит предложение и сам решит, согласен ли.
match-publish-sure-groups =
    <b>Предложить все группы?</b>
    Групп: { $groups }, в них наставляемых: { $pairs }, без группы останутся: { $alone }. Самая слабая оценка: { $worst } из 100.
    Каждый получит предложение и сам решит, согласен ли.
match-published-toast = Предлагаем
match-published =
    <b>Опубликовано</b>
    Предложено наставляемым: { $pairs }.{ $dropped ->
        [0] { "" }
       *[other] {" "}Не получилось: { $dropped }, смотрите «Без пары».
    }{ $left ->
        [0] { "" }
       *[other] {" "}Осталось: { $left }.
    }
    Когда все согласятся, каждый получит анкету, а вы — кнопку «Приказ».
match-publishing =
    <b>Публикуем</b>
    Предложено: { $pairs }, осталось: { $left }.{ $dropped ->
        [0] { "" }
       *[other] {" "}Не получилось: { $dropped }.
    }
    Остальные уйдут сами{ $night ->
        [yes] {" "}утром, когда кончатся тихие часы
       *[no] , по нескольку сразу
    }. Когда закончим, напишу.
match-published-done = Подбор опубликован. Предложено наставляемым: { $pairs }, не получилось: { $dropped }.
match-refused-line = • { $name }: { $why }
match-refused-why = • { $why }
match-refused-more = И ещё: { $count }. Все они в списке «Без пары».
match-proposed-done =
    Предложено: { $names }.
    Ждём их согласия.
match-proposed-missed =
    Предложено: { $names }.
    Не дошло: { $missed }. Попросите открыть бота и нажать /pairs.
match-drop-sure = Удалить подбор? Неопубликованных предложений: { $count }. Уже предложенные пары останутся.
match-dropped = Подбор удалён.
match-sent-to-council =
    Отправили на совет. Сообщение получили: { $count }.
    Совет видит имена, класс и запрос, но не оценки и не особые сведения. Мнения появятся у предложений.
