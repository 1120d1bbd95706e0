// Everything the page itself says, in both languages.

const WORDS = {
  ru: {
    title: 'Телефоны',
    skip: 'К телефонам',
    clock: 'Часы программы',
    move: 'Перевести часы',
    hour: '+ час',
    day: '+ день',
    week: '+ неделя',
    leaping: 'Время идёт…',
    anew: 'Начать заново',
    anewTitle: 'Начать заново?',
    anewText: 'Переписка и все данные демонстрации будут стёрты, часы вернутся к началу.',
    cancel: 'Отмена',
    close: 'Закрыть',
    otherLanguage: 'English',
    people: 'Телефоны',
    openOn: 'Открыть на телефоне:',
    copyLink: 'Скопировать ссылку',
    copied: 'Скопировано',
    notCopied: 'Скопировать не вышло — выделите текст и скопируйте сами',
    picture: 'Картинка',
    enlarge: 'Увеличить',
    buttons: 'Кнопки',
    copies: 'Нажмите, чтобы скопировать',
    unfold: 'Развернуть',
    fold: 'Свернуть',
    news: 'Новые сообщения: {names}',
    yourTime: 'По часам телефона: {time}',
    photo: 'Фото',
    file: 'Файл',
    attach: 'Прикрепить',
    menu: 'Меню',
    commands: 'Команды бота',
    noCommands: 'Команд пока нет',
    write: 'Сообщение',
    send: 'Отправить',
    start: 'Начать',
    more: 'Ещё',
    block: 'Заблокировать бота',
    unblock: 'Разблокировать бота',
    blocked: 'Бот заблокирован',
    empty: 'Здесь пока пусто. Нажмите «Начать» или откройте здесь ссылку-приглашение.',
    edited: 'изменено',
    typing: 'печатает…',
    bot: 'бот',
    you: 'вы',
    chat: 'Чат: {name}',
    unread: 'новых сообщений: {count}',
    download: 'Скачать {name}',
    sticker: 'Стикер',
    voice: 'Голосовое сообщение',
    contact: 'Контакт',
    offline: 'Нет связи с программой. Пробуем снова…',
    failed: 'Не получилось. Обновите страницу и попробуйте ещё раз.',
    notLink: 'Это не ссылка на этого бота',
    busy: 'Подождите, время ещё идёт.',
    ok: 'Понятно',
    toEnd: 'К последнему сообщению',
    bytes: ['Б', 'КБ', 'МБ'],
  },
  en: {
    title: 'Phones',
    skip: 'To the phones',
    clock: 'The programme’s clock',
    move: 'Move the clock',
    hour: '+ hour',
    day: '+ day',
    week: '+ week',
    leaping: 'Time is passing…',
    anew: 'Start over',
    anewTitle: 'Start over?',
    anewText: 'The chats and all data of the demo will be erased, and the clock goes back to the beginning.',
    cancel: 'Cancel',
    close: 'Close',
    otherLanguage: 'Русский',
    people: 'Phones',
    openOn: 'Open on the phone of:',
    copyLink: 'Copy the link',
    copied: 'Copied',
    notCopied: 'Could not copy: please select the text and copy it yourself',
    picture: 'Picture',
    enlarge: 'Enlarge',
    buttons: 'Buttons',
    copies: 'Press to copy',
    unfold: 'Show all',
    fold: 'Show less',
    news: 'New messages: {names}',
    yourTime: 'By the phone’s clock: {time}',
    photo: 'Photo',
    file: 'File',
    attach: 'Attach',
    menu: 'Menu',
    commands: 'The bot’s commands',
    noCommands: 'No commands yet',
    write: 'Message',
    send: 'Send',
    start: 'Start',
    more: 'More',
    block: 'Block the bot',
    unblock: 'Unblock the bot',
    blocked: 'The bot is blocked',
    empty: 'Nothing here yet. Press “Start”, or open an invitation link here.',
    edited: 'edited',
    typing: 'is typing…',
    bot: 'bot',
    you: 'you',
    chat: 'Chat: {name}',
    unread: 'new messages: {count}',
    download: 'Download {name}',
    sticker: 'Sticker',
    voice: 'Voice message',
    contact: 'Contact',
    offline: 'No connection to the programme. Trying again…',
    failed: 'That did not work. Please reload the page and try again.',
    notLink: 'This is not a link to this bot',
    busy: 'Please wait, time is still passing.',
    ok: 'OK',
    toEnd: 'To the last message',
    bytes: ['B', 'KB', 'MB'],
  },
};

let language = localStorage.getItem('page-language') === 'en' ? 'en' : 'ru';

export const locale = () => language;

export function switchLanguage() {
  language = language === 'ru' ? 'en' : 'ru';
  localStorage.setItem('page-language', language);
}

export function word(key, values = {}) {
  let text = WORDS[language][key];
  for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, value);
  return text;
}

// Puts the words into elements marked data-word (their text) and data-label (their accessible name).
export function translate(root) {
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', word(element.dataset.label));
    if (element.tagName === 'BUTTON') element.title = word(element.dataset.label);
  }
}
