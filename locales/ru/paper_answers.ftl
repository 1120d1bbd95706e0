# Ответы с бумаги: кто участвует без Telegram, за того их вводит куратор или родитель.

campaigns-door-paper = С бумаги
meetings-button-paper = Отзыв с бумаги
wards-paper = Ввести с бумаги
paper-head =
    <b>Ответы с бумаги</b>
    Здесь то, чего ждут от тех, у кого нет Telegram. Нажмите номер и введите ответы с листа.
paper-none =
    <b>Ответы с бумаги</b>
    Вводить нечего: все ответы тех, у кого нет Telegram, уже введены.
paper-line = { $number }. { $name } — { $title }
paper-line-meeting = { $number }. { $name } — { $title }, { $when }
dialogue-paper-curator = Эту анкету вводит куратор: родителям она не видна.
