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
    person: 'Человек',
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
    agency: 'агентство',
    press: 'пресса',
    reference: 'справочник',
    academic: 'научный',
  },
  page: {
    says: speaker => `${speaker} заявляет:`,
    disputed: 'данные расходятся',
    expected: 'ожидается',
    approximations: {
      about: amount => `около ${amount}`,
      over: amount => `более ${amount}`,
      under: amount => `менее ${amount}`,
      'up-to': amount => `до ${amount}`,
    },
    since: date => `с ${genitive(date)}`,
    until: date => `по ${date}`,
    asOf: date => `по состоянию на ${date}`,
    source: (publishers, more) => (more > 0 ? `Источники: ${publishers} и ещё ${more}` : `Источник: ${publishers}`),
    unpublished: 'издатель неизвестен',
    dataset: version => `набор данных ${version}`,
    inEnglish: '(на английском)',
    moreFacts: count => `Ещё ${facts(count)} — кнопка «Полно».`,
    pageOf: (page, pages) => `страница ${page} из ${pages}`,
    head: (name, note) => (note === undefined ? `**${name}:** ` : `**${name}** (${note}): `),
  },
  controls: {
    full: 'Полно',
    short: 'Кратко',
    sources: 'Источники',
    back: 'Назад',
    previous: 'Предыдущая',
    next: 'Следующая',
    sections: 'Выберите раздел',
    related: 'Перейти к …',
    open: 'Открыть …',
  },
  lists: {
    title: {
      summit: 'Саммиты',
      principle: 'Принципы',
      project: 'Проекты',
      country: 'Шесть стран',
    },
  },
  unknown: {
    title: 'Нет в моём наборе данных',
    lead: {
      summit: 'Саммита с таким названием я не знаю.',
      principle: 'Принципа с таким названием я не знаю.',
      project: 'Проекта с таким названием я не знаю.',
      country: 'Такой страны я не знаю. Я знаю Китай и пять стран Центральной Азии.',
    },
    nearest: 'Ближайшее из того, что я знаю:',
  },
  refusals: {
    oldComponent: 'Эта кнопка осталась от прежней версии бота. Спросите, пожалуйста, ещё раз.',
    notModerator:
      'Это могут делать только те, у кого есть право **Управлять сервером** или роль модератора из `/settings`.',
    notInServer: 'Это работает только на серверах.',
    roleNeedsManageServer: 'Менять роль модератора могут только те, у кого есть право **Управлять сервером**.',
    broken: reference => `На моей стороне что-то сломалось. Если будете сообщать об этом, назовите номер ${reference}.`,
  },
  settings: {
    serverTitle: 'Настройки этого сервера',
    channelTitle: channel => `Настройки канала ${channel}`,
    personTitle: 'Ваши настройки',
    lead: {
      server: 'Действуют во всех каналах, где не задано своё.',
      channel: 'Действуют в этом канале и важнее настроек сервера.',
      person: 'Действуют для ответов, которые видите только вы, и для общих там, где ничего не задано.',
    },
    names: {
      language: 'Язык',
      visibility: 'Ответы',
      detail: 'Подробность',
      layout: 'Оформление',
      moderatorRole: 'Роль модератора',
    },
    visibility: { public: 'для всех', private: 'только для спросившего' },
    detail: { short: 'кратко', full: 'полно' },
    layout: { rich: 'с рамками и знаками', text: 'только текст' },
    origin: {
      server: 'задано для сервера',
      channel: 'задано для канала',
      person: 'задано вами',
      discord: 'по языку Discord',
      'built-in': 'по умолчанию',
    },
    line: (name, value, origin) => `**${name}:** ${value} (${origin})`,
    unset: 'здесь не задано',
    noRole: 'нет',
    choose: name => `${name} …`,
    reset: 'Удалить всё, что задано здесь',
    resetDone: 'Удалено. Снова действуют значения по умолчанию.',
  },
} satisfies Words

const privateOption = { name: 'скрыто', about: 'Ответить так, чтобы ответ видели только вы' }

export const commands: Readonly<Record<string, CommandWords>> = {
  country: {
    name: 'страна',
    about: 'Одна из шести стран: столица, население, отношения с Китаем',
    options: {
      name: { name: 'название', about: 'Какая страна: любое написание, любой алфавит' },
      private: privateOption,
    },
  },
  summit: {
    name: 'саммит',
    about: 'Саммит «Китай — Центральная Азия»: когда, где, кто и с каким итогом',
    options: {
      edition: { name: 'какой', about: 'Какой саммит: Сиань, второй, 2025 … Если не указать — все' },
      private: privateOption,
    },
  },
  principle: {
    name: 'принцип',
    about: 'Принцип или набор принципов: формулировка, части, где он записан',
    options: { name: { name: 'название', about: 'Какой принцип. Если не указать — все' }, private: privateOption },
  },
  project: {
    name: 'проект',
    about: 'Проект «Пояса и пути» или связанный с ним: маршрут, размеры, состояние, строители',
    options: { name: { name: 'название', about: 'Какой проект. Если не указать — все' }, private: privateOption },
  },
  settings: {
    name: 'настройки',
    about: 'Язык, видимость, подробность и оформление ответов на сервере или в канале',
    options: { channel: { name: 'канал', about: 'Только этот канал. Если не указать — весь сервер' } },
  },
  preferences: {
    name: 'предпочтения',
    about: 'Ваши язык, видимость, подробность и оформление — где бы вы ни спрашивали',
  },
}
