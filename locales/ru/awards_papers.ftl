# Благодарственные письма, грамоты, справка наставника, доска почёта, текст для сайта.

award-paper-letter = Благодарственное письмо
award-paper-diploma = Грамота
award-paper-letter-verb = выражается благодарность
award-paper-diploma-verb = награждается
award-paper-thank-you = Благодарим вас
award-paper-for-mentor = за воспитание и поддержку наставника { $declined ->
    [yes] { $name }
   *[no] ({ $name })
}
award-paper-for-raising = за воспитание и поддержку
award-paper-parents-of = { $declined ->
    [yes] родителям наставника { $name }
   *[no] родителям наставника ({ $name })
}
award-paper-for-mentee = за активное участие в программе наставничества
award-paper-for-mentoring = за наставничество: щедро переданный опыт, внимание и поддержку
award-paper-year = в { $first }/{ $last } учебном году
award-paper-head = Руководитель
award-paper-number = № { $number } от { $day }

award-paper-merit = { $quoted ->
    [yes] { $title }
   *[no] «{ $title }»
}, { $day }: { $place ->
    [0] номинация «{ $nomination }»
   *[other] { $place } место{ $nomination ->
        [none] {""}
       *[other] , номинация «{ $nomination }»
    }
}
merit-paper-place = { $place } место
merit-paper-nomination = номинация «{ $nomination }»
merit-paper-day = { $day }

certificate-paper-title = Справка наставника
certificate-paper-verb = подтверждает наставническую работу. Наставник:
certificate-paper-was = Пары и группы:
certificate-paper-sum = Всего: { $count } { $count ->
    [one] наставничество
    [few] наставничества
   *[many] наставничеств
}, { $meetings } { $meetings ->
    [one] встреча
    [few] встречи
   *[many] встреч
}, { $hours } ч
certificate-line = { $number }. { $several ->
    [yes] Группа
   *[no] Пара
} «{ $form }», с { $begun }{ $ended ->
    [none] {" "}по настоящее время
   *[other] {" "}по { $ended }
}: { $meetings } { $meetings ->
    [one] встреча
    [few] встречи
   *[many] встреч
}, { $hours } ч{ $order ->
    [none] {""}
   *[other] {" "}(приказ № { $order } от { $day })
}
certificate-paper-day = Выдана { $day }

board-paper-title = Доска почёта
board-paper-year = { $first }/{ $last } учебный год

site-title = Наставничество: { $organisation }, { $first }/{ $last } учебный год
site-people = В этом учебном году у нас { $pairs ->
    [one] работает { $pairs } наставническая пара или группа
    [few] работают { $pairs } наставнические пары и группы
   *[many] работают { $pairs } наставнических пар и групп
}: { $mentors } { $mentors ->
    [one] наставник
    [few] наставника
   *[many] наставников
} и { $mentees } { $mentees ->
    [one] наставляемый
    [few] наставляемых
   *[many] наставляемых
}.
site-meetings = Уже { $meetings ->
    [one] состоялась { $meetings } встреча
    [few] состоялись { $meetings } встречи
   *[many] состоялось { $meetings } встреч
}{ $hours ->
    [0] {""}
    [one] , это { $hours } час общей работы
    [few] , это { $hours } часа общей работы
   *[many] , это { $hours } часов общей работы
}.
site-completed = { $pairs ->
    [one] { $pairs } наставничество завершилось так, как было задумано.
    [few] { $pairs } наставничества завершились так, как было задумано.
   *[many] { $pairs } наставничеств завершились так, как было задумано.
}
site-satisfaction = Участники довольны наставничеством на { $mean } из 10.
site-event = { $day } у нас прошло: { $quoted ->
    [yes] { $title }
   *[no] «{ $title }»
}.
site-winner = { $name }: { award-paper-merit }
site-thanked = Благодарностью и грамотами { $people ->
    [one] отмечен { $people } участник.
    [few] отмечены { $people } участника.
   *[many] отмечены { $people } участников.
}
site-best = Наша доска почёта:
site-name = { $name } — { $awards }
site-end = Спасибо всем, кто делится опытом и кто решается учиться новому!
