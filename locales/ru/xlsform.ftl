# Что не так в таблице с анкетой и что сделать. Место (лист, строка, столбец) говорится рядом.

# Файл целиком
xlsform-too-big = Файл слишком большой: анкета занимает не больше { $limit } МБ.
xlsform-too-big-fix = Уберите из файла картинки и лишние листы и пришлите ещё раз.
xlsform-empty-file = Файл пустой.
xlsform-empty-file-fix = Пришлите файл ещё раз.
xlsform-macros = В файле есть макросы, такие файлы не принимаются.
xlsform-macros-fix = Сохраните его как «Книга Excel (.xlsx)» и пришлите ещё раз.
xlsform-old-xls = Это файл старого Excel (.xls).
xlsform-old-xls-fix = Сохраните его как .xlsx и пришлите ещё раз.
xlsform-encrypted = Файл закрыт паролем.
xlsform-encrypted-fix = Снимите пароль, сохраните как .xlsx и пришлите ещё раз.
xlsform-not-xlsx = Это не таблица Excel.
xlsform-not-xlsx-fix = Сохраните анкету как .xlsx и пришлите её.
xlsform-ods = Это таблица LibreOffice.
xlsform-ods-fix = Сохраните её как .xlsx и пришлите ещё раз.
xlsform-links = В файле есть связи с другими файлами или вложенные объекты.
xlsform-links-fix = Скопируйте листы анкеты в новую книгу как значения, сохраните как .xlsx и пришлите ещё раз.
xlsform-bomb = Файл разворачивается в слишком большой: больше { $limit } МБ.
xlsform-bomb-fix = Скопируйте листы анкеты в новую книгу и пришлите её.
xlsform-broken = Файл повреждён, прочитать его не получилось.
xlsform-broken-fix = Откройте его в Excel, сохраните заново как .xlsx и пришлите ещё раз.
xlsform-no-survey-sheet = В книге нет листа survey, есть: { $found }.
xlsform-no-survey-sheet-fix = Назовите лист с вопросами survey.
xlsform-too-many-questions = В анкете больше { $limit } вопросов.
xlsform-too-many-questions-fix = Оставьте самое важное: на телефоне легко отвечать на 20–30 вопросов.
xlsform-too-many-rows = На листе больше { $limit } строк.
xlsform-too-many-rows-fix = Удалите лишние строки и пришлите файл ещё раз.
xlsform-formula = В ячейке формула, а нужен текст.
xlsform-formula-fix = Скопируйте лист и вставьте «только значения», затем пришлите файл ещё раз.
xlsform-form-only = «{ $name }» нельзя записать в таблицу: такой вид ({ $kind }) бывает только в формах бота.
xlsform-form-only-fix = Выберите анкету без таких вопросов.

# Столбцы и имена
xlsform-no-header = В первой строке листа нет названий столбцов.
xlsform-no-header-fix = Напишите в первой строке: type, name, label.
xlsform-column-twice = Столбец «{ $name }» стоит дважды.
xlsform-column-twice-fix = Оставьте один из них.
xlsform-column-missing = Нет столбца «{ $name }».
xlsform-column-missing-fix = Добавьте его: название столбца пишется в первой строке листа.
xlsform-no-type = У строки нет вида вопроса.
xlsform-no-type-fix = Напишите в столбце type, например, text или select_one.
xlsform-no-name = У вопроса нет имени.
xlsform-no-name-fix = Напишите в столбце name короткое имя латинскими буквами, например, mood.
xlsform-name-twice = Имя «{ $name }» уже есть у другого вопроса.
xlsform-name-twice-fix = Дайте вопросу другое имя.
xlsform-name-reserved = Имя meta занято самим форматом.
xlsform-name-reserved-fix = Дайте вопросу другое имя.
xlsform-name-bad = «{ $name }» не годится как имя.
xlsform-name-bad-fix = Имя начинается с буквы; дальше буквы, цифры и «_», без пробелов.
xlsform-no-label = У вопроса «{ $name }» нет текста.
xlsform-no-label-fix = Напишите вопрос в столбце label.
xlsform-too-long = Текст не поместится на телефоне: { $length } знаков, а можно { $limit }.
xlsform-too-long-fix = Сократите его; пояснение можно перенести в столбец hint.
xlsform-nothing-asked = В анкете нет ни одного вопроса.
xlsform-nothing-asked-fix = Добавьте на лист survey хотя бы один вопрос.

