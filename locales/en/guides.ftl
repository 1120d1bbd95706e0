# Texts for chats and guides on a sheet of A4: for pupils, parents, teachers.

links-texts-title = <b>Texts for chats</b>
    Whom shall we write to? I send a ready message with the link: forward it to a chat, or copy it.
links-guides = Guides on a sheet of A4
links-guides-title = <b>Guides on a sheet of A4</b>
    For whom? I send a file to print: how to join, what the bot does, what is kept and how to stop, with the QR code of your link.
links-for-pupils = For pupils
links-for-parents = For parents
links-for-teachers = For teachers
links-for-all = For everybody
links-forward-pupils =
    Hello! { $place }: we have a mentoring programme.

    A mentor is somebody who has been through what you find hard: a subject, a project, a contest or a new class. You meet when it suits you both, and it is free. And if you have something to show others, you can be a mentor yourself.

    Open the link and press “Start”: the bot asks a few questions. If you are under 18, it gives you a link for your mum, dad or guardian: without their consent it does not work.

    { $link }
links-forward-parents =
    Dear parents! { $place }: we have a mentoring programme. A mentor helps a child with learning, a project or a new class. It is voluntary and free.

    If your child wants to take part, they send you a link to two consents: you can read and answer them on a phone in two or three minutes. Without your consent we do not even learn the child's name, and you can withdraw it any day.

    By this link you can also register yourself: as a parent or as a mentor.

    { $link }
links-forward-teachers =
    Dear colleagues! { $place }: we have a mentoring programme.

    If you are ready to share your experience or would like support yourself – in a new place, with a class, with a new curriculum – open the link and press “Start”. Registering takes three or four minutes, and the bot keeps meetings, questionnaires and dates in mind for you.

    Class teachers can name a pupil who needs a mentor by the same link.

    { $link }
guide-of = 🖨 Guide for { $audience ->
    [pupils] a pupil
    [parents] a parent
   *[teachers] a teacher
}: { $organisation }. One sheet of A4: write in by hand whom to ask.

# The guide itself
report-guide-join = How to join
report-guide-use = What the bot does
report-guide-kept = What is kept and who sees it
report-guide-stop = How to stop
report-guide-scan = A code for the phone's camera
report-guide-valid = The invitation is valid until { $until }
report-guide-questions = Ask the curator:
report-guide-pupils-title = Guide for a pupil
report-guide-pupils-lead = A mentor helps with what you need now: a subject, a project, a contest or a new class. The bot in Telegram reminds you of meetings and asks how they went.
report-guide-pupils-join-1 = Point your phone's camera at the code or open the link below it. Press “Start”.
report-guide-pupils-join-2 = Choose “I want a mentor” and write your date of birth.
report-guide-pupils-join-3 = If you are under 18, press “{ guardian-link-copy }” and send it to your mum, dad or guardian. From 14 on the bot asks you, too.
report-guide-pupils-join-4 = Answer the questions: your name, your class, what to help with. The curator's decision comes to the bot.
report-guide-pupils-use-1 = “{ home-meetings-list }” – when and where you meet. If it does not suit you: “{ meetings-button-propose }”.
report-guide-pupils-use-2 = “{ home-help-begin }” – ask your mentor between meetings.
report-guide-pupils-use-3 = “{ home-tasks-mine }” – what to do until the next meeting, “{ home-plan-list }” – where you are going.
report-guide-pupils-use-4 = You can simply write: “when is the meeting?”, “reschedule”, “help”.
report-guide-pupils-kept-1 = Until an adult has answered – only your date of birth and the number of the chat.
report-guide-pupils-kept-2 = Then – your name, class, what to help with, meetings, the plan and answers to questionnaires.
report-guide-pupils-kept-3 = Your mentor sees your name, role and meetings. Only the curator and the psychologist read questionnaires and marks of meetings.
report-guide-pupils-stop-1 = To leave a pair: “My pair” → “{ pairs-do-leave }”. You need not justify yourself.
report-guide-pupils-stop-2 = To have your data erased: write /privacy, there is “{ erasure-button }”. Under 14 parents do it. Nobody scolds you for it.
report-guide-parents-title = Guide for a parent
report-guide-parents-lead = Your child is invited to a mentoring programme: a mentor helps with learning, a project or a new class. It is voluntary and free, and without your consent your child does not take part.
report-guide-parents-join-1 = Your child sends you a link from the bot. Open it on your own phone.
report-guide-parents-join-2 = Read two consents: to the processing of data and to taking part. Each can be given, refused and withdrawn by itself.
report-guide-parents-join-3 = Write your name and who you are to the child, and say whether you want to hear of meetings.
report-guide-parents-join-4 = No Telegram? Sign the consents on paper with the curator: taking part works that way, too.
report-guide-parents-use-1 = “{ home-ward-open }” – whom the child works with, meetings, plan and tasks.
report-guide-parents-use-2 = The bot tells you of meetings if you wanted to hear of them.
report-guide-parents-use-3 = The child has no phone? You or the curator can answer for them.
report-guide-parents-use-4 = You can simply write: “my child”, “when is the meeting?”, “help”.
report-guide-parents-kept-1 = Before your consent – the number of the chat and the child's date of birth. No name yet.
report-guide-parents-kept-2 = With it – name, class, what to help with, meetings, plan, answers to questionnaires. Only the curator and the psychologist read answers.
report-guide-parents-kept-3 = About you – your name, who you are to the child, and the consents. /privacy sends all that is kept.
report-guide-parents-stop-1 = “{ home-ward-open }” → “{ wards-stop }”: any day. Meetings are cancelled, the bot writes to the child no more.
report-guide-parents-stop-2 = “{ erasure-child-button }”: hidden at once, erased by the day that the bot names. A letter to the school does, too.
report-guide-teachers-title = Guide for a teacher
report-guide-teachers-lead = Everybody who has something to share can be a mentor, and support is needed in a new place as well as after many years of work. The bot keeps timetable, questionnaires and dates in mind for you.
report-guide-teachers-join-1 = Point your phone's camera at the code or open the link below it. Press “Start”.
report-guide-teachers-join-2 = Choose “I want to be a mentor” or “I want a mentor”.
report-guide-teachers-join-3 = Give two consents and answer the questions: name, work, what you help with. It takes three or four minutes.
report-guide-teachers-join-4 = The curator's decision and the proposal of a pair come to the bot.
report-guide-teachers-use-1 = “My pair” → “{ pairs-do-plan }”: the bot invites the other and reminds you both a day and an hour before.
report-guide-teachers-use-2 = After the meeting the bot asks by itself: “Yes” → “45 minutes” → “Done”.
report-guide-teachers-use-3 = “{ home-plan-list }”, “{ home-tasks-mine }” and “{ pairs-do-diary }” are kept there, too, and documents can be printed.
report-guide-teachers-use-4 = You can simply write: “when is the meeting?”, “log a meeting”, “diary”.
report-guide-teachers-kept-1 = Name, date of birth, work, what you help with, meetings, the plan, answers to questionnaires.
report-guide-teachers-kept-2 = Curator, psychologist and head see it; the coordinator sees mentors and totals; your partner your name, role and meetings.
report-guide-teachers-kept-3 = “{ owndata-button }” in /privacy sends all that is kept as a file.
report-guide-teachers-stop-1 = To leave a pair: “My pair” → “{ pairs-do-leave }”.
report-guide-teachers-stop-2 = To withdraw your consent: /privacy → “{ erasure-button }”, any day. A letter to the school does, too.
