# Said by the talk with Telegram itself.
text-cut = … The text is long; this is its beginning.
flood-calm = I cannot keep up: that is a great many messages and taps in a row. Everything you entered before is kept. Please wait { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
} and go on where you stopped.
