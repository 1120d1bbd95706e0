# Words for whoever sets the bot up and looks after it: settings, check-up, key.

## Settings: after the key's name, what is wrong and what to write instead

setting-token = this doesn't look like a bot token. Copy all of it from @BotFather, like 123456:ABC-def, or leave it empty to start the demo.
setting-api-url = the address of a Bot API is needed here, like https://api.telegram.org. Check http:// or https:// at its start; nothing may follow “?” or “#”.
setting-database-scheme = this kind of database can't be used. Write sqlite+aiosqlite:///data/mentoring.db or postgresql://name:password@server/database.
setting-database-sqlite = the database file is missing. Write sqlite+aiosqlite:/// and a path, for example sqlite+aiosqlite:///data/mentoring.db. A database in memory won't do: it forgets everything.
setting-database-postgres = the database's address can't be read. Write postgresql://name:password@server:5432/database; put codes for special characters in the password (@ → %40, / → %2F, # → %23).
setting-webhook-url = the address where Telegram finds the bot is needed here, like https://bot.example.org/webhook.
setting-webhook-https = Telegram comes by https only. Write an address that starts with https://.
setting-webhook-secret = the secret is 1 to 256 characters of A–Z, a–z, 0–9, “_” and “-”. Make up a new one from these.
setting-webhook-secret-missing = WEBHOOK_URL needs a secret. Make up a long word from A–Z, a–z, 0–9, “_” and “-”.
setting-webhook-listen-missing = WEBHOOK_URL needs a place to listen at. Write, for example, 127.0.0.1:8080.
setting-address = an address and a port with a colon between them are needed here, for example 127.0.0.1:8080; the port is 1 to 65535.
setting-rate = a number of messages a second is needed here, zero or more; usually 28.
setting-rate-official = 0 lifts every limit, which Telegram's servers don't put up with. Write 28.
setting-flood-burst = needs how many messages and taps in a row to take from one person: a whole number of at least 10, usually 120. 0 lifts the limit.
setting-flood-rate = needs how many messages and taps a second to take from one person: a number from 0.1, usually 2. 0 lifts the limit.
setting-key = this is not a key: 44 characters are needed, 32 bytes in base64. Put the former key back from a safe place; for a new database leave it empty and a key will be made.
setting-chat = the number of a chat is needed here, a whole number like 123456789. @userinfobot tells you yours.
setting-school-year = a school year is needed here, for example 2026 or 2026/2027. Empty: the programme keeps the years of its document.
setting-backup-keep = this takes how many nightly copies to keep: 1 to 30. Not longer than a month, for copies also hold what people asked to erase.
setting-backup-send-alone = sending copies needs BACKUP_DIR and OPERATOR_CHAT, too. Set them, or write BACKUP_SEND=no.
setting-yes-or-no = this takes yes or no.
setting-log-level = there is no such level of detail. Choose one: { $levels }.
setting-unknown = there is no such setting. Remove the line; these exist: { $known }.
setting-unknown-near = there is no such setting. Perhaps { $nearest } is meant: correct the name or remove the line.
setting-file-line = line { $line } can't be read. It must look like KEY=value; start a remark with “#”.
setting-file-encoding = the file is not in UTF-8. Save it in the UTF-8 encoding.
setting-file-unreadable = the file can't be read ({ $reason }). Give the bot the right to read it.

## The encryption key

key-damaged = the file { $path } is damaged. Put it back from a backup; no new one was made, since it could not read what is already encrypted.
key-unreachable = the file { $path } can't be reached ({ $reason }). Give the bot the right to read and write in this folder, or set the key in .env.

## python -m bot doctor

