# What is wrong in a spreadsheet with a questionnaire, and what to do. The place (sheet, row, column) is said beside it.

# The whole file
xlsform-too-big = The file is too large: a questionnaire takes up to { $limit } MB.
xlsform-too-big-fix = Remove pictures and other sheets and send it again.
xlsform-empty-file = The file is empty.
xlsform-empty-file-fix = Send the file again.
xlsform-macros = The file has macros; such files are not accepted.
xlsform-macros-fix = Save it as “Excel Workbook (.xlsx)” and send it again.
xlsform-old-xls = This is a file of the old Excel (.xls).
xlsform-old-xls-fix = Save it as .xlsx and send it again.
xlsform-encrypted = The file is locked with a password.
xlsform-encrypted-fix = Remove the password, save it as .xlsx and send it again.
xlsform-not-xlsx = This is not an Excel spreadsheet.
xlsform-not-xlsx-fix = Save the questionnaire as .xlsx and send that.
xlsform-ods = This is a LibreOffice spreadsheet.
xlsform-ods-fix = Save it as .xlsx and send it again.
xlsform-links = The file has links to other files or embedded objects.
xlsform-links-fix = Copy the sheets into a new workbook as values, save it as .xlsx and send it again.
xlsform-bomb = The file unpacks to too much: over { $limit } MB.
xlsform-bomb-fix = Copy the sheets into a new workbook and send that.
xlsform-broken = The file is damaged and could not be read.
xlsform-broken-fix = Open it in Excel, save it again as .xlsx and send it again.
xlsform-no-survey-sheet = The workbook has no sheet “survey”; it has: { $found }.
xlsform-no-survey-sheet-fix = Name the sheet with the questions “survey”.
xlsform-too-many-questions = The questionnaire has more than { $limit } questions.
xlsform-too-many-questions-fix = Keep what matters most: on a phone 20–30 questions are easy to answer.
xlsform-too-many-rows = The sheet has more than { $limit } rows.
xlsform-too-many-rows-fix = Delete the rows you do not need and send the file again.
xlsform-formula = The cell holds a formula; text is needed.
xlsform-formula-fix = Copy the sheet, paste it as “values only”, and send the file again.
xlsform-form-only = “{ $name }” cannot be written to a spreadsheet: its kind ({ $kind }) is only found in the bot's forms.
xlsform-form-only-fix = Choose a questionnaire without such questions.

# Columns and names
xlsform-no-header = The first row of the sheet has no column names.
xlsform-no-header-fix = Write in the first row: type, name, label.
xlsform-column-twice = The column “{ $name }” is there twice.
xlsform-column-twice-fix = Keep one of the two.
xlsform-column-missing = There is no column “{ $name }”.
xlsform-column-missing-fix = Add it: column names stand in the first row of the sheet.
xlsform-no-type = The row has no type of question.
xlsform-no-type-fix = Write one in the column “type”, such as text or select_one.
xlsform-no-name = The question has no name.
xlsform-no-name-fix = Write a short name in the column “name”, such as mood.
xlsform-name-twice = Another question already has the name “{ $name }”.
xlsform-name-twice-fix = Give the question another name.
xlsform-name-reserved = The name “meta” is taken by the format itself.
xlsform-name-reserved-fix = Give the question another name.
xlsform-name-bad = “{ $name }” cannot be a name.
xlsform-name-bad-fix = A name begins with a letter; then letters, digits and “_”, no spaces.
xlsform-no-label = The question “{ $name }” has no text.
xlsform-no-label-fix = Write the question in the column “label”.
xlsform-too-long = The text does not fit a phone: { $length } characters, { $limit } are allowed.
xlsform-too-long-fix = Shorten it; an explanation may go into the column “hint”.
xlsform-nothing-asked = The questionnaire has no question.
xlsform-nothing-asked-fix = Add at least one question to the sheet “survey”.

