# Answers to plain words and to what the bot cannot read: voice, stickers, pictures.

words-which = What do you mean?
words-not-yours = You have no such section. All that can be done is in the menu.
words-welcome = You are welcome! If you need anything, I am here: it is all in the menu.
words-worry = What you write matters, but I am a program, and no person reads what you send me. Please tell somebody you trust today: a person close to you, the curator or the psychologist. In Russia there is a free helpline for children and parents: 8-800-2000-122. If there is danger now, call 112.
    .child = What you write matters, but I am a program, and no person reads what you send me. Please tell an adult you trust today: your parents, a teacher or the school psychologist. It is not your fault, and there is help. In Russia there is a free and nameless helpline for children: 8-800-2000-122. If there is danger now, call 112.
