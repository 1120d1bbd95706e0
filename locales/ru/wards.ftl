# Страница родителя: ребёнок, согласия, пары и встречи, остановка участия.

home-ward-open = Мой ребёнок
wards-head = <b>Дети, за которых вы отвечаете</b>
wards-card = <b>{ $name }</b>
wards-place-line = { $role ->
    [mentor] Наставник
   *[mentee] Наставляемый
} — { $organisation }{ $state ->
    [applied] {": заявка у куратора"}
    [listed] {": в списке, ждём согласия"}
    [refused] {": заявка отклонена"}
    [left] {": не участвует"}
   *[approved] { "" }
}
wards-pair-line = 🤝 { $with }: { $state ->
    [proposed] ждём согласия сторон
    [agreed] ждём приказа
    [active] работают до { $ends }
   *[completed] завершено
}
wards-meeting = 📅 { $when }, { $with }
wards-held = Встреч проведено: { $held }
wards-stopped = ⏸ Участие остановлено по вашему слову. Ребёнку бот не пишет.
wards-pair = Пара: { $with }
wards-meetings = Встречи
wards-plans = План
wards-tasks = Задачи
wards-consents = Согласия
wards-stop = Остановить участие
wards-again = Участвовать снова
wards-back = Назад
wards-open = К ребёнку
wards-place = Место ребёнка
wards-consents-head = <b>Согласия: { $name }</b>
    Нажмите номер, чтобы прочитать текст.
wards-consents-none = Согласий пока нет.
wards-consent-line = { $number }. { $document }: { $day }, { $who }{ $paper ->
    [paper] {" (на бумаге)"}
   *[chat] { "" }
}{ $state ->
    [withdrawn] {", отозвано "}{ $withdrawn }
   *[given] { "" }
}
wards-consent-head = <b>{ $title }</b>
    Редакция { $version }, дано { $day }
wards-stopped-already = { $name }: участие уже остановлено.
wards-stopped-child = Твоё участие в программе остановлено: так решили родители. Если есть вопросы, поговори с ними или с куратором.
wards-stopped-told = ⏸ { $who } останавливает участие ребёнка: { $name }. Согласие отозвано, пара завершена, группа продолжает без ребёнка. Ребёнку бот не пишет.{ $reason ->
    [none] { "" }
   *[other] {" Причина: "}{ $reason }
}
wards-stopped-guardian = ⏸ { $who } останавливает участие вашего ребёнка в программе: { $name }. Встречи отменены.
wards-stop-done = Готово. { $name }: согласие на участие отозвано, встречи отменены, бот больше не пишет ребёнку. Куратор знает. Передумаете — откройте «Мой ребёнок».
wards-not-stopped = { $name }: участие не остановлено, возобновлять нечего.
wards-again-declined = Хорошо, всё остаётся как есть: участие остановлено.
wards-again-done = Спасибо! { $name }: согласие записано, заявка ушла куратору. Я сообщу, когда он ответит.
