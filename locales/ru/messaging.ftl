# Said by the talk with Telegram itself.
text-cut = … Текст длинный, показано начало.
