# Слова для того, кто ставит бота и следит за ним: настройки, проверка, ключ.

## Настройки: после имени ключа — что не так и что написать

setting-token = это не похоже на токен бота. Скопируйте его у @BotFather целиком, вида 123456:ABC-def, или оставьте пустым: тогда запустится демо.
setting-api-url = здесь нужен адрес Bot API, вида https://api.telegram.org. Проверьте http:// или https:// в начале; после «?» и «#» ничего быть не должно.
setting-database-scheme = такая база не подходит. Напишите sqlite+aiosqlite:///data/mentoring.db или postgresql://имя:пароль@сервер/база.
setting-database-sqlite = не указан файл базы. Напишите sqlite+aiosqlite:/// и путь к файлу, например sqlite+aiosqlite:///data/mentoring.db. База в памяти не подходит: она всё забудет.
setting-database-postgres = адрес базы не читается. Напишите postgresql://имя:пароль@сервер:5432/база; особые знаки в пароле замените кодами (@ → %40, / → %2F, # → %23).
setting-webhook-url = здесь нужен адрес, по которому Telegram найдёт бота, вида https://bot.example.org/webhook.
setting-webhook-https = Telegram приходит только по https. Напишите адрес, который начинается с https://.
setting-webhook-secret = секрет — от 1 до 256 знаков из A–Z, a–z, 0–9, «_» и «-». Придумайте новый из этих знаков.
setting-webhook-secret-missing = для WEBHOOK_URL нужен секрет. Придумайте длинное слово из A–Z, a–z, 0–9, «_» и «-».
setting-webhook-listen-missing = для WEBHOOK_URL нужно знать, где слушать. Напишите, например, 127.0.0.1:8080.
setting-address = здесь нужны адрес и порт через двоеточие, например 127.0.0.1:8080; порт от 1 до 65535.
setting-rate = здесь нужно число сообщений в секунду, не меньше нуля; обычно 28.
setting-rate-official = 0 снимает все ограничения, а серверы Telegram такого не терпят. Напишите 28.
setting-flood-burst = здесь нужно, сколько сообщений и нажатий подряд принимать от одного человека: целое число не меньше 10, обычно 120. 0 снимает ограничение.
setting-flood-rate = здесь нужно, сколько сообщений и нажатий в секунду принимать от одного человека: число от 0.1, обычно 2. 0 снимает ограничение.
setting-key = это не ключ: нужны 44 знака, 32 байта в base64. Верните прежний ключ из надёжного места; для новой базы оставьте пустым — ключ будет создан сам.
setting-chat = здесь нужен номер чата, целое число, например 123456789. Свой номер подскажет @userinfobot.
setting-school-year = здесь нужен учебный год, например 2026 или 2026/2027. Пусто — годы программы остаются как в документе.
setting-backup-keep = здесь нужно, сколько ночных копий хранить: от 1 до 30. Дольше месяца нельзя: в копиях остаётся и то, что люди попросили стереть.
setting-backup-send-alone = чтобы присылать копии, нужны ещё BACKUP_DIR и OPERATOR_CHAT. Впишите их или поставьте BACKUP_SEND=no.
setting-yes-or-no = здесь нужно yes или no.
setting-log-level = такой подробности журнала нет. Выберите: { $levels }.
setting-unknown = такой настройки нет. Уберите строку; есть такие: { $known }.
setting-unknown-near = такой настройки нет. Возможно, это { $nearest }: исправьте имя или уберите строку.
setting-file-line = строка { $line } не читается. Она должна быть вида КЛЮЧ=значение; пояснение начинайте с «#».
setting-file-encoding = файл записан не в UTF-8. Сохраните его в кодировке UTF-8.
setting-file-unreadable = файл не читается ({ $reason }). Дайте боту право читать его.

## Ключ шифрования

key-damaged = файл { $path } повреждён. Верните его из резервной копии; новый не создан, потому что им не прочесть уже зашифрованное.
key-unreachable = файл { $path } недоступен ({ $reason }). Дайте боту право читать и писать в этой папке или задайте ключ в .env.

## python -m bot doctor

