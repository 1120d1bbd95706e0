# Own questionnaires: an .xlsx file in the chat, the list, the card, XLSForm files.

# The file
questionnaires-reading = ⏳ Reading the file…
questionnaires-too-big = This file is too big for a questionnaire: the bot reads files of up to { $megabytes } MB. Remove pictures and sheets you do not need and send it again.
questionnaires-macros = Files of this kind may hold macros, and the bot does not open those. Save the questionnaire as a plain “Excel Workbook (.xlsx)” and send it again.
questionnaires-not-xlsx = The bot reads questionnaires from .xlsx files only. Save yours in Excel as “Excel Workbook (.xlsx)” and send it again. There is an example under “Own questionnaires”: /campaign
questionnaires-too-slow = This file could not be read: it is too complex. Copy the questions into a new Excel workbook and send that.
questionnaires-source-unknown = The column bot_from says “{ $name }”, and the programme has no such list. It has: { $known }. Correct it, or leave the column empty and list the options on the sheet choices.
questionnaires-draft-gone = This questionnaire is not here any more: you have saved it, dropped it, or sent another file. To begin again, send the file once more.
questionnaires-changed-meanwhile = While you were looking, this questionnaire was saved or changed. Send the file once more, and the bot will compare it with what there is now.

# Mistakes in the file
questionnaires-mistakes-head = 🔎 There { $count ->
        [one] is { $count } mistake
       *[other] are { $count } mistakes
    } in the file. Correct it and send it again.
questionnaires-notes-head = 🔎 This does no harm, but is good to know ({ $count }):
questionnaires-mistake = 🔎 { $problem } { $remedy }
questionnaires-mistake-sheet = • <b>Sheet { $sheet }</b>. { $problem } { $remedy }
questionnaires-mistake-row = • <b>Sheet { $sheet }, row { $row }</b>. { $problem } { $remedy }
questionnaires-mistake-cell = • <b>Sheet { $sheet }, row { $row }, column { $column }</b>. { $problem } { $remedy }

# What was read
questionnaires-read = 📋 The questionnaire has been read
questionnaires-title = <b>{ $title }</b>
questionnaires-figures = Questions: { $questions } · { $languages ->
        [2] Russian and English
       *[other] one language
    }
questionnaires-anonymous = 🕶 Anonymous: nobody will know who answered what.
questionnaires-new = A new questionnaire. Until you save it, nobody will see it.
questionnaires-same = You have this questionnaire already (version { $version }); nothing has changed.
questionnaires-next = You have this questionnaire already; this becomes version { $version }. Questions added: { $added }, changed: { $changed }, removed: { $removed }. Whoever is answering finishes the earlier one.
questionnaires-rewritten = You have this questionnaire already; this becomes version { $version }: only the title, the introduction or the order of questions differ. Whoever is answering finishes the earlier one.
questionnaires-try = 👀 Try it
questionnaires-try-child = 👀 As a pupil sees it
questionnaires-notes = Remarks: { $count }
questionnaires-save = Save
questionnaires-show = Open it
questionnaires-to-draft = To the questionnaire
questionnaires-whose = Whom is this questionnaire saved for?
questionnaires-everywhere = All organisations
questionnaires-saved = ✅ “{ $title }” is saved, version { $version }. It can be sent out now: press “New campaign”.
questionnaires-dropped = Not saved. Correct the file and send it again when it is ready.

# The list
questionnaires-list = Own questionnaires
questionnaires-back = Back
questionnaires-to-campaigns = To the surveys
questionnaires-own = 📋 <b>Own questionnaires</b>: { $count }
questionnaires-none = 📋 <b>Own questionnaires</b>: none yet.
questionnaires-how = To add or change a questionnaire, send an Excel table (.xlsx) here. Start with the example, or with a bundled questionnaire: open it, download it, change its questions and send it back. The layout of the table is XLSForm, which other survey programmes know too.
questionnaires-archived-label = 🗄 { $title }
questionnaires-bundled = Bundled questionnaires
questionnaires-example = An example (.xlsx)
questionnaires-example-caption = 📄 An example: one question of every kind in two languages. Replace the questions with your own and send the file here.

# The card
questionnaires-card = 📋 <b>{ $title }</b>
questionnaires-version = Version: { $version }
questionnaires-municipal = For all organisations; the coordinator looks after it.
questionnaires-archived = 🗄 Off the list: it is not offered for new campaigns; earlier answers are kept.
questionnaires-archive = Take off the list
questionnaires-restore = Put back on the list
questionnaires-export = Download as .xlsx
questionnaires-writing = ⏳ Making the file…
questionnaires-written = 📄 { $title }, version { $version }. Edit it in Excel and send it here: it becomes your questionnaire, or its next version.

# Bundled questionnaires
questionnaires-groups = 📋 The questionnaires of the programme. You can try any of them, and get it as a file to make your own of it.
questionnaires-group-entry = Before the start
questionnaires-group-interim = On the way
questionnaires-group-exit = At the end
questionnaires-group-other = Others
questionnaires-group-head = 📋 <b>Bundled questionnaires: { $group }</b>
questionnaires-line = { $number }. { $title } · { $whose }
questionnaires-for-all = for everybody
