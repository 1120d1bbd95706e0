# Lists of people from .xlsx: template, reading, mistakes, taking in, personal links.

import-door = A list from a file
import-where = Into which organisation’s base?
import-open = <b>A list of people from a file</b>
    { $organisation }

    1. Take the template and fill it in.
    2. Send the file here: first we show what was read.
    3. Hand out the personal links: everybody registers and consents for themselves.
    { $listed ->
        [0] {""}
       *[other] Have not come by their links yet: { $listed }.
    }
import-template = Template
import-listed = Who has not come yet
import-links = Personal links
import-links-yes = Make the links
import-links-sure = <b>Personal links</b>
    We make a file with links and QR codes for those on the list who have not come yet: { $count }. Each works once. Links you made before will stop working.
import-again = Lists from files
import-received = The file is here: { $file }.
import-reading = Reading the list…
import-writing = Making the file…
import-not-xlsx = An .xlsx file is needed. Take the template, fill it in and send it as a document.
import-too-big = The file is over { $megabytes } MB. Remove pictures and extra sheets and send it again.
import-gone = This list is taken in already, or replaced by another. Send the file again if need be.
import-changed = The base has changed meanwhile. Send the file again, and we read it anew.
import-nobody-listed = Everybody on the list has come: no links are needed.
import-template-caption = The template. Name and role are needed in every row, the rest if you know it. The second sheet explains.
import-mistakes-caption = Mistakes in the list: { $count }. Correct them in your file and send it again.
import-links-caption = Personal links: { $count }. Print and hand them out. Each works once.

import-role = { $role ->
    [mentor] mentor
   *[mentee] mentee
}
import-preview = <b>The list is read</b>: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. { $organisation }
import-new = New people: { $count }
import-known = In the base already: { $count }
import-by-role = { $role ->
    [mentor] New mentors
   *[mentee] New mentees
}: { $count }
import-line = { $number }. { $name }{ $where ->
    [none] {""}
   *[other] , { $where }
} — { import-role }
import-more = …and { $count } more.
import-take = Take them in
import-drop = Leave it
import-nothing-new = Everybody on this list is in the base already, there is nothing to add.
import-taken = <b>The list is taken in.</b> { $organisation }
    New people: { $people }, new roles: { $roles }. Until they consent, we use the name alone, for the invitation. Now hand out the personal links.
import-dropped = All right, nothing of this list got into the base.
import-listed-head = <b>Have not come yet</b>: { $count }. { $organisation }
    A number opens the personal link.

import-mistakes-head = <b>The list is not taken in yet</b>: mistakes — { $count }. Correct them and send the file again: nothing got into the base.
import-mistakes-file = Mistakes as a file
import-mistake = • “{ $sheet }”, row { $row }, “{ $column }”: { $problem }
import-mistake-row = • “{ $sheet }”, row { $row }: { $problem }
import-wrong-no-workbook = The file does not open as an .xlsx workbook. Save it anew in Excel and send it again.
import-wrong-no-heading = No headings were found. The first row needs “ФИО” or “Name” (or “Surname” and “First name”) and “Роль” or “Role”.
import-wrong-no-role-column = There is no column “Role”. Add it: mentor or mentee.
import-wrong-nobody = There is nobody on the list. Fill in the rows below the headings.
import-wrong-too-many = There are more than { $most } rows. Split the list into several files.
import-wrong-name-missing = The name is missing. Put in surname and first name, or delete the row.
import-wrong-name = “{ $said }” does not look like a name. Put in surname and first name without digits.
import-wrong-name-long = The name is longer than { $most } letters. Keep surname, first name and patronymic.
import-wrong-role = There is no role “{ $said }”. Put in: mentor or mentee.
import-wrong-class = There is no class “{ $said }” in the programme. Put in, for example: 7А.
import-wrong-category = There is no category “{ $said }”. Put in: pupil, student, teacher, employee, parent or alumnus.
import-wrong-category-missing = It is not clear who this is. Put in class, post, workplace or category.
import-wrong-birth = “{ $said }” is no date. Put in, for example: 25.03.2012.
import-wrong-birth-odd = { $said }: nobody of that age takes part. Check the year.
import-wrong-misfit = { $category ->
    [pupil] A pupil
    [student] A student
    [teacher] A teacher
    [employee] An employee
    [parent] A parent
   *[alumnus] An alumnus
} can’t be a { $role ->
    [mentor] mentor
   *[mentee] mentee
} in this programme. Correct role or category.
import-wrong-several = “{ $said }”: several people in the base have this name. Put in the date of birth.

import-sheet-people = List
import-sheet-about = Notes
import-sheet-mistakes = Mistakes
import-sheet-links = Links
import-head-column = Column
import-head-meaning = What to put in
import-head-example = Example
import-head-sheet = Sheet
import-head-row = Row
import-head-wrong = What to correct
import-head-name = Name
import-head-class = Class or post
import-head-role = Role
import-head-link = Personal link
import-head-until = Valid until
import-head-qr = QR code
import-about-name = Surname, first name and patronymic. Needed in every row. Three columns will do as well: “Фамилия”, “Имя”, “Отчество”.
import-about-role = mentor or mentee. Needed in every row. Somebody with both roles stands in two rows.
import-about-category = pupil, student, teacher, employee, parent or alumnus. May be left out where there is a class or a post.
import-about-class = A pupil’s class.
import-about-post = The post of a teacher or other employee of the school.
import-about-birth = May be left out. By it we know somebody again if the list comes once more.
import-about-workplace = For employees of enterprises.
import-example-name = Образцова Анна Ивановна
import-example-role = наставник
import-example-category = учитель
import-example-class = 7А
import-example-post = учитель физики
import-example-birth = 25.03.2013
import-example-workplace = Завод «Луч»
