# Списки людей из .xlsx: шаблон, чтение, ошибки, приём, личные ссылки.

import-door = Список из файла
import-where = В базу какой организации?
import-open = <b>Список людей из файла</b>
    { $organisation }

    1. Возьмите шаблон и заполните его.
    2. Пришлите файл сюда: сначала покажем, что прочитали.
    3. Раздайте личные ссылки: каждый зарегистрируется сам и даст согласия.
    { $listed ->
        [0] {""}
       *[other] Ещё не пришли по ссылкам: { $listed }.
    }
import-template = Шаблон
import-listed = Кто ещё не пришёл
import-links = Личные ссылки
import-links-yes = Сделать ссылки
import-links-sure = <b>Личные ссылки</b>
    Сделаем файл со ссылками и QR-кодами для тех, кто в списке и ещё не пришёл: { $count }. Каждая сработает один раз. Ссылки, которые вы делали раньше, перестанут работать.
import-again = К спискам из файла
import-received = Файл получен: { $file }.
import-reading = Читаю список…
import-writing = Готовлю файл…
import-not-xlsx = Нужен файл .xlsx. Возьмите шаблон, заполните его и пришлите как документ.
import-too-big = Файл больше { $megabytes } МБ. Уберите из него картинки и лишние листы и пришлите ещё раз.
import-gone = Этот список уже принят или заменён другим. Пришлите файл ещё раз, если нужно.
import-changed = База изменилась, пока вы смотрели. Пришлите файл ещё раз: прочитаем заново.
import-nobody-listed = Все из списка уже пришли: ссылки не нужны.
import-template-caption = Шаблон списка. Имя и роль нужны в каждой строке, остальное — если знаете. На втором листе — пояснения.
import-mistakes-caption = Ошибки списка: { $count }. Исправьте их в своём файле и пришлите его ещё раз.
import-links-caption = Личные ссылки: { $count }. Распечатайте и раздайте. Каждая сработает один раз.

import-role = { $role ->
    [mentor] наставник
   *[mentee] наставляемый
}
import-preview = <b>Прочитали список</b>: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}. { $organisation }
import-new = Новых людей: { $count }
import-known = Уже есть в базе: { $count }
import-by-role = { $role ->
    [mentor] Наставников добавится
   *[mentee] Наставляемых добавится
}: { $count }
import-line = { $number }. { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
} — { import-role }
import-more = …и ещё { $count }.
import-take = Взять в базу
import-drop = Не брать
import-nothing-new = Все из этого списка уже в базе, добавлять нечего.
import-taken = <b>Список принят.</b> { $organisation }
    Новых людей: { $people }, новых ролей: { $roles }. Пока нет согласий, мы используем только имя, для приглашения. Теперь раздайте личные ссылки.
import-dropped = Хорошо, из этого списка в базу ничего не попало.
import-listed-head = <b>Ещё не пришли</b>: { $count }. { $organisation }
    Номер откроет личную ссылку.

import-mistakes-head = <b>Список пока не принят</b>: ошибок — { $count }. Исправьте их и пришлите файл ещё раз: в базу не попало ничего.
import-mistakes-file = Ошибки файлом
import-mistake = • «{ $sheet }», строка { $row }, «{ $column }»: { $problem }
import-mistake-row = • «{ $sheet }», строка { $row }: { $problem }
import-wrong-no-workbook = Файл не открывается как таблица .xlsx. Сохраните его в Excel заново («Книга Excel») и пришлите ещё раз.
import-wrong-no-heading = Не нашли заголовков. В первой строке листа должны быть «ФИО» (или «Фамилия» и «Имя») и «Роль».
import-wrong-no-role-column = Нет колонки «Роль». Добавьте её: наставник или наставляемый.
import-wrong-nobody = В списке нет ни одного человека. Заполните строки под заголовками.
import-wrong-too-many = Строк больше { $most }. Разделите список на несколько файлов.
import-wrong-name-missing = Нет имени. Впишите фамилию, имя и отчество или удалите строку.
import-wrong-name = «{ $said }» не похоже на имя. Впишите фамилию, имя и отчество без цифр.
import-wrong-name-long = Имя длиннее { $most } букв. Оставьте фамилию, имя и отчество.
import-wrong-role = «{ $said }» — нет такой роли. Впишите: наставник или наставляемый.
import-wrong-class = «{ $said }» — нет такого класса в программе. Впишите, например: 7А.
import-wrong-category = «{ $said }» — нет такой категории. Впишите: ученик, студент, учитель, сотрудник, родитель или выпускник.
import-wrong-category-missing = Непонятно, кто это. Впишите класс, должность, место работы или категорию.
import-wrong-birth = «{ $said }» — это не дата. Впишите, например: 25.03.2012.
import-wrong-birth-odd = { $said }: такого возраста в программе не бывает. Проверьте год.
import-wrong-misfit = { $category ->
    [pupil] Ученик
    [student] Студент
    [teacher] Учитель
    [employee] Сотрудник предприятия
    [parent] Родитель
   *[alumnus] Выпускник
} в этой программе не бывает { $role ->
    [mentor] наставником
   *[mentee] наставляемым
}. Исправьте роль или категорию.
import-wrong-several = «{ $said }»: в базе несколько людей с таким именем. Впишите дату рождения.

import-sheet-people = Список
import-sheet-about = Пояснения
import-sheet-mistakes = Ошибки
import-sheet-links = Ссылки
import-head-column = Колонка
import-head-meaning = Что писать
import-head-example = Пример
import-head-sheet = Лист
import-head-row = Строка
import-head-wrong = Что исправить
import-head-name = ФИО
import-head-class = Класс или должность
import-head-role = Роль
import-head-link = Личная ссылка
import-head-until = Действует до
import-head-qr = QR-код
import-about-name = Фамилия, имя и отчество. Нужно в каждой строке. Можно и тремя колонками: «Фамилия», «Имя», «Отчество».
import-about-role = наставник или наставляемый. Нужно в каждой строке. Если у человека обе роли, впишите его дважды.
import-about-category = ученик, студент, учитель, сотрудник, родитель или выпускник. Если есть класс или должность, можно не писать.
import-about-class = Класс ученика.
import-about-post = Должность учителя или другого сотрудника школы.
import-about-birth = Можно не писать. По ней мы узнаём человека, если список придёт ещё раз.
import-about-workplace = Для сотрудников предприятий.
import-example-name = Образцова Анна Ивановна
import-example-role = наставник
import-example-category = учитель
import-example-class = 7А
import-example-post = учитель физики
import-example-birth = 25.03.2013
import-example-workplace = Завод «Луч»
