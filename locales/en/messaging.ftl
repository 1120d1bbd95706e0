# Said by the talk with Telegram itself.
text-cut = … The text is long; this is its beginning.
