# Награды, критерии, доска почёта, справка, текст для сайта: что видно в чате.

home-board-open = Доска почёта
municipality-door-awards = Награды
certificate-door = Справка наставника
site-door = Текст для сайта

awards-head = <b>Награды этого учебного года</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
awards-line = { $number }. { $award } — { $kind ->
    [contest] кого можно заявить
    [nomination] кого можно выдвинуть
   *[other] вручено: { $count }
}
awards-none = Программа наград не называет.
awards-criteria = За что награждают
awards-criteria-head = <b>За что награждают</b>
    Считается за учебный год; нужно выполнить всё.
awards-name = <b>{ $award }</b>
awards-for = { $side ->
    [mentor] Для наставников
    [mentee] Для наставляемых
   *[both] Для наставников и наставляемых
}
awards-want-meetings = от { $count } { $count ->
    [one] встречи
   *[other] встреч
}
awards-want-completed = завершено наставничеств: от { $count }
awards-want-feedback = средняя оценка встреч от { $count } из 5
awards-want-years = стаж наставничества от { $count } { $count ->
    [one] года
   *[other] лет
}
awards-want-practices = опубликовано практик: от { $count }
awards-suited = Подходят: { $n }
awards-person = { $number }. { $name }{ $given ->
    [none] {""}
   *[other] {" "}(вручено, № { $given })
}:{" "}
awards-ground = { $measure ->
    [meetings] встреч { $have } из { $want }
    [completed] завершено { $have } из { $want }
    [feedback] оценка { $have } при норме { $want } (отзывов: { $count })
    [unrated] отзывов о встречах нет (норма { $want })
    [years] лет { $have } из { $want }
   *[practices] практик { $have } из { $want }
}{ $met ->
    [no] , не хватает { $lacks }
   *[other] {""}
}
awards-nobody = { $only ->
    [suited] Пока никто не выполнил все критерии.
    [nearly] Таких пока нет.
   *[given] Пока никому не вручали.
}
awards-only-suited = Подходят
awards-only-nearly = Почти
awards-only-given = Вручено
awards-back = К наградам

award-list = К списку
award-candidate = <b>{ $name }</b>
    { $award }
award-verdict = { $met ->
    [yes] Критерии выполнены.
   *[no] Выполнено не всё. Наградить можно с обоснованием.
}
award-give = Вручить
award-give-anyway = Вручить с обоснованием
award-all = Вручить всем: { $count }
award-all-ask = Вручить «{ $award }» сегодняшним числом всем, кто подходит ({ $count })? Каждый получит сообщение.
award-all-yes = Да, вручить
award-given = Готово: { $name }.{ $heard ->
    [yes] {" "}Сообщение о награде уйдёт днём.
   *[no] {" "}В боте написать некому — сообщите лично.
}
award-given-all = Вручено: { $count }
award-open = Открыть награду
thanks-file-pdf = PDF
thanks-file-docx = Документ Word
thanks-file-txt = Текстовый файл
award-to-board = На доску почёта
award-off-board = Убрать с доски
award-revoke = Отозвать
award-revoke-ask = Отозвать награду? { $name } больше не увидит её на доске, бумагу нельзя будет скачать.
award-keep = Оставить
award-card = <b>{ $award }</b>
    { $name }, № { $number } от { $day }
award-card-grounds = Основания: { $grounds }
award-card-words =
    Обоснование:
    <blockquote expandable>{ $words }</blockquote>
award-card-revoked = Награда отозвана { $day }.
award-card-board = Стоит на доске почёта; имя видно, пока есть согласие на публикацию.
award-paper-caption = { $name }: готово к печати
award-told-person = 🎉 Вам вручено: { $award }. Спасибо за ваш труд и внимание к людям!
    .child = 🎉 Тебе вручено: { $award }. Спасибо за твой труд и внимание к людям!
award-told-parents = 🎉 { $award }: спасибо вам за ребёнка, который помогает другим!
award-told-shown = 🎉 { $award }: вы среди лучших! Имя появится, если есть согласие на публикацию.
    .child = 🎉 { $award }: ты среди лучших! Имя появится, если есть согласие на публикацию.

award-given-already = Эта награда уже вручена, № { $number }.
award-missed-meanwhile = За это время числа изменились: критерии выполнены не все. Откройте человека в списке ещё раз.
award-nobody-left = Вручать больше некому: список уже изменился.
award-overtaken = Кто-то уже изменил эту награду. Откройте её ещё раз.

board-head = <b>Доска почёта</b>, { $first }/{ $last } учебный год
board-line = ⭐ { $name } — { $awards }
board-none = Пока никого нет. Сюда попадают награждённые, которые согласны на публикацию.
board-picture = Картинкой
board-caption = Доска почёта
board-where = Награды какой организации?
certificate-head = <b>Справка наставника</b>: { $name }
certificate-caption = { $name }: справка наставника
site-caption = Текст для сайта
