# Answers to plain words and to what the bot cannot read: voice, stickers, pictures.

words-which = What do you mean?
words-instead = This does not look like an answer. If you want something else, press a button: all that you entered stays.
words-back = ‹ To the question
home-diary-own = Diary
home-meeting-next = Next meeting
home-meeting-plan = Plan a meeting
home-erase-ask = Delete my data
words-not-yours = You have no such section yet. All that can be done is in the menu.
words-welcome = You are welcome! If you need anything, I am here: it is all in the menu.
words-worry = What you write matters, but I am a program, and no person reads what you send me. Please tell somebody you trust today: a person close to you, the curator or the psychologist. In Russia there is a free helpline for children and parents: 8-800-2000-122. If there is danger now, call 112.
    .child = What you write matters, but I am a program, and no person reads what you send me. Please tell an adult you trust today: your parents, a teacher or the school psychologist. It is not your fault, and there is help. In Russia there is a free and nameless helpline for children: 8-800-2000-122. If there is danger now, call 112.

fallback-unread = { $sort ->
    [voice] I do not listen to voice and video messages. Please write what you need in words, for example: “when is the meeting?”
    [sticker] Thank you! I cannot read stickers, though. Write what you need in words, or open the menu.
    [picture] I am not waiting for pictures or videos now and keep none. If it belongs to a task or a plan, open that in the menu: there is a button after which I take a file.
    [file] I am not waiting for a file now and keep none. If it belongs to a task, a plan or the documents, open those in the menu: there is a button after which I take it.
    [contact] I do not collect contacts now: this number is kept nowhere. All that can be done is in the menu.
    [place] I do not read or keep places on a map. The place of a meeting is changed on its screen: write “reschedule”.
    [poll] I cannot answer polls. My own questionnaires are in the menu.
   *[other] I cannot read this. Write what you need in words, or open the menu.
}