doctor-token-ok = The token is right, the bot is @{ $username }.
doctor-token-empty = There is no token: the demo will start.
doctor-token-empty-remedy = For the real Telegram create a bot with @BotFather and put its token into .env: BOT_TOKEN=…
doctor-token-refused = Telegram refuses the token.
doctor-token-refused-remedy = Copy the token from @BotFather (command /mybots → API Token) into .env, all of it, without spaces.
doctor-telegram-unreachable = { $url } can't be reached ({ $reason }).
doctor-telegram-unreachable-remedy = Check this machine's internet connection, or TELEGRAM_API_URL if you run your own Bot API.
doctor-polling = The bot fetches messages from Telegram itself, no webhook is needed.
doctor-polling-webhook-set = Telegram knows a webhook for this bot, but none is configured here.
doctor-polling-webhook-set-remedy = If another program serves this bot, stop it. If not, the bot removes the webhook when it starts.
doctor-webhook-ok = The webhook works: { $url }.
doctor-webhook-unset = Telegram doesn't know the webhook { $url } yet.
doctor-webhook-unset-remedy = Nothing to do: the bot sets it when it starts.
doctor-webhook-failing = Telegram can't deliver messages to the webhook: { $reason }.
doctor-webhook-failing-remedy = Check that the bot runs, the address is open from outside, the certificate is valid and the proxy passes requests on to WEBHOOK_LISTEN.
doctor-clock-ok = The clock is right.
doctor-clock-wrong = This machine's clock is { $seconds } s away from Telegram's: reminders will come at the wrong time.
doctor-clock-wrong-remedy = Switch time synchronisation on: timedatectl set-ntp true.
doctor-clock-unchecked = There is nothing to check the clock against: Telegram gave no answer or isn't needed.
doctor-clock-unchecked-remedy = Check the machine's time yourself with the command date.
doctor-database-ok = The database is there and ready: { $place }.
doctor-database-unreachable = The database doesn't answer: { $place } ({ $reason }).
doctor-database-unreachable-remedy = Check DATABASE_URL, that the database server runs, and that the bot may use the file's folder.
doctor-database-readonly = The database can't be written to: { $place } ({ $reason }).
doctor-database-readonly-remedy = Give the bot the right to write to it; check that the disk isn't full.
doctor-database-newer = The database is of a newer version of the bot: { $place }.
doctor-database-newer-remedy = Install the newer version again, or restore a copy taken before the update: python -m bot restore FILE --force
doctor-database-rights = The role lacks rights in the database: { $place } ({ $right }).
doctor-database-rights-remedy = Give the database to that role (ALTER DATABASE … OWNER TO …) or grant it rights: GRANT ALL ON SCHEMA, ON ALL TABLES and ON ALL SEQUENCES. If the server is a read-only copy, name the main one in DATABASE_URL.
doctor-database-unmigrated = The database isn't made yet, or is of an earlier version: { $place }.
doctor-database-unmigrated-remedy = Nothing to do: the bot prepares it when it starts. You may do it now: python -m bot migrate.
doctor-programme-ok = The programme can be read: “{ $title }” ({ $name }), it runs from { $autumn } to { $ends }.
doctor-programme-over = The programme “{ $title }” ({ $name }) ended on { $ends }: the dates of its calendar are past.
doctor-programme-over-remedy = For reminders of roadmap, reports and yearly questionnaires set SCHOOL_YEAR={ $now }: every date moves.
doctor-programme-unreadable = The programme { $name } can't be read: { $reason }
doctor-programme-unreadable-remedy = Check PROGRAMME: the name of a bundled programme, or the path of your own file.
doctor-key-ok = The encryption key is there: { $path }. Keep a copy of it apart from the copies of the database.
doctor-key-given = The encryption key is given in ENCRYPTION_KEY. Keep a copy of it apart from the copies of the database.
doctor-key-to-come = There is no encryption key yet.
doctor-key-to-come-remedy = It is made at the first start: { $path }. If the bot has worked before, put the file back from a backup before you start it.
doctor-key-open = Other users of this machine can read the encryption key: { $path }.
doctor-key-open-remedy = Leave the right to its owner alone: chmod 600 { $path }
doctor-key-damaged = The encryption key is damaged: { $path }.
doctor-key-damaged-remedy = Put the file back from a backup: a new key can't read what is already encrypted.
doctor-key-unreadable = The encryption key can't be read: { $path }.
doctor-key-unreadable-remedy = Run the bot as the owner of this file.
doctor-disk = Free on the disk: { $megabytes } MB ({ $folder }).
doctor-disk-remedy = That won't last long: free some space, better more than 1 GB.
doctor-disk-full = The disk is almost full: { $megabytes } MB ({ $folder }).
doctor-disk-full-remedy = Free some space: without it the bot can't take a single answer.
doctor-disk-readonly = The folder { $folder } can't be written to.
doctor-disk-readonly-remedy = Give that right to the user the bot runs as.
doctor-zones-ok = Time zones are known.
doctor-zones-missing = Time zones are unknown: the times of meetings can't be worked out.
doctor-zones-missing-remedy = Install the packages again: make setup.
doctor-operator-ok = The bot reports failures to OPERATOR_CHAT.
doctor-operator-unreached = Telegram knows no chat { $chat } of this bot's: messages on failures will not arrive.
doctor-operator-unreached-remedy = Open @{ $username } in Telegram on your own phone and press “Start”; check the number in OPERATOR_CHAT (@userinfobot tells it).
doctor-operator-missing = There is nobody to report failures to.
doctor-operator-missing-remedy = Put the number of your chat into .env: OPERATOR_CHAT=… (@userinfobot tells it).
doctor-backups-ok = Backups are kept in { $folder }.
doctor-backups-missing = No folder for backups is given.
doctor-backups-missing-remedy = Put a folder into .env, better on another disk: BACKUP_DIR=…
doctor-backups-readonly = The folder for backups { $folder } can't be written to.
doctor-backups-readonly-remedy = Create it and let the user the bot runs as write to it.
doctor-backups-old = The last nightly copy in { $folder } is of { $day }: more than two days ago.
doctor-backups-old-remedy = A running bot makes them. Start it; if it runs, look for the reason in the log by the word “copy”.
doctor-closing-well = Ready to start: make run
doctor-closing-ill = Mend what is marked “✗” first, then check again: python -m bot doctor