# Виды вопросов
xlsform-unknown-type = Такого вида вопросов бот не задаёт: «{ $type }».
xlsform-unknown-type-fix = Замените на { $instead }.
xlsform-repeat = Повторов бот не задаёт: «{ $type }».
xlsform-repeat-fix = Замените на begin group и end group, а вопросы выпишите столько раз, сколько нужно.
xlsform-calculate = Бот ничего не вычисляет: «{ $type }».
xlsform-calculate-fix = Удалите вычисление или замените на вопрос integer.
xlsform-choice-filter = Бот не отбирает варианты по прошлым ответам.
xlsform-choice-filter-fix = Сделайте отдельные вопросы с условием в столбце relevant и уберите choice_filter.
xlsform-filter-other = choice_filter и or_other не сочетаются.
xlsform-filter-other-fix = Уберите choice_filter.
xlsform-read-only = Вопрос помечен «только для чтения», ответить на него нельзя.
xlsform-read-only-fix = Замените вид на note или уберите отметку.
xlsform-group-no-begin = Группа закрыта, но не открыта.
xlsform-group-no-begin-fix = Добавьте выше строку begin group или удалите эту.
xlsform-group-no-end = Группа «{ $name }» не закрыта.
xlsform-group-no-end-fix = Добавьте после её вопросов строку end group.
xlsform-parameters-bad = Параметры вопроса написаны неверно.
xlsform-parameters-bad-fix = Для range напишите так: start=1 end=10 step=1.

# Варианты ответа
xlsform-no-list = Списка «{ $name }» нет на листе choices.
xlsform-no-list-fix = Добавьте его на лист choices или исправьте название списка.
xlsform-no-choices-sheet = Для этого вопроса нужны варианты, а листа choices нет.
xlsform-no-choices-sheet-fix = Добавьте лист choices со столбцами list_name, name, label.
xlsform-too-many-options = В списке больше { $limit } вариантов: на телефоне их не просмотреть.
xlsform-too-many-options-fix = Разделите вопрос на два или спросите текстом (text).
xlsform-list-elsewhere = Список «{ $list }» берётся из другого файла или вопроса.
xlsform-list-elsewhere-fix = Перепишите варианты на лист choices.
xlsform-choice-no-name = У варианта нет имени.
xlsform-choice-no-name-fix = Напишите в столбце name короткое имя, например, yes.
xlsform-choice-twice = Имя «{ $name }» стоит в списке дважды.
xlsform-choice-twice-fix = Дайте вариантам разные имена.
xlsform-choice-spaces = В имени варианта «{ $name }» есть пробел, для select_multiple так нельзя.
xlsform-choice-spaces-fix = Замените пробел на «_»; текст в столбце label останется прежним.

# Ссылки на другие вопросы
xlsform-reference-bad = Ссылка на вопрос написана неверно.
xlsform-reference-bad-fix = Ссылка пишется так: { "${" }имя{ "}" }.
xlsform-reference-unknown = Вопроса «{ $name }» в анкете нет.
xlsform-reference-unknown-fix = Исправьте имя: оно должно стоять в столбце name выше.
xlsform-reference-twice = Имя «{ $name }» есть у нескольких вопросов, и непонятно, какой имеется в виду.
xlsform-reference-twice-fix = Дайте вопросам разные имена.
xlsform-reference-later = Вопрос «{ $name }» задаётся позже, его ответа ещё нет.
xlsform-reference-later-fix = Поставьте «{ $name }» выше этого вопроса.
xlsform-reference-self = Вопрос зависит от собственного ответа.
xlsform-reference-self-fix = Уберите из условия «{ $name }».
xlsform-reference-cycle = Вопросы «{ $own }» и «{ $name }» ждут друг друга: ни один не будет задан.
xlsform-reference-cycle-fix = Уберите условие у одного из них.
xlsform-reference-group = «{ $name }» — это группа, у неё нет ответа.
xlsform-reference-group-fix = Назовите вопрос из этой группы.
xlsform-reference-unasked = «{ $name }» бот не спрашивает, ответа не будет.
xlsform-reference-unasked-fix = Уберите его из условия.
xlsform-reference-note = «{ $name }» — это текст без ответа.
xlsform-reference-note-fix = Назовите вопрос, на который отвечают.
xlsform-place-here = Здесь нельзя вставить ответ на «{ $name }».
xlsform-place-here-fix = Напишите текст без него; в тексте вопроса вставлять ответы можно.
xlsform-braces = В тексте стоит «{ "{" }{ $name }{ "}" }», но это не вопрос выше.
xlsform-braces-fix = Чтобы вставить ответ, напишите { "${" }имя{ "}" }; иначе уберите фигурные скобки.

