# Место в организации: запрос, время, пауза, уход и возвращение.

place-head = <b>{ $name }</b>
    { $organisation } — { registration-role }
place-state = { $state ->
    [applied] Заявка ждёт решения.
    [approved] Участвует.
    [refused] Заявка отклонена.
    [listed] В списке, согласия ещё нет.
   *[left] Больше не участвует.
}
place-none = не указано
place-time = { $weekday ->
    [d1] Пн
    [d2] Вт
    [d3] Ср
    [d4] Чт
    [d5] Пт
    [d6] Сб
   *[d7] Вс
} { $part ->
    [m] утро
    [d] день
   *[e] вечер
}
place-back = К участию
place-over = { $name }: это участие уже закончено или ещё не началось. Откройте карточку заново.

place-areas = Направления
place-areas-head = { $role ->
    [mentor] <b>{ $name }</b>: с чем может помочь? Отметьте одно или несколько.
   *[other] <b>{ $name }</b>: с чем нужна помощь? Отметьте одно или несколько.
}
place-area-last = Хотя бы одно направление нужно оставить. Сначала отметьте другое.
    .child = Хотя бы одно направление нужно оставить. Сначала отметь другое.
place-request = Запрос
place-request-done = Записали новый запрос. Остальное осталось как было.
place-times = Свободное время
place-times-head = <b>{ $name }</b>: когда есть время? Утро — до 12, день — до 17, вечер — позже.
place-capacity = Сколько наставляемых
place-capacity-head = <b>{ $name }</b>: скольких наставляемых брать одновременно? Сейчас: { $mentees }.
place-capacity-usual = Как в программе ({ $number })
place-languages = Языки
place-languages-head = <b>{ $name }</b>: на каких языках удобно заниматься?
place-language-last = Хотя бы один язык нужно оставить. Сначала отметьте другой.
    .child = Хотя бы один язык нужно оставить. Сначала отметь другой.
place-offices = Совет и эксперты
place-offices-head = <b>{ $name }</b>: кем ещё назначить? Совет обсуждает подбор пар, эксперты отвечают на просьбы о помощи. О назначении сообщим.
place-council = Совет наставников
place-expert = Эксперт
place-appointed = { $event ->
    [council_appointed] Вас пригласили в совет наставников: { $organisation }. Куратор будет спрашивать ваше мнение о парах.
    [council_released] Вы больше не в совете наставников: { $organisation }. Спасибо за помощь!
    [expert_appointed] Теперь вы эксперт: { $organisation }. Мы будем передавать вам просьбы о помощи.
   *[expert_released] Вы больше не эксперт: { $organisation }. Спасибо за помощь!
}
    .child = { $event ->
    [council_appointed] Тебя пригласили в совет наставников: { $organisation }. Куратор будет спрашивать твоё мнение о парах.
    [council_released] Ты больше не в совете наставников: { $organisation }. Спасибо за помощь!
    [expert_appointed] Теперь ты эксперт: { $organisation }. Мы будем передавать тебе просьбы о помощи.
   *[expert_released] Ты больше не эксперт: { $organisation }. Спасибо за помощь!
}

place-pause = Пауза
place-pause-reason = Причина: { $reason }
place-paused-done = ⏸ { $name }: пауза, снова с { $until }. В этот день напомним.
place-paused-you = ⏸ { $organisation }: ваше участие на паузе, снова с { $until }. Назначенные встречи остаются в силе.
    .child = ⏸ { $organisation }: твоё участие на паузе, снова с { $until }. Назначенные встречи остаются в силе.
place-paused-told = ⏸ { $name } ({ registration-role }): пауза, снова с { $until }. Новых пар пока не предложим, назначенные встречи остаются.
place-resume = Закончить паузу
place-resumed-you = { $organisation }: пауза закончена, вы снова участвуете.
    .child = { $organisation }: пауза закончена, ты снова участвуешь.
place-resumed-told = { $name } ({ registration-role }): пауза закончена раньше, можно предлагать пары.
place-not-paused = { $name }: паузы уже нет. Откройте карточку заново.

place-leave = Больше не участвует
place-leave-own = Закончить участие
place-leave-ask = <b>{ $name }</b> больше не участвует ({ $organisation }, { registration-role })? Напоминания прекратятся. Вернуть можно в любой день.
place-leave-ask-own = Закончить участие ({ $organisation }, { registration-role })? Напоминаний больше не будет. Вернуться можно: куратор получит новую заявку.
place-leave-pairs = ⚠️ Незаконченные пары ({ $count }): { $pairs }. Их нужно будет завершить или передать другому наставнику.
place-leave-pairs-own = ⚠️ Есть незаконченные пары ({ $count }): { $pairs }. Сообщим куратору, он решит, как быть дальше.
place-leave-yes = Да, не участвует
place-leave-yes-own = Да, закончить
place-left-done = { $name }: участие закончено. { $count ->
    [0] Открытых пар нет.
   *[other] Осталось завершить или передать пары ({ $count }).
}
place-left-own = Участие закончено: { $organisation }. Спасибо, что были с нами! Передумаете — нажмите «К участию».
    .child = Участие закончено: { $organisation }. Спасибо за участие! Если передумаешь, нажми «К участию».
place-left-you = { $organisation }: записано, что вы больше не участвуете. Если это ошибка, нажмите «К участию».
    .child = { $organisation }: записано, что ты больше не участвуешь. Если это ошибка, нажми «К участию».
place-left-told = { $name } ({ registration-role }) больше не участвует: { $organisation }.{ $count ->
    [0] {""}
   *[other] {" "}Незаконченные пары ({ $count }): { $pairs }. Завершите их или передайте другому наставнику.
}
place-pairs = К списку пар
place-pair = Пара: { $names }
place-return = Вернуть
place-back-you = { $organisation }: вы снова участвуете. С возвращением!
    .child = { $organisation }: ты снова участвуешь. С возвращением!
place-no-consent = { $name }: нет действующих согласий на обработку данных и участие. Сначала они нужны, потом можно вернуть.
place-no-guardian = Участие остановил взрослый, который за тебя отвечает. Вернуть тебя может только он: ему нужно открыть бота и нажать «Участвовать снова».
place-not-left = { $name }: участие уже возобновлено или заявка подана. Откройте карточку заново.
