/** Слова бота по-русски. */
import type { CommandWords } from './command-words.ts'
import type { Words } from './en.ts'

const plural = new Intl.PluralRules('ru')

const facts = (count: number): string => {
  const form = plural.select(count)
  if (form === 'one') return `${count} факт`
  return form === 'few' ? `${count} факта` : `${count} фактов`
}

const years = (count: number): string => {
  const form = plural.select(count)
  if (form === 'one') return `${count} год`
  return form === 'few' ? `${count} года` : `${count} лет`
}

const days = (count: number): string => {
  const form = plural.select(count)
  if (form === 'one') return `${count} день`
  return form === 'few' ? `${count} дня` : `${count} дней`
}

/** «Население» внутри предложения. */
const uncapitalised = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

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
      `В меню сообщения, в разделе «Приложения»: **${name}** отвечает на вопрос в сообщении или находит то, что в нём названо.`,
    moderators: 'Для модераторов',
    privacy:
      'Сообщений я не читаю. Все настройки можно удалить в `/мои-настройки`; вопрос хранится сутки, если вы не попросите забыть его раньше.',
  },
  mentioned: {
    title: 'Названо в сообщении',
    lead: 'Из моего набора данных:',
    none: 'В этом сообщении нет ни названий из моего набора данных, ни вопроса, на который он отвечает. Вот что в нём есть:',
  },
  ask: {
    verdict: { yes: 'Да', no: 'Нет' },
    among: { yes: name => `Да, в этом ряду: ${name}.`, no: name => `Нет, в этом ряду отсутствует: ${name}.` },
    years,
    days,
    lessThanAYear: 'Меньше года',
    between: (from, to) => ` (${from} — ${to})`,
    andMore: (names, more) => (more > 0 ? `${names.join(', ')} и ещё ${more}` : names.join(', ')),
    change: (from, to) => `было: ${from}; стало: ${to}`,
    declined: {
      unknown: {
        title: 'В моём наборе данных этого нет',
        lead: 'Этого я не знаю. Спросите о саммитах, шести странах, их принципах, документах и проектах.',
      },
      opinion: {
        title: 'Я не принимаю ничью сторону',
        lead: 'Своего мнения у меня нет — только факты с источниками и то, что заявляют стороны. Спросите, когда, где, кто, какой длины или сколько.',
      },
      bait: {
        title: 'Это не ко мне',
        lead: 'Я отвечаю только по своему набору данных: спросите о саммитах, шести странах, их принципах, документах и проектах.',
      },
      empty: {
        title: 'Что вы хотите узнать?',
        lead: 'Спросите о саммите, стране, принципе, документе или проекте — например, какая столица у Казахстана.',
      },
    },
    notHeld: (property, entity) => `${entity}: ${uncapitalised(property)} — этого в моих данных нет.`,
    nearest: 'Самое близкое из того, что я знаю:',
    choose: 'Выберите вопрос…',
    notMeant: 'Я не об этом',
    backToAnswer: 'Назад к ответу',
    forget: 'Забыть мой вопрос',
    forgotten: 'Ваш вопрос удалён. Остальные кнопки под ответом по-прежнему ведут к тому, что в нём названо.',
    onlyAskerForgets: 'Удалить вопрос может только тот, кто его задал.',
    askAgain:
      'Этого вопроса у меня уже нет: я храню его сутки или пока его не попросят забыть. Спросите, пожалуйста, ещё раз.',
    candidates: {
      title: 'Что вы имели в виду?',
      lead: 'Вот самые близкие ответы, которые у меня есть. Выберите один или спросите другими словами.',
      none: 'Ничего ближе у меня нет. Спросите, пожалуйста, другими словами.',
    },
    report: 'Сообщить об ошибке',
    reporting: {
      title: 'Что не так с ответом?',
      lead: 'Составители набора данных увидят ответ, вашу причину и вопрос, если он ещё хранится. Кто вы, они не увидят.',
      choose: 'Выберите причину…',
      thanks: 'Спасибо. Составители посмотрят.',
    },
    reasons: {
      wrong: 'Ответ неверен',
      outdated: 'Ответ устарел',
      misunderstood: 'Это ответ на другой вопрос',
      'should-know': 'Здесь надо знать больше',
      'one-sided': 'Показана только одна сторона',
      language: 'Плохая формулировка или перевод',
      other: 'Другое',
    },
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
  ask: {
    name: 'спросить',
    about: 'Вопрос своими словами — ответ из набора данных с источником, а если ответа нет, так и скажу',
    examples: ['вопрос: сколько км труба до китая', 'вопрос: какая из пяти стран самая большая'],
    options: {
      question: { name: 'вопрос', about: 'Как бы вы спросили человека, на любом из языков' },
      private: privateOption,
    },
  },
  help: { name: 'помощь', about: 'Что я могу сделать для вас здесь' },
  'Look this up': {
    name: 'Найти в справочнике',
    about: 'Отвечает на вопрос в сообщении или находит то, что в нём названо',
  },
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
