# Главный экран и то, что рядом с ним: помощь, язык, мои данные.

menu-button = Меню
menu-back = ‹ Меню

start-stranger =
    <b>Здравствуйте!</b>

    Это бот школьной программы наставничества: здесь регистрируются, договариваются о встречах и отвечают на анкеты.

    Чтобы войти, откройте ссылку или QR-код, которые даёт куратор вашей школы. Если ссылки нет, попросите её у куратора.

start-unfinished =
    <b>Здравствуйте!</b>

    Вы начали регистрацию, но ещё не закончили. Всё введённое сохранено: нажмите «Незавершённое», чтобы продолжить.
    .child =
    <b>Привет!</b>

    Регистрация начата, но ещё не закончена. Всё введённое сохранено: нажми «Незавершённое», чтобы продолжить.

home-title = <b>Здравствуйте, { $name }!</b>
    .child = <b>Привет, { $name }!</b>
home-nothing = Сейчас вас ничего не ждёт. Когда что-то понадобится, я напишу сюда.
    .child = Сейчас тебя ничего не ждёт. Когда что-то понадобится, я напишу сюда.
home-quiet-work = Анкет и встреч у вас сейчас нет. Заявки, пары и сроки, где нужны вы, — за кнопкой «Что ждёт».
home-digest-open = Что ждёт
home-applied = ⏳ Заявка ждёт решения куратора: { $organisation }. Я сразу сообщу, когда он ответит.
home-no-role = Сейчас вы ни в чём не участвуете. Чтобы присоединиться, откройте ссылку, которую даёт куратор.
    .child = Сейчас ты ни в чём не участвуешь. Чтобы присоединиться, открой ссылку, которую даёт куратор.
home-meeting = 📅 Ближайшая встреча: { $when } — { $kind }
home-applicants = 🙋 Ждут вашего решения: { $count } { $count ->
    [one] заявка
    [few] заявки
   *[many] заявок
}
home-unfinished = ✍️ Незавершённое: { $count } { $count ->
    [one] анкета или форма
    [few] анкеты и формы
   *[many] анкет и форм
}

# Кнопки главного экрана
home-surveys-list = { $count ->
    [0] Анкеты
   *[other] Незавершённое ({ $count })
}
home-applicants-list = { $count ->
    [0] Заявки
   *[other] Заявки ({ $count })
}
home-pair-own = { $count ->
    [1] Моя пара
   *[other] Мои пары
}
home-meetings-list = Встречи
home-meeting-log-new = Записать встречу
home-plan-list = План развития
home-ward-enter = Записать ребёнка
home-referrals-list = Кому нужен наставник
home-people-list = Люди
home-base-open = Базы
home-indicators-open = Показатели
home-roadmap-open = Дорожная карта
home-executors-own = Исполнители
home-person-me = Моя карточка
home-pairs-list = Пары и группы
home-pair-new = Новая пара
home-match-open = Подбор пар
home-unmatched-list = Без наставника
home-wishes-open = Пожелания
home-organisations-list = Организации
home-links-show = Ссылка и плакат
home-invite-choose = Пригласить
home-summary-open = Сводка
home-more = Ещё…
home-more-title = <b>Что ещё можно сделать</b>
home-help-open = Помощь
home-language = Язык / Language
home-privacy = Мои данные

surveys-title = <b>Что ждёт ваших ответов</b>
    Нажмите, чтобы начать или продолжить.
    .child = <b>Что ждёт твоих ответов</b>
    Нажми, чтобы начать или продолжить.
surveys-none = Анкет и незаконченных форм нет. Когда появится новая, я напишу.

# Помощь
help-title =
    <b>Что я умею</b>
    Всё нужное — в кнопках меню. То же самое командами:
help-stranger =
    <b>Что я умею</b>
    Чтобы войти, откройте ссылку или QR-код от куратора вашей школы. Пока работают команды:
help-line = /{ $command } — { $what }
command-menu = главный экран
command-meetings = мои встречи
command-log = записать встречу
command-surveys = анкеты и незавершённое
command-plan = план развития
command-people = люди организации
command-pairs = пары и группы
command-match = подобрать пару
command-summary = сводка за неделю, месяц, квартал, год
command-campaign = опросы
command-indicators = показатели
command-roadmap = дорожная карта
command-invite = пригласить сотрудника
command-export = выгрузить данные
command-help = что умеет бот
command-cancel = отложить или отменить начатое
command-language = язык / language
command-privacy = мои данные и согласия
command-start = начать сначала

# Язык
language-title = Выберите язык / Choose a language
    .child = Выбери язык / Choose a language
language-ru = Русский
language-en = English
language-set = Готово: теперь говорю по-русски.

# Мои данные
privacy-title = <b>Что о вас хранится</b>
    .child = <b>Что о тебе хранится</b>
privacy-stranger = О вас хранится только номер этого чата и язык. Имя и всё остальное появится, если вы зарегистрируетесь и согласитесь на это.
privacy-name = Имя: { $name }
privacy-birth = Дата рождения: { $birth }
privacy-category = Категория: { $category }
privacy-class = Класс или группа: { $value }
privacy-post = Должность: { $value }
privacy-subject = Предмет: { $value }
privacy-workplace = Место работы: { $value }
privacy-career = Начало работы: { $date }
privacy-hired = Принят на работу здесь: { $date }
privacy-role = { $role } — { $place }{ $state ->
    [applied] { ": заявка ждёт решения" }
    [refused] { ": заявка отклонена" }
    [left] { ": участие закончено" }
   *[approved] { "" }
}
privacy-municipality = муниципалитет
privacy-consents = <b>Согласия</b>
privacy-consent = { $document }, редакция { $version }: дано { $on }
privacy-consent-withdrawn = { $document }, редакция { $version }: дано { $on }, отозвано { $withdrawn }
privacy-consent-none = Согласий пока нет.
privacy-processing = Обработка персональных данных
privacy-participation = Участие в программе
privacy-publication = Публикация имени и фото
privacy-who =
    <b>Кто это видит</b>
    Куратор, педагог-психолог и руководитель вашей организации. Муниципальный координатор видит наставников и кураторов и общие числа. Напарник видит имя, роль и встречи. Больше никто.
    .child =
    <b>Кто это видит</b>
    Куратор, педагог-психолог и руководитель твоей организации. Наставник видит имя, роль и встречи. Больше никто.
privacy-withdraw =
    <b>Как отозвать согласие</b>
    Кнопкой ниже или письмом в организацию. Участие закончится сразу, данные сотрутся в срок или сразу, как захотите. Это можно сделать в любой день.
    .child =
    <b>Как отозвать согласие</b>
    С 14 лет — кнопкой ниже, раньше — через родителей. Участие закончится сразу, данные сотрутся в срок или сразу. Это можно сделать в любой день.
category-pupil = ученик
category-student = студент
category-teacher = педагог
category-employee = работник предприятия
category-parent = родитель
category-alumnus = выпускник

# Когда ничего не открыто
fallback-pointer = Не совсем понял, о чём речь: сейчас я ни о чём не спрашиваю. Всё, что можно сделать, — в меню.
fallback-stale = Эта кнопка уже не действует. Вот меню.

# Бот заблокирован и разблокирован
reachability-lost = 📵 { $name } не получает сообщений бота: он остановлен или заблокирован. Напоминания приостановлены — свяжитесь, пожалуйста, лично.
reachability-back = ✅ { $name } снова получает сообщения бота.
reachability-hello = Снова здравствуйте! Напоминания опять включены, ничего не потерялось.
    .child = Снова привет! Напоминания опять включены, ничего не потерялось.
reachability-card = Карточка