doctor-token-ok = Токен верный, бот — @{ $username }.
doctor-token-empty = Токена нет: запускается демо.
doctor-token-empty-remedy = Для настоящего Telegram создайте бота у @BotFather и впишите его токен в .env: BOT_TOKEN=…
doctor-token-refused = Telegram не принимает токен.
doctor-token-refused-remedy = Скопируйте токен у @BotFather (команда /mybots → API Token) в .env целиком, без пробелов.
doctor-telegram-unreachable = До { $url } не достучаться ({ $reason }).
doctor-telegram-unreachable-remedy = Проверьте интернет на этой машине, а если у вас свой Bot API — TELEGRAM_API_URL.
doctor-polling = Бот сам забирает сообщения у Telegram, вебхук не нужен.
doctor-polling-webhook-set = В Telegram у этого бота записан вебхук, а здесь его нет.
doctor-polling-webhook-set-remedy = Если этого бота обслуживает другая программа, остановите её. Если нет — при запуске бот сам уберёт вебхук.
doctor-webhook-ok = Вебхук работает: { $url }.
doctor-webhook-unset = Вебхук { $url } ещё не записан в Telegram.
doctor-webhook-unset-remedy = Ничего делать не нужно: бот запишет его при запуске.
doctor-webhook-failing = Telegram не может доставить сообщения на вебхук: { $reason }.
doctor-webhook-failing-remedy = Проверьте, что бот запущен, адрес открыт снаружи, сертификат действует и прокси передаёт запросы на WEBHOOK_LISTEN.
doctor-clock-ok = Часы идут верно.
doctor-clock-wrong = Часы этой машины расходятся с Telegram на { $seconds } с: напоминания придут не вовремя.
doctor-clock-wrong-remedy = Включите сверку времени: timedatectl set-ntp true.
doctor-clock-unchecked = Часы не с чем сверить: Telegram не ответил или не нужен.
doctor-clock-unchecked-remedy = Сверьте время машины сами: команда date.
doctor-database-ok = База на месте и готова: { $place }.
doctor-database-unreachable = База не отвечает: { $place } ({ $reason }).
doctor-database-unreachable-remedy = Проверьте DATABASE_URL, запущен ли сервер базы и есть ли у бота право на папку с файлом.
doctor-database-readonly = В базу нельзя писать: { $place } ({ $reason }).
doctor-database-readonly-remedy = Дайте боту право писать в базу; проверьте, не кончилось ли место на диске.
doctor-database-newer = База от более новой версии бота: { $place }.
doctor-database-newer-remedy = Поставьте новую версию обратно или восстановите копию, снятую до обновления: python -m bot restore ФАЙЛ --force
doctor-database-rights = Роли базы не хватает прав: { $place } ({ $right }).
doctor-database-rights-remedy = Отдайте базу этой роли (ALTER DATABASE … OWNER TO …) или дайте ей права: GRANT ALL ON SCHEMA, ON ALL TABLES и ON ALL SEQUENCES. Если сервер — только читающая копия, укажите в DATABASE_URL основной.
doctor-database-unmigrated = База ещё не создана или прежней версии: { $place }.
doctor-database-unmigrated-remedy = Ничего делать не нужно: бот подготовит её при запуске. Можно и сейчас: python -m bot migrate.
doctor-programme-ok = Программа читается: «{ $title }» ({ $name }), идёт с { $autumn } года до { $ends }.
doctor-programme-over = Программа «{ $title }» ({ $name }) закончилась { $ends }: сроки её календаря прошли.
doctor-programme-over-remedy = Чтобы бот напоминал о дорожной карте, отчётах и ежегодных анкетах, впишите SCHOOL_YEAR={ $now }: все сроки сдвинутся.
doctor-programme-unreadable = Программа { $name } не читается: { $reason }
doctor-programme-unreadable-remedy = Проверьте PROGRAMME: имя одной из готовых программ или путь к своему файлу.
doctor-key-ok = Ключ шифрования на месте: { $path }. Держите его копию отдельно от копий базы.
doctor-key-given = Ключ шифрования задан в ENCRYPTION_KEY. Держите его копию отдельно от копий базы.
doctor-key-to-come = Ключа шифрования ещё нет.
doctor-key-to-come-remedy = Он появится при первом запуске: { $path }. Если бот уже работал, верните файл из резервной копии до запуска.
doctor-key-open = Ключ шифрования могут прочесть и другие пользователи машины: { $path }.
doctor-key-open-remedy = Оставьте право только владельцу: chmod 600 { $path }
doctor-key-damaged = Ключ шифрования повреждён: { $path }.
doctor-key-damaged-remedy = Верните файл из резервной копии: новым ключом не прочесть уже зашифрованное.
doctor-key-unreadable = Ключ шифрования не читается: { $path }.
doctor-key-unreadable-remedy = Запускайте бота от имени владельца этого файла.
doctor-disk = Свободно на диске: { $megabytes } МБ ({ $folder }).
doctor-disk-remedy = Этого хватит ненадолго: освободите место, лучше больше 1 ГБ.
doctor-disk-full = Диск почти полон: { $megabytes } МБ ({ $folder }).
doctor-disk-full-remedy = Освободите место: без него бот не примет ни одного ответа.
doctor-disk-readonly = В папку { $folder } нельзя писать.
doctor-disk-readonly-remedy = Дайте это право пользователю, от имени которого работает бот.
doctor-zones-ok = Часовые пояса известны.
doctor-zones-missing = Часовые пояса неизвестны: время встреч не посчитать.
doctor-zones-missing-remedy = Поставьте пакеты заново: make setup.
doctor-operator-ok = О сбоях бот напишет в OPERATOR_CHAT.
doctor-operator-unreached = Telegram не знает чата { $chat } у этого бота: сообщения о сбоях не дойдут.
doctor-operator-unreached-remedy = Откройте @{ $username } в Telegram со своего телефона и нажмите «Начать»; проверьте номер в OPERATOR_CHAT (его подскажет @userinfobot).
doctor-operator-missing = О сбоях писать некому.
doctor-operator-missing-remedy = Впишите в .env номер своего чата: OPERATOR_CHAT=… (его подскажет @userinfobot).
doctor-backups-ok = Резервные копии складываются в { $folder }.
doctor-backups-missing = Папка для резервных копий не указана.
doctor-backups-missing-remedy = Впишите в .env папку, лучше на другом диске: BACKUP_DIR=…
doctor-backups-readonly = В папку резервных копий { $folder } нельзя писать.
doctor-backups-readonly-remedy = Создайте её и дайте право писать пользователю, от имени которого работает бот.
doctor-backups-old = Последняя ночная копия в { $folder } — за { $day }: с тех пор прошло больше двух дней.
doctor-backups-old-remedy = Копии делает работающий бот. Запустите его, а если работает — ищите причину в журнале по слову «copy».
doctor-closing-well = Можно запускать: make run
doctor-closing-ill = Сначала исправьте отмеченное «✗», потом проверьте ещё раз: python -m bot doctor

