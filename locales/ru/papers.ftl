# Документы: приказы, согласия, заявления.

## В самих документах (они всегда на русском)
report-paper-head = { $kind ->
    [preschool] Заведующий
    [enterprise] Руководитель
   *[other] Директор
}
report-paper-head-dative = { $kind ->
    [preschool] Заведующему
    [enterprise] Руководителю
   *[other] Директору
}
report-paper-open-date = «___» ______________ 20___ г.
report-paper-order = от { $day } № { $number }

## Кнопки
papers-order = Приказ (.docx)
papers-release = Приказ об уходе (.docx)
papers-fixing-draft = Проект приказа (.docx)
papers-statement-leave = Заявление об уходе
papers-statement-join = Заявление наставника
papers-petition = Ходатайство
papers-consents = Согласия (.docx)

## Экраны
papers-head =
    <b>Документы</b>
    { $mentors } → { $mentees }
    Выберите документ: пришлём файл Word, его можно поправить и распечатать.
papers-person-head =
    <b>Документы: { $name }</b>
    Пришлём файл Word: распечатайте и дайте подписать.
papers-waiting = Готовлю документ…
papers-ready = { $paper ->
    [fixing] Приказ о закреплении
    [release] Приказ об освобождении
    [leave] Заявление наставника об освобождении
    [join] Заявление наставника о вступлении
    [petition] Ходатайство наставляемого
   *[consents] Согласия
}: { $names }. Проверьте имена и даты перед печатью.
papers-not-yet = Этот документ пока не из чего составить: посмотрите, что изменилось, в карточке пары.
papers-nobody = Для этого человека здесь документов нет: он не состоит в вашей организации.
