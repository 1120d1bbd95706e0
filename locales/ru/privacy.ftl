# Персональные данные: реестр согласий, журнал обращений к данным.
registers-consents = Реестр согласий
registers-log = Кто смотрел данные
registers-back = Мои данные
registers-where = Выберите организацию.

consents-head = <b>Реестр согласий</b>
    { $organisation }, всего записей: { $count }
consents-none = Согласий пока нет.
consents-line = { $name }: { $document }, редакция { $version }, { $day }{ $paper ->
    [paper] {" (на бумаге)"}
   *[chat] {""}
}{ $giver ->
    [self] {""}
   *[other] {", дал(а) "}{ $giver }
}{ $withdrawn ->
    [none] {""}
   *[other] {"; отозвано "}{ $withdrawn }
}
consents-file = Скачать реестр
consents-back = К реестру
consents-waiting = Готовлю реестр согласий…
consents-caption = Реестр согласий, { $organisation }. Записей: { $count }. На втором листе — тексты редакций.
consents-sheet = Согласия
consents-sheet-texts = Тексты редакций
consents-self = сам(а)
consents-column-name = О ком
consents-column-document = Документ
consents-column-version = Редакция
consents-column-given = Дано
consents-column-giver = Кто дал
consents-column-paper = Дата на бумаге
consents-column-recorder = Кто внёс бумажное
consents-column-withdrawn = Отозвано
consents-column-variant = Кому показан
consents-column-text = Текст
consents-variant-self-adult = взрослому о себе
consents-variant-for-child = родителю о ребёнке
consents-variant-self-child = ребёнку с 14 лет

datalog-head = <b>Кто смотрел и выгружал данные</b>
    { $organisation }, всего записей: { $count }
datalog-none = Пока никто ничего не смотрел.
datalog-line = { $when } · { $who }: { $look ->
    [card] карточка
    [list] список людей
    [answers] ответы словами
    [alarm] тревожный ответ
    [consents] реестр согласий
    [own_data] выгрузка всех данных человека
   *[file] { $file ->
        [award] благодарность или грамота
        [certificate] справка
        [change-text] изменения в паре
        [colleagues] база наставников и кураторов
        [consents] реестр согласий, файл
        [diary-docx] дневник пары, файл
        [diary-xlsx] дневник пары, файл
        [event-merits] дипломы мероприятия
        [event-people] список участников мероприятия
        [export] выгрузка людей, пар и встреч
        [final-report] итоговый отчёт
        [paper] приказ, соглашение или согласие
        [people-links] ссылки для приглашения
        [people-mistakes] список с ошибками
        [people-read] загрузка списка людей
        [plan-paper] план развития, файл
        [results-rows] таблица ответов
        [speed-plan] план быстрых встреч
        [summary-rows] таблица сводки
       *[other] файл
    }
}{ $about ->
    [none] {""}
   *[other] {" — "}{ $about }
}