## Запуск: что мешает и что сделать

start-database = база не отвечает ({ $reason }). Проверьте адрес, запущен ли сервер базы и есть ли право на папку с файлом.
start-running = Бот с этой базой уже запущен. Остановите его или дайте второму другую базу: DATABASE_URL=…
start-newer = база от более новой версии бота. Обновите бота или укажите другую базу.
start-key = этим ключом база не читается. Верните ключ, с которым она создана.
start-definitions = Не читается программа или анкета. Исправьте строки ниже и запустите снова:
start-address = Адрес, на котором бот должен слушать, занят или недоступен ({ $reason }). Освободите его или укажите другой.
start-webhook = Telegram не принимает этот адрес ({ $reason }). Нужен https://… с именем, открытым в интернете, и портом 443, 80, 88 или 8443; без своего адреса оставьте WEBHOOK_URL пустым.

## Командная строка

cli-about = Бот для школьных программ наставничества. Без команды — run.
cli-command = КОМАНДА
cli-run = запустить бота (без BOT_TOKEN — демо)
cli-demo = показать программу на телефонах в браузере, без Telegram
cli-demo-programme = имя готовой программы или путь к файлу
cli-demo-port = порт страницы (по умолчанию 8081)
cli-migrate = подготовить базу к этой версии
cli-migrated = База готова.
cli-invite = сделать личную ссылку-приглашение
cli-invite-role = для кого ссылка
cli-invite-organisation = название организации (кроме координатора)
cli-invited = Приглашение: { $role }. Ссылка работает один раз, 14 дней:
cli-invite-nameless = (имя бота ещё не известно: впишите BOT_TOKEN в .env; в демо откройте бота с ключом ниже)
cli-invite-municipal = Координатор отвечает за всё объединение школ: уберите --organisation.
cli-invite-which = Укажите организацию: --organisation "НАЗВАНИЕ". Есть: { $names }
cli-invite-nowhere = Организаций ещё нет. Их создаёт координатор в чате: пригласите его командой python -m bot invite --role coordinator
cli-invite-unknown = Такой организации нет. Есть: { $names }
cli-import = взять в базу организации список людей из .xlsx
cli-import-organisation = название организации; можно не указывать, если она одна
cli-import-unreadable = Файл { $path } не читается: { $reason }. Проверьте путь и права.
cli-import-mistakes = Список не принят, в базу не попало ничего. Ошибок: { $count }.
cli-imported = { $organisation }: новых людей — { $people }, новых ролей — { $roles }, уже были — { $known }. Личные ссылки — в боте: «Люди», «Список из файла».
cli-export = сохранить людей, пары, встречи и ответы в таблицу
cli-exported = Сохранено: { $path }. Внутри личные данные — храните файл бережно.
cli-export-failed = Файл { $path } не записать ({ $reason }). Укажите другую папку.
cli-backup = сохранить копию базы в файл; бот при этом может работать
cli-backup-file = файл копии; без него — новый файл в BACKUP_DIR
cli-backup-force = заменить файл, если он уже есть
cli-backup-where = Куда сохранить копию? Укажите файл: python -m bot backup ФАЙЛ.db, или впишите в .env папку BACKUP_DIR=…
cli-backup-there = Файл { $path } уже есть. Укажите другой или добавьте --force, чтобы заменить копию; саму базу так не заменить.
cli-backup-failed = Копию { $path } не записать ({ $reason }). Проверьте место на диске и права на папку.
cli-backed-up = Копия готова и проверена: { $path }. Ключ шифрования в неё не входит — храните его отдельно.
cli-restore = восстановить базу из копии (бот должен быть остановлен)
cli-restore-force = заменить то, что уже есть в базе
cli-restore-key = Сначала верните ключ шифрования: файл { $path } или ENCRYPTION_KEY в .env. Без него копия не читается.
cli-restore-there = В базе уже есть данные, они остались как были. Чтобы заменить их копией, добавьте --force.
cli-restore-newer = Копия { $path } сделана более новой версией бота. Обновите бота и повторите.
cli-restore-other-key = Копия { $path } сделана с другим ключом шифрования. Верните тот ключ, с которым работал бот.
cli-restore-broken = Из { $path } не восстановить ({ $reason }). База осталась как была. Попробуйте другую копию.
cli-erased-again = Снова стираются данные людей, которых копия вернула: { $count }. Бот закончит это после запуска.
cli-restored = База восстановлена из { $path }. Можно запускать: make run
cli-doctor = проверить настройки: что есть, чего не хватает и что сделать
cli-questionnaires = показать все анкеты
cli-json = в виде JSON
cli-broadcast = отправить объявление всем, до кого можно дойти
cli-broadcast-text = текст объявления
cli-broadcast-empty = Объявление пустое: напишите его после --text.
cli-broadcast-long = Объявление слишком длинное: в одно сообщение помещается { $max } знаков, лишних { $over }. Сократите его или отправьте по частям.
cli-broadcast-queued = { $count ->
    [one] Объявление поставлено в очередь: { $count } человеку.
   *[other] Объявление поставлено в очередь: { $count } людям.
}
cli-sample = наполнить пустую базу учебными людьми
cli-sample-people = сколько людей (чётное число)
cli-sample-people-there = В базе уже есть люди. Учебные добавляются только в пустую: укажите другую DATABASE_URL.
cli-sampled = { $count ->
    [one] Готово: { $count } человек.
    [few] Готово: { $count } человека.
   *[other] Готово: { $count } человек.
}
cli-even = нужно чётное число от 2
cli-port = нужен порт от 0 до 65535

