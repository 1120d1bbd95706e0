# Long work: what stands on the screen while a file is being made.
job-waiting = ⏳ Preparing…
job-under-way = ⏳ Preparing… { $seconds } s so far. The file will appear here as soon as it is ready.
job-cancel = Never mind
job-back = Back
job-cancelled = I have stopped preparing it. You can ask again at any time.
job-gone = There is nothing left to cancel: the file is ready or was cancelled before.
job-poster = 🖨 Poster: { $organisation }. Print it and put it up where mentors, pupils and parents pass by.
job-file-gone = This file can’t be fetched any more. Please send it again.
job-file-too-big = The file is too big: the bot reads files of up to { $megabytes } MB. Remove what is not needed and send it again.