## Starting: what is in the way and what to do

start-database = the database does not answer ({ $reason }). Check the address, whether the server runs, and the rights on the file's folder.
start-running = The bot already runs on this database. Stop it, or give the second one another database: DATABASE_URL=…
start-newer = the database belongs to a newer version of the bot. Upgrade the bot or name another database.
start-key = the database can't be read with this key. Bring back the key it was made with.
start-definitions = A programme or questionnaire can't be read. Mend the lines below and start again:
start-address = The address to listen at is taken or out of reach ({ $reason }). Free it or name another.
start-webhook = Telegram refuses this address ({ $reason }). It has to be https://… with a name known to the internet and port 443, 80, 88 or 8443; without an address of your own leave WEBHOOK_URL empty.

## Command line

cli-about = A bot for school mentoring programmes. Without a command: run.
cli-command = COMMAND
cli-run = start the bot (without BOT_TOKEN: the demo)
cli-demo = show a programme on phones in the browser, without Telegram
cli-demo-programme = name of a bundled programme, or the path of a file
cli-demo-port = port of the page (8081 by default)
cli-migrate = bring the database to this version
cli-migrated = The database is ready.
cli-invite = make a personal invitation link
cli-invite-role = whom the link is for
cli-invite-organisation = name of the organisation (not for a coordinator)
cli-invited = Invitation: { $role }. The link works once, for 14 days:
cli-invite-nameless = (the bot's name is not known yet: put BOT_TOKEN into .env; in the demo start the bot with the token below)
cli-invite-municipal = A coordinator answers for all organisations: leave --organisation out.
cli-invite-which = Name the organisation: --organisation "NAME". There are: { $names }
cli-invite-nowhere = There are no organisations yet. The coordinator makes them in the chat: invite one with python -m bot invite --role coordinator
cli-invite-unknown = There is no such organisation. There are: { $names }
cli-import = take a list of people from .xlsx into an organisation's base
cli-import-organisation = the organisation's name; may be left out if there is but one
cli-import-unreadable = The file { $path } can't be read: { $reason }. Check the path and the rights.
cli-import-mistakes = The list is not taken in, nothing got into the base. Mistakes: { $count }.
cli-imported = { $organisation }: new people — { $people }, new roles — { $roles }, known already — { $known }. Personal links are in the bot: “People”, “A list from a file”.
cli-export = save people, pairs, meetings and answers as a workbook
cli-exported = Saved: { $path }. It holds personal data, so keep it safe.
cli-export-failed = { $path } can't be written ({ $reason }). Name another folder.
cli-backup = save a copy of the database; the bot may run meanwhile
cli-backup-file = the copy's file; without it a new one in BACKUP_DIR
cli-backup-force = replace the file if it is there already
cli-backup-where = Where should the copy go? Name a file: python -m bot backup FILE.db, or put a folder into .env: BACKUP_DIR=…
cli-backup-there = The file { $path } is there already. Name another, or add --force to replace the copy; the database itself can't be replaced so.
cli-backup-failed = The copy { $path } can't be written ({ $reason }). Check the space on the disk and the rights on the folder.
cli-backed-up = The copy is made and checked: { $path }. The encryption key is not in it: keep that apart.
cli-restore = fill the database from a copy (the bot must be stopped)
cli-restore-force = replace what is in the database already
cli-restore-key = Bring back the encryption key first: the file { $path }, or ENCRYPTION_KEY in .env. The copy can't be read without it.
cli-restore-there = The database holds data already; it was left as it was. Add --force to replace it with the copy.
cli-restore-newer = The copy { $path } was made by a newer version of the bot. Upgrade the bot and try again.
cli-restore-other-key = The copy { $path } was made with another encryption key. Bring back the key the bot worked with.
cli-restore-broken = { $path } can't be restored ({ $reason }). The database was left as it was. Try another copy.
cli-erased-again = Erasing once more whoever the copy has brought back: { $count }. The bot finishes it once it runs.
cli-restored = The database is restored from { $path }. Ready to start: make run
cli-doctor = look at the configuration: what is there, what is missing, what to do
cli-questionnaires = list all questionnaires
cli-json = as JSON
cli-broadcast = send a notice to everybody who can be reached
cli-broadcast-text = text of the notice
cli-broadcast-empty = The notice is empty: write it after --text.
cli-broadcast-long = The notice is too long: one message holds { $max } characters, { $over } are too many. Shorten it or send it in parts.
cli-broadcast-queued = { $count ->
    [one] The notice is queued for { $count } person.
   *[other] The notice is queued for { $count } people.
}
cli-sample = fill an empty database with people for practice
cli-sample-people = how many people (an even number)
cli-sample-people-there = There are people in the database already. Samples go into an empty one only: name another DATABASE_URL.
cli-sampled = { $count ->
    [one] Done: { $count } person.
   *[other] Done: { $count } people.
}
cli-even = an even number from 2 is needed
cli-port = a port from 0 to 65535 is needed

## Demo

demo-open = The demo is running. Open in a browser: { $address }
demo-stop = Stop it with Ctrl+C. The data stays until the next start.
demo-running = This demo is already running: open its page, or stop it first.
demo-port = Port { $port } is taken or out of reach. Name another: python -m bot demo --port 8090
demo-coordinator = coordinator
demo-association = coordinator, teachers’ association
demo-curator = curator, { $place }
demo-head = head, { $place }
demo-psychologist = psychologist, { $place }
demo-mentor = mentor, { $place }
demo-mentee = has a mentor, { $place }
demo-mentor-teacher = teacher, will be a mentor
demo-mentor-pupil = pupil of 16, will be a mentor
demo-mentee-teacher = young teacher
demo-mentee-pupil = pupil of 12
demo-guardian = the pupil's mother

## Messages to OPERATOR_CHAT

alarm-updates-parked = Updates that could not be handled: { $count }. They are put aside and people got an apology; look for “parked” in the log.
alarm-messages-dead = Messages that Telegram refused: { $count }. Most often somebody blocked the bot; the rest is in the log.
alarm-infrastructure-failures = The database or disk failed, times: { $count }. Nothing is lost, the bot tries again. Look with: python -m bot doctor
alarm-jobs-failed = Files that could not be made: { $count }. People were told; details are in the log.
alarm-backups-failed = The nightly copy of the database failed, times: { $count }. The bot tries again by itself. Check the disk's space and the rights on BACKUP_DIR: python -m bot doctor
backup-sent = A copy of the database of { $day }. It is encrypted with your key. To restore it: python -m bot restore { $name }
backup-too-large = The copy of the database of { $day } is made and lies in BACKUP_DIR. It can't be sent: Telegram takes no files that large.