## Демо

demo-open = Демо запущено. Откройте в браузере: { $address }
demo-stop = Остановить — Ctrl+C. Данные сохранятся до следующего запуска.
demo-running = Это демо уже запущено: откройте его страницу или сначала остановите его.
demo-port = Порт { $port } занят или недоступен. Укажите другой: python -m bot demo --port 8090
demo-coordinator = координатор
demo-association = координатор, методобъединение
demo-curator = куратор, { $place }
demo-head = руководитель, { $place }
demo-psychologist = психолог, { $place }
demo-mentor = наставник, { $place }
demo-mentee = есть наставник, { $place }
demo-mentor-teacher = учитель, будет наставником
demo-mentor-pupil = ученица 16 лет, будет наставником
demo-mentee-teacher = молодой учитель
demo-mentee-pupil = ученик 12 лет
demo-guardian = мама ученика

## Сообщения в OPERATOR_CHAT

alarm-updates-parked = Не обработано обновлений: { $count }. Они отложены, люди получили извинение; подробности — в журнале по слову «parked».
alarm-messages-dead = Telegram отказался принять сообщений: { $count }. Чаще всего человек заблокировал бота; остальное — в журнале.
alarm-infrastructure-failures = База или диск не отвечали, раз: { $count }. Ничего не потеряно, бот повторяет сам. Проверьте: python -m bot doctor
alarm-jobs-failed = Не удалось подготовить файлов: { $count }. Люди об этом предупреждены; подробности — в журнале.
alarm-backups-failed = Ночная копия базы не удалась, раз: { $count }. Бот повторит сам. Проверьте место на диске и права на BACKUP_DIR: python -m bot doctor
backup-sent = Копия базы за { $day }. Она зашифрована вашим ключом. Восстановить: python -m bot restore { $name }
backup-too-large = Копия базы за { $day } готова и лежит в BACKUP_DIR. Прислать её нельзя: Telegram не принимает такие большие файлы.
