# Взрослые рядом с парой или группой: ответственный и консультанты.
home-pairs-beside = { $duty ->
    [responsible] Где я отвечаю
   *[consultant] Где я консультант
}
adults-mine-head = <b>Пары и группы, которым вы помогаете</b>
    Здесь видно людей, встречи, план и задачи.
adults-mine-line = { $number }. { $mentors } → { $mentees } · { $form }, { $duty ->
    [responsible] вы отвечаете
   *[consultant] вы консультант
}
adults-mine-none = Сейчас вы не отвечаете ни за какую пару и никого не консультируете.
adults-button = Взрослые рядом
adults-add = Добавить
adults-remove = Убрать
adults-remove-which = Кого убрать? Нажмите номер.
adults-head =
    <b>Взрослые рядом</b>
    { $mentors } → { $mentees }
adults-none = Пока никого. Ответственный следит за парой от организации, консультант помогает советом.
adults-line = { $n }. { $duty ->
    [responsible] Ответственный
   *[consultant] { $speciality ->
        [subject-teacher] Учитель-предметник
        [psychologist] Психолог
        [social-pedagogue] Социальный педагог
       *[other] Консультант
    }
}: { $name }
adults-added = Добавили: { $name }, { $duty ->
    [responsible] ответственный
   *[consultant] консультант
}. Имя попадёт в приказ.
adults-told = { $duty ->
    [responsible] <b>Вы отвечаете за наставничество</b>
   *[consultant] <b>Вы консультант наставничества</b>
}
    { $mentors } → { $mentees }, { $form }
    Срок: { $starts } — { $ends }
    Вопросы — куратору: { $curator }
adults-told-removed = { $duty ->
    [responsible] Вы больше не отвечаете за наставничество
   *[consultant] Вы больше не консультант наставничества
}: { $mentors } → { $mentees }. Спасибо за помощь! Вопросы — куратору: { $curator }
adults-is-party = Этот человек сам участвует в этой паре или группе. Выберите другого.
adults-already = Этот человек здесь уже есть. Выберите другого.
adults-many = Рядом может быть не больше { $most } взрослых. Уберите кого-нибудь и добавьте снова.
adults-gone = Этого человека уже убрали. Откройте список ещё раз из карточки: /pairs
