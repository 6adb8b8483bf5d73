/** Слова бота по-русски. */
import type { CommandWords } from './command-words.ts'
import type { Words } from './en.ts'

const plural = new Intl.PluralRules('ru')

const facts = (count: number): string => {
  const form = plural.select(count)
  if (form === 'one') return `${count} факт`
  return form === 'few' ? `${count} факта` : `${count} фактов`
}

/** “декабрь 1997 г.” → “декабря 1997 г.”; a date with a day already stands in that case. */
const genitive = (date: string): string =>
  date
    .replace(/(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ь/, '$1я')
    .replace(/(март|август)(?= )/, '$1а')
    .replace(/май(?= )/, 'мая')

/** “1997” → “1997 г.”: a year inside a phrase does not stand bare; longer dates bring the word along. */
const withYear = (date: string): string => (/^\d{4}$/.test(date) ? `${date} г.` : date)

/** “2 миллиарда” → “2 миллиардов”, “1 тысяча” → “1 тысячи”: an amount after «около». Fractions stand in that case already: “1,5 миллиарда”. */
const genitiveAmount = (amount: string): string =>
  amount
    .replace(/(?<!,\d*)(\d\s)(миллион|миллиард|триллион)а(?!\p{L})/u, '$1$2ов')
    .replace(/(?<!,\d*)(\d\s)тысячи(?!\p{L})/u, '$1тысяч')
    .replace(/(миллион|миллиард|триллион)(?!\p{L})/u, '$1а')
    .replace(/тысяча(?!\p{L})/u, 'тысячи')

export default {
  ownName: 'Русский',
  intl: 'ru',
  kinds: {
    country: 'Страна',
    summit: 'Саммит',
    principle: 'Принцип',
    term: 'Понятие',
    project: 'Проект',
    organisation: 'Организация',
    person: 'Персона',
    event: 'Событие',
    place: 'Место',
    document: 'Документ',
  },
  topics: {
    summits: 'Саммиты',
    mechanism: 'Механизм',
    countries: 'Профиль страны',
    relations: 'Отношения с Китаем',
    principles: 'Принципы и понятия',
    projects: 'Проекты',
    trade: 'Торговля',
  },
  sourceKinds: {
    official: 'официальный',
    agency: 'информагентство',
    press: 'пресса',
    reference: 'справочник',
    academic: 'научный',
  },
  page: {
    says: (speaker, claim) => `${speaker} заявляет: ${claim}`,
    item: (name, text) => `${name}: ${text}`,
    mark: standing => `(${standing}) `,
    aside: text => ` (${text})`,
    disputed: 'данные расходятся',
    expected: 'ожидается',
    approximations: {
      about: amount => `около ${genitiveAmount(amount)}`,
      over: amount => `более ${genitiveAmount(amount)}`,
      under: amount => `менее ${genitiveAmount(amount)}`,
      'up-to': amount => `до ${genitiveAmount(amount)}`,
    },
    since: date => `с ${genitive(withYear(date))}`,
    until: date => `по ${withYear(date)}`,
    asOf: date => `по состоянию на ${withYear(date)}`,
    asOfBetween: (oldest, newest) => `по состоянию на: ${withYear(oldest)} — ${withYear(newest)}`,
    source: (publishers, more) => {
      const named = publishers.join(', ')
      if (more > 0) return `Источники: ${named} и ещё ${more}`
      return publishers.length > 1 ? `Источники: ${named}` : `Источник: ${named}`
    },
    unpublished: 'издатель неизвестен',
    dataset: version => `набор данных ${version}`,
    inEnglish: '(на английском)',
    moreFacts: count => `Ещё ${facts(count)} — кнопка «Подробно».`,
    pageOf: (page, pages) => `страница ${page} из ${pages}`,
    nothingUnder: section => `В разделе «${section}» здесь ничего нет.`,
    head: (name, note) => (note === undefined ? `**${name}:** ` : `**${name}** (${note}): `),
  },
  controls: {
    full: 'Подробно',
    short: 'Кратко',
    sources: 'Источники',
    back: 'Назад',
    previous: 'Предыдущая',
    next: 'Следующая',
    sections: 'Выберите раздел',
    related: 'Перейти к…',
    open: 'Открыть…',
  },
  lists: {
    title: {
      summit: 'Саммиты',
      principle: 'Принципы',
      project: 'Проекты',
      country: 'Шесть стран',
      term: 'Понятия, документы, организации, люди, места и события',
    },
    sectors: {
      railway: 'Железные дороги',
      road: 'Автодороги',
      pipeline: 'Трубопроводы',
      energy: 'Энергетика',
      logistics: 'Порты, поезда и логистика',
      industry: 'Промышленность',
      city: 'Городской транспорт',
      education: 'Образование',
    },
    stages: {
      operating: 'Действует',
      extending: 'Действует, расширяется или перестраивается',
      building: 'Строится',
      planned: 'Планируется или отложен',
    },
    nothing: 'Такого проекта в моём наборе данных нет.',
    others: 'Люди, места и другое',
    all: { country: 'Все страны', sector: 'Все виды', stage: 'Все состояния' },
  },
  unknown: {
    title: 'В моём наборе данных этого нет',
    lead: {
      summit: 'Саммита с таким названием я не знаю.',
      principle: 'Принципа с таким названием я не знаю.',
      project: 'Проекта с таким названием я не знаю.',
      country: 'Такой страны я не знаю. Я знаю Китай и пять стран Центральной Азии.',
      term: 'Под таким именем или названием я не знаю ни понятия, ни документа, ни организации, ни человека, ни места, ни события.',
    },
    nearest: 'Самое похожее из того, что я знаю:',
    which: 'Что именно?',
    several: 'Подходит несколько названий. Выберите одно или введите больше букв.',
  },
  compare: {
    cannot: 'Сравнить не получится',
    nothing: 'В моём наборе данных нет сведений, которые есть у обоих.',
    unknown: 'Страны, проекта или саммита с таким названием я не знаю.',
    differentKinds: 'Сравнить можно только две страны, два проекта или два саммита.',
    same: 'Это одно и то же. Выберите что-нибудь другое для сравнения.',
  },
  fact: {
    another: 'Ещё один',
    open: 'Подробнее',
    none: 'В моём наборе данных нет фактов по этой теме.',
  },
  source: {
    title: 'Источник',
    all: 'Источники',
    browse: 'Все источники',
    count: sources => `Источников: ${sources}, сначала новые.`,
    backs: 'На нём в моём наборе данных основано:',
    backsNothing: 'В моём наборе данных на нём ничего не основано.',
    unknown: 'Источника с такими словами в названии или в имени издателя я не знаю.',
  },
  changes: {
    title: 'Что изменилось в наборе данных',
    all: 'Все изменения',
    nothing: date => `С тех пор ничего не менялось; набор данных от ${date}`,
    badSince: 'Ожидалась версия набора данных, например 1.0.0, или день, например 2026-11-01.',
  },
  help: {
    title: 'Караван-сарай',
    lead: 'Я отвечаю из выверенного набора данных о саммите «Китай — Центральная Азия», всегда с источником и датой. Если чего-то не знаю, так и говорю.',
    messageCommand: name =>
      `В меню сообщения, в разделе «Приложения»: **${name}** находит то, что названо в сообщении.`,
    moderators: 'Для модераторов',
    privacy: 'Сообщений я не читаю. Всё, что вы задали, можно удалить в `/мои-настройки`.',
  },
  mentioned: {
    title: 'Названо в сообщении',
    lead: 'Из моего набора данных:',
    none: 'В этом сообщении нет ни одного названия из моего набора данных.',
  },
  timeline: {
    title: 'Хроника',
    nothing: 'По этим условиям в моём наборе данных нет ничего с датой.',
    noneIn: year =>
      `За ${year} год по этим условиям в моём наборе данных ничего нет. Ближайший год, за который что-то есть:`,
    chooseYear: 'Другой год…',
    allTopics: 'Все темы',
  },
  refusals: {
    oldComponent: 'Эта кнопка — от прежней версии бота. Спросите, пожалуйста, ещё раз.',
    notModerator:
      'Это доступно только тем, у кого есть право **Управлять сервером** или роль модератора из `/настройки`.',
    notInServer: 'Это работает только на серверах.',
    roleNeedsManageServer: 'Менять роль модератора могут только те, у кого есть право **Управлять сервером**.',
    broken: reference =>
      `Что-то пошло не так — ошибка на моей стороне. Если решите сообщить о ней, укажите номер ${reference}.`,
  },
  settings: {
    serverTitle: 'Настройки этого сервера',
    channelTitle: channel => `Настройки канала ${channel}`,
    personTitle: 'Ваши настройки',
    lead: {
      server: 'Действуют во всех каналах, у которых нет своих настроек.',
      channel: 'Действуют в этом канале и важнее настроек сервера.',
      person: 'Действуют для ответов, которые видны только вам, а для видимых всем — там, где ничего не задано.',
    },
    names: {
      language: 'Язык',
      visibility: 'Кто видит ответы',
      detail: 'Объём ответов',
      layout: 'Оформление',
      moderatorRole: 'Роль модератора',
    },
    visibility: { public: 'все', private: 'только спросивший' },
    detail: { short: 'кратко', full: 'подробно' },
    layout: { rich: 'с рамками и значками', text: 'только текст' },
    origin: {
      server: 'задано для сервера',
      channel: 'задано для канала',
      person: 'задано вами',
      discord: 'по языку Discord',
      'built-in': 'по умолчанию',
    },
    line: (name, value, origin) => `**${name}:** ${value} (${origin})`,
    option: (name, value) => `${name}: ${value}`,
    unset: 'здесь не задано',
    noRole: 'нет',
    choose: name => `${name}…`,
    reset: 'Сбросить всё, что задано здесь',
    resetDone: 'Сброшено. Снова действуют значения по умолчанию.',
  },
} satisfies Words

const privateOption = { name: 'скрыто', about: 'Показать ответ только вам' }

export const commands: Readonly<Record<string, CommandWords>> = {
  country: {
    name: 'страна',
    about: 'Одна из шести стран: столица, население, отношения с Китаем',
    examples: ['название: Казахстан', 'название: 乌兹别克斯坦', 'название: кыргыз раздел: Торговля'],
    options: {
      name: { name: 'название', about: 'Какая страна: в любом написании, любым алфавитом' },
      section: { name: 'раздел', about: 'Что о ней; если не указать — общие сведения' },
      private: privateOption,
    },
  },
  summit: {
    name: 'саммит',
    about: 'Саммит «Китай — Центральная Азия»: когда, где, кто участвовал и каковы результаты',
    examples: ['', 'какой: второй', 'какой: Сиань'],
    options: {
      edition: { name: 'какой', about: 'Какой саммит: Сиань, второй, 2025… Если не указать — все' },
      private: privateOption,
    },
  },
  principle: {
    name: 'принцип',
    about: 'Принцип или набор принципов: формулировка, составляющие, где заявлен',
    examples: ['', 'название: четыре принципа'],
    options: { name: { name: 'название', about: 'Какой принцип. Если не указать — все' }, private: privateOption },
  },
  project: {
    name: 'проект',
    about: 'Проект «Одного пояса, одного пути» или связанный с ним: маршрут, масштаб, состояние, строители',
    examples: ['', 'название: Линия D', 'страна: Таджикистан'],
    options: {
      name: { name: 'название', about: 'Какой проект. Если не указать — все' },
      country: { name: 'страна', about: 'Только проекты этой страны' },
      type: { name: 'вид', about: 'Только проекты этого вида' },
      status: { name: 'состояние', about: 'Только проекты в этом состоянии' },
      private: privateOption,
    },
  },
  term: {
    name: 'понятие',
    about: 'Понятие, документ, организация, человек, место или событие по теме',
    examples: ['название: Один пояс, один путь', 'название: ШОС', 'название: Токаев'],
    options: {
      name: { name: 'название', about: 'Что именно: любое написание, любой алфавит' },
      private: privateOption,
    },
  },
  compare: {
    name: 'сравнить',
    about: 'Две страны, два проекта или два саммита рядом',
    examples: ['первое: Казахстан второе: Узбекистан', 'первое: Сиань второе: Астана'],
    options: {
      first: { name: 'первое', about: 'Страна, проект или саммит' },
      second: { name: 'второе', about: 'Другая страна, другой проект или саммит' },
      private: privateOption,
    },
  },
  timeline: {
    name: 'хроника',
    about: 'Что когда произошло: встречи, документы, открытия — по годам',
    examples: ['год: 2023', 'страна: Таджикистан', 'тема: Проекты'],
    options: {
      topic: { name: 'тема', about: 'Только эта тема' },
      country: { name: 'страна', about: 'Только то, что касается этой страны' },
      year: { name: 'год', about: 'Какой год; если не указать — самый поздний' },
      private: privateOption,
    },
  },
  fact: {
    name: 'факт',
    about: 'Случайный факт по теме или вообще; ни один не повторится, пока не пройдут все',
    examples: ['', 'тема: Торговля'],
    options: { topic: { name: 'тема', about: 'Только эта тема' }, private: privateOption },
  },
  source: {
    name: 'источник',
    about: 'Источники набора данных: что это и что на них основано',
    examples: ['', 'название: Xinhua'],
    options: {
      name: { name: 'название', about: 'Слова из названия или имя издателя. Если не указать — все' },
      private: privateOption,
    },
  },
  changes: {
    name: 'изменения',
    about: 'Что изменилось в наборе данных, из которого я отвечаю',
    examples: ['', 'с: 2026-11-01'],
    options: {
      since: { name: 'с', about: 'Версия или день, например 2026-11-01. Если не указать — всё' },
      private: privateOption,
    },
  },
  help: { name: 'помощь', about: 'Что я могу сделать для вас здесь' },
  'Look this up': { name: 'Найти в справочнике', about: 'Находит то, что названо в сообщении' },
  settings: {
    name: 'настройки',
    about: 'Язык, видимость, объём и оформление ответов на сервере или в одном канале',
    options: { channel: { name: 'канал', about: 'Только этот канал. Если не указать — весь сервер' } },
  },
  preferences: {
    name: 'мои-настройки',
    about: 'Язык, видимость, объём и оформление ответов для вас — где бы вы ни спрашивали',
  },
}