# Types of questions
xlsform-unknown-type = The bot does not ask questions of this type: “{ $type }”.
xlsform-unknown-type-fix = Replace it with { $instead }.
xlsform-repeat = The bot does not repeat questions: “{ $type }”.
xlsform-repeat-fix = Replace it with begin group and end group, and write the questions out as often as needed.
xlsform-calculate = The bot does not calculate: “{ $type }”.
xlsform-calculate-fix = Remove the calculation, or replace it with a question of type integer.
xlsform-choice-filter = The bot does not filter options by earlier answers.
xlsform-choice-filter-fix = Make separate questions with a condition in “relevant”, and remove choice_filter.
xlsform-filter-other = choice_filter and or_other do not go together.
xlsform-filter-other-fix = Remove choice_filter.
xlsform-read-only = The question is marked “read only”, so it cannot be answered.
xlsform-read-only-fix = Change its type to note, or remove the mark.
xlsform-group-no-begin = A group is ended that was not begun.
xlsform-group-no-begin-fix = Add a row “begin group” above, or delete this one.
xlsform-group-no-end = The group “{ $name }” is not ended.
xlsform-group-no-end-fix = Add a row “end group” after its questions.
xlsform-parameters-bad = The question's parameters are not written correctly.
xlsform-parameters-bad-fix = For range, write them like this: start=1 end=10 step=1.

# Options
xlsform-no-list = The sheet “choices” has no list “{ $name }”.
xlsform-no-list-fix = Add it to the sheet “choices”, or correct the name of the list.
xlsform-no-choices-sheet = This question needs options, but there is no sheet “choices”.
xlsform-no-choices-sheet-fix = Add a sheet “choices” with the columns list_name, name, label.
xlsform-too-many-options = The list has more than { $limit } options: nobody looks through them on a phone.
xlsform-too-many-options-fix = Split the question in two, or ask for a text.
xlsform-list-elsewhere = The list “{ $list }” is taken from another file or question.
xlsform-list-elsewhere-fix = Write the options out on the sheet “choices”.
xlsform-choice-no-name = The option has no name.
xlsform-choice-no-name-fix = Write a short name in the column “name”, such as yes.
xlsform-choice-twice = The name “{ $name }” is in the list twice.
xlsform-choice-twice-fix = Give the options different names.
xlsform-choice-spaces = The option's name “{ $name }” has a space; select_multiple does not take that.
xlsform-choice-spaces-fix = Replace the space with “_”; the text in “label” stays as it is.

# Other questions by name
xlsform-reference-bad = A question is named in a way that cannot be read.
xlsform-reference-bad-fix = Write it like this: { "${" }name{ "}" }.
xlsform-reference-unknown = The questionnaire has no question “{ $name }”.
xlsform-reference-unknown-fix = Correct the name: it must stand in the column “name” above.
xlsform-reference-twice = Several questions are called “{ $name }”, so it is not clear which one is meant.
xlsform-reference-twice-fix = Give the questions different names.
xlsform-reference-later = The question “{ $name }” is asked later; it has no answer yet.
xlsform-reference-later-fix = Put “{ $name }” above this question.
xlsform-reference-self = The question depends on its own answer.
xlsform-reference-self-fix = Remove “{ $name }” from the condition.
xlsform-reference-cycle = The questions “{ $own }” and “{ $name }” wait for each other: neither would be asked.
xlsform-reference-cycle-fix = Remove the condition of one of them.
xlsform-reference-group = “{ $name }” is a group, which has no answer.
xlsform-reference-group-fix = Name a question of that group.
xlsform-reference-unasked = The bot does not ask “{ $name }”, so there is no answer.
xlsform-reference-unasked-fix = Remove it from the condition.
xlsform-reference-note = “{ $name }” is a text without an answer.
xlsform-reference-note-fix = Name a question that is answered.
xlsform-place-here = The answer to “{ $name }” cannot be put in here.
xlsform-place-here-fix = Write the text without it; the text of a question may hold answers.
xlsform-braces = The text holds “{ "{" }{ $name }{ "}" }”, which is no question above.
xlsform-braces-fix = To put an answer in, write { "${" }name{ "}" }; otherwise remove the braces.