# Условия
xlsform-expression-bad = Условие не читается: «{ $expression }», около «{ $near }».
xlsform-expression-bad-fix = Проверьте скобки, кавычки и слова and, or, not.
xlsform-expression-long = Условие слишком сложное.
xlsform-expression-long-fix = Сократите его до { $limit } знаков.
xlsform-expression-path = В условии стоит путь: «{ $expression }».
xlsform-expression-path-fix = Назовите вопрос так: { "${" }имя{ "}" }.
xlsform-function-unknown = Бот не знает «{ $name }».
xlsform-function-unknown-fix = Можно: сравнения, and, or, not(), selected(), count-selected(), string-length(), regex(), today(), + - * div.
xlsform-condition-constant = Условие ни с чем не сравнивает ответ, оно всегда одинаково.
xlsform-condition-constant-fix = Сравните с ответом, например { "${" }age{ "}" } >= 14, или очистите ячейку.
xlsform-condition-bad = Условие не подходит к вопросу. Подробно, по-английски: { $words }
xlsform-condition-bad-fix = Проверьте, что числа сравниваются с числами, даты с датами, а варианты с именами из choices.
xlsform-dot-outside = Точка обозначает ответ на этот же вопрос, а его ещё нет.
xlsform-dot-outside-fix = Перенесите условие в столбец constraint или назовите вопрос выше.
xlsform-pattern-kind = Образец regex() проверяет только текст, а «{ $name }» — не текст.
xlsform-pattern-kind-fix = Сделайте вопрос видом text или сравните число.
xlsform-quotes = В условии внутри кавычек стоят и одинарные, и двойные.
xlsform-quotes-fix = Оставьте кавычки одного вида.
xlsform-selected-kind = selected() годится для select_one и select_multiple, а «{ $name }» другого вида.
xlsform-selected-kind-fix = Сравните через «=».
xlsform-length-kind = string-length() считает знаки текста, а «{ $name }» — не текст.
xlsform-length-kind-fix = Сделайте вопрос видом text или сравните значение.
xlsform-count-kind = count-selected() считает отметки, а «{ $name }» — не select_multiple.
xlsform-count-kind-fix = Сравните ответ через «=».
xlsform-no-order = Ответы на «{ $name }» нельзя сравнить, какой больше.
xlsform-no-order-fix = Сравните через «=» или selected().
xlsform-option-unknown = У вопроса «{ $name }» нет варианта «{ $value }».
xlsform-option-unknown-fix = Есть: { $options }.
xlsform-number-expected = «{ $name }» — число, а сравнивается с «{ $value }».
xlsform-number-expected-fix = Напишите число цифрами.
xlsform-time-expected = «{ $name }» — время, а сравнивается с «{ $value }».
xlsform-time-expected-fix = Напишите время так: '15:30'.
xlsform-date-expected = «{ $value }» — не дата.
xlsform-date-expected-fix = Напишите дату так: '2026-09-01'.
xlsform-required-condition = В столбце required стоит «{ $value }», а нужно yes или пусто.
xlsform-required-condition-fix = Напишите yes, если отвечать обязательно.
xlsform-yes-no = Здесь стоит «{ $value }», а нужно yes или no.
xlsform-yes-no-fix = Напишите yes или no.
xlsform-own-differs = Столбцы { $own } и { $other } говорят разное.
xlsform-own-differs-fix = Очистите ячейку { $own }, если правили { $other }.
xlsform-rejected = Таблицу не получилось разобрать. Подробно, по-английски: { $words }
xlsform-rejected-fix = Исправьте это место или пришлите файл без него.

# Замечания: анкета принята
xlsform-unasked = «{ $type }» бот не спрашивает: время и человека он знает сам.
xlsform-unasked-fix = Ничего делать не нужно.
xlsform-not-shown = «{ $name }» бот не показывает.
xlsform-not-shown-fix = Ничего делать не нужно, вопрос будет задан без этого.
xlsform-step = Шаг бот не проверяет: примет любое число между началом и концом.
xlsform-step-fix = Если важны только отдельные значения, сделайте select_one.
