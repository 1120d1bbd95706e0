# Списки людей и карточки.

people-category = { $category ->
    [pupil] ученик или ученица
    [student] студент или студентка
    [teacher] педагог
    [employee] сотрудник предприятия
    [parent] родитель
    [alumnus] выпускник
   *[none] категория не указана
}
people-state = { $state ->
    [applied] Ждут решения
    [approved] Одобрены
    [refused] Отклонены
    [listed] Внесены списком
   *[left] Ушли
}
people-relation = { $relation ->
    [mother] мать
    [father] отец
    [guardian] опекун
   *[other] представитель
}

people-head = <b>{ $tab ->
    [MENTEES] Наставляемые
    [MENTORS] Наставники
    [GUARDIANS] Родители и опекуны
   *[WAITING] Ждут согласия
}</b>
people-head-found = <b>Поиск: { $part }</b>
people-count = { $state ->
    [applied] Ждут решения
    [approved] Одобрены
    [refused] Отклонены
    [listed] Внесены списком
   *[left] Ушли
}{ $category ->
    [none] {""}
   *[other] , { people-category }
}{ $class ->
    [none] {""}
   *[other] , { $class }
}{ $only ->
    [FREE] , есть место
    [PAUSED] , на паузе
    [UNPAIRED] , без пары
   *[none] {""}
}: { $total }
people-line = { $number }. { $name }{ $class ->
    [none] {" "}({ people-category })
   *[other] , { $class }
}
people-tab = { $tab ->
    [MENTEES] Наставляемые
    [MENTORS] Наставники
    [GUARDIANS] Родители
   *[WAITING] Ждут согласия
}
people-filters = Отбор
people-filter-head = Кого показать?
people-area-line = Направление: { $area }
people-by-category = Категория
people-by-state = Состояние
people-by-area = Направление
people-category-head = Какую категорию показать?
people-state-head = В каком состоянии?
people-area-head = С каким направлением?
people-only = { $only ->
    [FREE] Есть место
    [PAUSED] На паузе
   *[UNPAIRED] Без пары
}
people-by-only = Пара, место, пауза
people-by-class = По классу
people-class-head = Какой класс показать?
people-no-classes = В этом списке нет никого с классом.
people-every-class = Все классы
people-no-filter = Показать всех
people-back = Назад
people-search = Поиск
people-search-again = Искать ещё
people-to-list = К спискам
people-found = Поиск «{ $part }»: { $total ->
    [0] никого нет. Проверьте, как пишется имя, или введите его часть.
   *[other] найдено { $total }.
}
people-found-all = Показать всех

people-card-head = <b>{ $name }</b>
people-card-birth = Дата рождения: { $birth } ({ $age } { $age ->
    [one] год
    [few] года
   *[many] лет
})
people-card-class = Класс: { $value }
people-card-post = Должность: { $value }
people-card-subject = Предмет: { $value }
people-card-workplace = Место работы: { $value }
people-card-career = Начало стажа: { $day }
people-card-hired = Работает здесь с { $day }
people-card-place = { $organisation } — { registration-role }: { $state ->
    [applied] ждёт решения
    [approved] одобрено
    [refused] отклонено
    [listed] в списке, согласия ещё нет
   *[left] больше не участвует
}
people-card-areas = { $role ->
    [mentor] Может помочь
   *[other] Нужна помощь
}: { $areas }
people-card-request = { $role ->
    [guardian] Ребёнок
   *[other] Запрос
}: { $request }
people-card-relation = Кем приходится: { people-relation }
people-card-reason = Причина отказа: { $reason }
people-card-guardian = Родитель или опекун: { $name } ({ people-relation })
people-card-ward = Отвечает за: { $name }
people-card-consent = Согласие ({ $kind ->
    [processing] обработка данных
    [participation] участие
   *[publication] публикация
}): { $at }, { $by ->
    [self] дано самостоятельно
   *[guardian] дано родителем или опекуном
}{ $paper ->
    [paper] , на бумаге
   *[chat] {""}
}
people-card-no-telegram = Участвует без Telegram.
people-card-languages = Языки: { $languages }
people-card-times = Свободное время: { $times }
people-card-capacity = Наставляемых сейчас: { $mentees } из { $capacity }
people-card-council = Входит в совет наставников.
people-card-expert = Эксперт: помогает и чужим наставляемым.
people-card-paused = ⏸ На паузе{ $known ->
    [yes] {" "}до { $until }
   *[no] {""}
}.
people-card-need = Отметка куратора: { $need }, с { $since }

people-place-open = { $role ->
    [mentee] Наставляемый
    [mentor] Наставник
    [guardian] Родитель
   *[other] Участник
}{ $organisation ->
    [none] {""}
   *[other] , { $organisation }
}
people-needs-open = Отметки куратора
people-training-open = Школа наставников
people-adding = Добавить людей
people-adding-head = Кого добавить? Можно записать по одному или загрузить готовый список.
people-more = Ещё…
people-more-head = Что сделать?
people-papers = Документы
people-invite = Личная ссылка
people-paper-consents = Согласия на бумаге
people-merge = Объединить записи