# Conditions
xlsform-expression-bad = The condition cannot be read: “{ $expression }”, near “{ $near }”.
xlsform-expression-bad-fix = Check the parentheses, the quotes and the words and, or, not.
xlsform-expression-long = The condition is too complicated.
xlsform-expression-long-fix = Shorten it to { $limit } characters.
xlsform-expression-path = The condition holds a path: “{ $expression }”.
xlsform-expression-path-fix = Name the question like this: { "${" }name{ "}" }.
xlsform-function-unknown = The bot does not know “{ $name }”.
xlsform-function-unknown-fix = It knows comparisons, and, or, not(), selected(), count-selected(), string-length(), regex(), today(), + - * div.
xlsform-condition-constant = The condition compares nothing with an answer, so it is always the same.
xlsform-condition-constant-fix = Compare it with an answer, such as { "${" }age{ "}" } >= 14, or empty the cell.
xlsform-condition-bad = The condition does not fit the question. In detail: { $words }
xlsform-condition-bad-fix = Compare numbers with numbers, dates with dates, and options with names from “choices”.
xlsform-dot-outside = A dot is the answer to this very question, which is not there yet.
xlsform-dot-outside-fix = Move the condition to the column “constraint”, or name a question above.
xlsform-pattern-kind = regex() only checks text, and “{ $name }” is not text.
xlsform-pattern-kind-fix = Make the question a text, or compare the number.
xlsform-quotes = There are single and double quotes inside quotes in the condition.
xlsform-quotes-fix = Use quotes of one sort.
xlsform-selected-kind = selected() is for select_one and select_multiple; “{ $name }” is of another type.
xlsform-selected-kind-fix = Compare it with “=”.
xlsform-length-kind = string-length() counts the characters of a text; “{ $name }” is no text.
xlsform-length-kind-fix = Make the question a text, or compare its value.
xlsform-count-kind = count-selected() counts what is ticked; “{ $name }” is no select_multiple.
xlsform-count-kind-fix = Compare the answer with “=”.
xlsform-no-order = Answers to “{ $name }” have no order.
xlsform-no-order-fix = Compare them with “=” or selected().
xlsform-option-unknown = The question “{ $name }” has no option “{ $value }”.
xlsform-option-unknown-fix = It has: { $options }.
xlsform-number-expected = “{ $name }” is a number, but it is compared with “{ $value }”.
xlsform-number-expected-fix = Write a number in digits.
xlsform-time-expected = “{ $name }” is a time, but it is compared with “{ $value }”.
xlsform-time-expected-fix = Write a time like this: '15:30'.
xlsform-date-expected = “{ $value }” is no date.
xlsform-date-expected-fix = Write a date like this: '2026-09-01'.
xlsform-required-condition = The column “required” holds “{ $value }”; it takes yes or nothing.
xlsform-required-condition-fix = Write yes if an answer is needed.
xlsform-yes-no = “{ $value }” stands here; yes or no is needed.
xlsform-yes-no-fix = Write yes or no.
xlsform-own-differs = The columns { $own } and { $other } say different things.
xlsform-own-differs-fix = Empty the cell { $own } if you changed { $other }.
xlsform-rejected = The spreadsheet could not be understood. In detail: { $words }
xlsform-rejected-fix = Mend this place, or send the file without it.

# Remarks: the questionnaire is accepted
xlsform-unasked = The bot does not ask “{ $type }”: it knows the time and the person by itself.
xlsform-unasked-fix = There is nothing to do.
xlsform-not-shown = The bot does not show “{ $name }”.
xlsform-not-shown-fix = There is nothing to do; the question is asked without it.
xlsform-step = The bot does not check the step: it takes any number between start and end.
xlsform-step-fix = If only some values matter, make it a select_one.
