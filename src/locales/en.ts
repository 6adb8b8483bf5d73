/** The bot's own words in English, and by their shape the list of what another language has to say. Commands' names stand with the commands. */
import type { Why } from '../knowledge/ask/answer.ts'
import type { Kind, Sector, SourceKind, Stage, Topic } from '../knowledge/model.ts'
import type { Shelf } from '../knowledge/shelves.ts'
import type { ReportReason } from '../stores/reports.ts'

export interface Words {
  /** The language's name in itself, for lists of languages. */
  readonly ownName: string
  /** The tag that `Intl` formats dates and numbers by. */
  readonly intl: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly topics: Readonly<Record<Topic, string>>
  readonly sourceKinds: Readonly<Record<SourceKind, string>>
  readonly page: {
    /** A claim with whoever makes it. */
    readonly says: (speaker: string, claim: string) => string
    /** A name and what is said under it, in a list. */
    readonly item: (name: string, text: string) => string
    /** A standing before a sentence. */
    readonly mark: (standing: string) => string
    /** From a day to a day, where `Intl` has no good form of it. */
    readonly days?: (from: string, to: string) => string
    /** What follows a value in brackets. */
    readonly aside: (text: string) => string
    readonly disputed: string
    readonly expected: string
    readonly approximations: Readonly<Record<'about' | 'over' | 'under' | 'up-to', (amount: string) => string>>
    readonly since: (date: string) => string
    readonly until: (date: string) => string
    readonly asOf: (date: string) => string
    readonly asOfBetween: (oldest: string, newest: string) => string
    readonly source: (publishers: readonly string[], more: number) => string
    readonly unpublished: string
    readonly dataset: (version: string) => string
    readonly inEnglish: string
    readonly moreFacts: (count: number) => string
    readonly pageOf: (page: number, pages: number) => string
    readonly nothingUnder: (section: string) => string
    /** The head of a line: a property's name in bold, a note such as “Disputed” after it, ready for the value to follow. */
    readonly head: (name: string, note?: string) => string
  }
  readonly controls: {
    readonly full: string
    readonly short: string
    readonly sources: string
    readonly back: string
    readonly previous: string
    readonly next: string
    readonly sections: string
    readonly related: string
    readonly open: string
  }
  readonly lists: {
    readonly title: Readonly<Record<Shelf, string>>
    readonly sectors: Readonly<Record<Sector, string>>
    readonly stages: Readonly<Record<Stage, string>>
    /** What a filter says where it leaves out nothing. */
    readonly all: Readonly<Record<'country' | 'sector' | 'stage', string>>
    readonly nothing: string
    /** The shelf of terms, as the button of a country's page names it. */
    readonly others: string
  }
  readonly unknown: {
    readonly title: string
    readonly which: string
    readonly several: string
    readonly lead: Readonly<Record<Shelf, string>>
    readonly nearest: string
  }
  readonly compare: {
    readonly cannot: string
    readonly nothing: string
    readonly unknown: string
    readonly differentKinds: string
    readonly same: string
  }
  readonly fact: {
    readonly another: string
    readonly open: string
    readonly none: string
  }
  readonly source: {
    readonly title: string
    readonly all: string
    readonly browse: string
    readonly count: (sources: number) => string
    readonly backs: string
    readonly backsNothing: string
    readonly unknown: string
  }
  readonly changes: {
    readonly title: string
    readonly all: string
    readonly nothing: (date: string) => string
    readonly badSince: string
  }
  readonly help: {
    readonly title: string
    readonly lead: string
    readonly messageCommand: (name: string) => string
    readonly moderators: string
    readonly privacy: string
  }
  readonly mentioned: {
    readonly title: string
    readonly lead: string
    readonly none: string
  }
  readonly ask: {
    /** The short answer to a question that asks for yes or no. */
    readonly verdict: Readonly<Record<'yes' | 'no', string>>
    /** It, and whom it is about: who is or is not in a list. */
    readonly among: Readonly<Record<'yes' | 'no', (name: string) => string>>
    readonly years: (count: number) => string
    readonly days: (count: number) => string
    readonly lessThanAYear: string
    /** From a date to a date, in brackets. */
    readonly between: (from: string, to: string) => string
    /** Names and how many more there are. */
    readonly andMore: (names: readonly string[], more: number) => string
    /** What something amounted to in a year, and in a later one. */
    readonly change: (from: string, to: string) => string
    /** Why there is no answer: a title, and a sentence that says what can be answered. */
    readonly declined: Readonly<Record<Why, { readonly title: string; readonly lead: string }>>
    /** Of something known: the name of a property, that of the entity, and the question of which there is no answer. */
    readonly notHeld: (property: string, entity: string, question: string) => string
    readonly nearest: string
    readonly choose: string
    readonly notMeant: string
    readonly backToAnswer: string
    readonly forget: string
    readonly forgotten: string
    readonly onlyAskerForgets: string
    readonly askAgain: string
    readonly candidates: { readonly title: string; readonly lead: string; readonly none: string }
    readonly report: string
    readonly reporting: {
      readonly title: string
      readonly lead: string
      readonly choose: string
      readonly thanks: string
    }
    readonly reasons: Readonly<Record<ReportReason, string>>
  }
  readonly timeline: {
    readonly title: string
    readonly nothing: string
    readonly noneIn: (year: number) => string
    readonly chooseYear: string
    readonly allTopics: string
  }
  readonly refusals: {
    readonly oldComponent: string
    readonly notModerator: string
    readonly notInServer: string
    readonly roleNeedsManageServer: string
    readonly broken: (reference: string) => string
  }
  readonly settings: {
    readonly serverTitle: string
    readonly channelTitle: (channel: string) => string
    readonly personTitle: string
    readonly lead: Readonly<Record<'server' | 'channel' | 'person', string>>
    readonly names: Readonly<Record<'language' | 'visibility' | 'detail' | 'layout' | 'moderatorRole', string>>
    readonly visibility: Readonly<Record<'public' | 'private', string>>
    readonly detail: Readonly<Record<'short' | 'full', string>>
    readonly layout: Readonly<Record<'rich' | 'text', string>>
    readonly origin: Readonly<Record<'server' | 'channel' | 'person' | 'discord' | 'built-in', string>>
    /** One setting that is in force: its name, its value, where the value comes from. */
    readonly line: (name: string, value: string, origin: string) => string
    /** One choice of a select: the setting's name and the value. */
    readonly option: (name: string, value: string) => string
    readonly unset: string
    readonly noRole: string
    readonly choose: (name: string) => string
    readonly reset: string
    readonly resetDone: string
  }
}

/** Names of properties that a sentence can have no … of: “Opened”, “Proposed by”, “What it says”. */
const isNoun = (property: string): boolean =>
  !/^(?:in|what|who|how|where|its|worth|carried|on|due|founded|opened|proposed|signed|work began)\b| (?:by|in|at|of|since|followed)$/i.test(
    property,
  )

/** “Population” inside a sentence, but “Belt and Road paper”. */
const uncapitalised = (name: string): string =>
  /^\p{Lu}\p{Ll}+ and \p{Lu}|^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

const en: Words = {
  ownName: 'English',
  intl: 'en-GB',
  kinds: {
    country: 'Country',
    summit: 'Summit',
    principle: 'Principle',
    term: 'Term',
    project: 'Project',
    organisation: 'Organisation',
    person: 'Person',
    event: 'Event',
    place: 'Place',
    document: 'Document',
  },
  topics: {
    summits: 'Summits',
    mechanism: 'Mechanism',
    countries: 'Country profile',
    relations: 'Relations with China',
    principles: 'Principles and terms',
    projects: 'Projects',
    trade: 'Trade',
  },
  sourceKinds: {
    official: 'official',
    agency: 'news agency',
    press: 'press',
    reference: 'reference work',
    academic: 'academic',
  },
  page: {
    says: (speaker, claim) => `According to ${speaker}: ${claim}`,
    item: (name, text) => `${name}: ${text}`,
    mark: standing => `(${standing}) `,
    aside: text => ` (${text})`,
    disputed: 'Disputed',
    expected: 'Expected',
    approximations: {
      about: amount => `about ${amount}`,
      over: amount => `over ${amount}`,
      under: amount => `under ${amount}`,
      'up-to': amount => `up to ${amount}`,
    },
    since: date => `since ${date}`,
    until: date => `until ${date}`,
    asOf: date => `as of ${date}`,
    asOfBetween: (oldest, newest) => `as of ${oldest} to ${newest}`,
    source: (publishers, more) => {
      const named = publishers.join(', ')
      if (more > 0) return `Sources: ${named} and ${more} more`
      return publishers.length > 1 ? `Sources: ${named}` : `Source: ${named}`
    },
    unpublished: 'publisher not known',
    dataset: version => `dataset ${version}`,
    inEnglish: '(in English)',
    moreFacts: count => (count === 1 ? '1 more fact under “Full”.' : `${count} more facts under “Full”.`),
    pageOf: (page, pages) => `page ${page} of ${pages}`,
    nothingUnder: section => `My dataset holds nothing under “${section}” here.`,
    head: (name, note) => (note === undefined ? `**${name}:** ` : `**${name}** (${note}): `),
  },
  controls: {
    full: 'Full',
    short: 'Short',
    sources: 'Sources',
    back: 'Back',
    previous: 'Previous',
    next: 'Next',
    sections: 'Choose a section',
    related: 'Go on to …',
    open: 'Open …',
  },
  lists: {
    title: {
      summit: 'The summits',
      principle: 'Principles',
      project: 'Projects',
      country: 'The six countries',
      term: 'Terms, documents, organisations, people, places and events',
    },
    sectors: {
      railway: 'Railways',
      road: 'Roads',
      pipeline: 'Pipelines',
      energy: 'Energy',
      logistics: 'Ports, trains and logistics',
      industry: 'Industry',
      city: 'City transport',
      education: 'Education',
    },
    stages: {
      operating: 'In use',
      extending: 'In use, being extended or rebuilt',
      building: 'Under construction',
      planned: 'Planned or delayed',
    },
    nothing: 'My dataset holds no project like that.',
    others: 'People, places and more',
    all: { country: 'All countries', sector: 'All kinds', stage: 'All stages' },
  },
  unknown: {
    title: 'Not in my dataset',
    lead: {
      summit: 'I know no summit by that name.',
      principle: 'I know no principle by that name.',
      project: 'I know no project by that name.',
      country: 'I know no country by that name. I know China and the five Central Asian countries.',
      term: 'I know no term, document, organisation, person, place or event by that name.',
    },
    nearest: 'The nearest that I do know:',
    which: 'Which one?',
    several: 'Several fit what you typed. Choose one, or type more of the name.',
  },
  compare: {
    cannot: 'No comparison',
    nothing: 'My dataset holds no value that both have.',
    unknown: 'I know no country, project or summit by that name.',
    differentKinds: 'Only two of a kind can be compared: two countries, two projects or two summits.',
    same: 'These are one and the same. Choose two different ones.',
  },
  fact: {
    another: 'Another',
    open: 'Read on',
    none: 'My dataset holds no fact of this topic.',
  },
  source: {
    title: 'Source',
    all: 'Sources',
    browse: 'All sources',
    count: sources => (sources === 1 ? 'One source, newest first.' : `${sources} sources, newest first.`),
    backs: 'My dataset rests this on it:',
    backsNothing: 'Nothing in my dataset rests on it.',
    unknown: 'I know no source with these words in its title or publisher.',
  },
  changes: {
    title: 'What changed in the dataset',
    all: 'All changes',
    nothing: date => `Nothing has changed since then; the dataset is of ${date}.`,
    badSince: 'I expected a version of the dataset, such as 1.0.0, or a day, such as 2026-11-01.',
  },
  help: {
    title: 'Caravanserai',
    lead: 'I answer from a curated dataset on the China-Central Asia Summit, always with the source and the date. What I do not know, I say so.',
    messageCommand: name =>
      `In a message’s menu, under Apps: **${name}** answers the question in the message, or finds what it names.`,
    moderators: 'For moderators',
    privacy:
      'I read no messages. What you set, you can delete in `/preferences`; a question I keep for a day, unless you have it forgotten.',
  },
  mentioned: {
    title: 'Named in the message',
    lead: 'From my dataset:',
    none: 'I found no name in this message that my dataset knows, and no question that it answers. It holds:',
  },
  ask: {
    verdict: { yes: 'Yes', no: 'No' },
    among: { yes: name => `Yes. ${name} is among them.`, no: name => `No. ${name} is not among them.` },
    years: count => (count === 1 ? '1 year' : `${count} years`),
    days: count => (count === 1 ? '1 day' : `${count} days`),
    lessThanAYear: 'Less than a year',
    between: (from, to) => ` (${from} – ${to})`,
    andMore: (names, more) => (more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')),
    change: (from, to) => `from ${from} to ${to}`,
    declined: {
      unknown: {
        title: 'Not in my dataset',
        lead: 'I don’t know that one. Ask me about the summits, the six countries, their principles, documents and projects.',
      },
      opinion: {
        title: 'I take no sides',
        lead: 'I hold no opinions, only facts with their sources and what each side says. Ask me when, where, who, how long or how much.',
      },
      bait: {
        title: 'That is not for me',
        lead: 'I only answer from my dataset: ask me about the summits, the six countries, their principles, documents and projects.',
      },
      empty: {
        title: 'What would you like to know?',
        lead: 'Ask me about a summit, a country, a principle, a document or a project, for instance what the capital of Kazakhstan is.',
      },
    },
    notHeld: (property, entity, question) =>
      isNoun(property) ? `I have no ${uncapitalised(property)} for ${entity}.` : `I have no answer to “${question}”`,
    nearest: 'The nearest that I do know:',
    choose: 'Choose a question …',
    notMeant: 'Not what I meant',
    backToAnswer: 'Back to the answer',
    forget: 'Forget my question',
    forgotten: 'I have deleted your question. The other buttons under the answer still lead to what it names.',
    onlyAskerForgets: 'Only the person who asked can have the question forgotten.',
    askAgain: 'I no longer have that question: I keep one for a day, or until it is forgotten. Please ask again.',
    candidates: {
      title: 'What did you mean?',
      lead: 'These are the nearest answers I have. Choose one, or ask again in other words.',
      none: 'I have nothing nearer. Please ask again in other words.',
    },
    report: 'Report',
    reporting: {
      title: 'What is wrong with the answer?',
      lead: 'The curators of the dataset will see the answer, your reason and, while I still have it, the question. They will not see who you are.',
      choose: 'Choose a reason …',
      thanks: 'Thank you. The curators will look at it.',
    },
    reasons: {
      wrong: 'The answer is wrong',
      outdated: 'It is out of date',
      misunderstood: 'It answers another question',
      'should-know': 'You should know more here',
      'one-sided': 'It tells one side only',
      language: 'The wording or the translation is bad',
      other: 'Something else',
    },
  },
  timeline: {
    title: 'Timeline',
    nothing: 'Nothing in my dataset has a date under these filters.',
    noneIn: year => `Nothing in my dataset is dated ${year} under these filters. The nearest year that has something:`,
    chooseYear: 'Another year …',
    allTopics: 'All topics',
  },
  refusals: {
    oldComponent: 'This button comes from an older version of me. Please ask again.',
    notModerator: 'Only people with **Manage Server** or the moderator role from `/settings` can use this.',
    notInServer: 'This works in servers only.',
    roleNeedsManageServer: 'Only people with **Manage Server** can change the moderator role.',
    broken: reference => `Something went wrong on my side. If you report it, please name the number ${reference}.`,
  },
  settings: {
    serverTitle: 'Settings of this server',
    channelTitle: channel => `Settings of ${channel}`,
    personTitle: 'Your preferences',
    lead: {
      server: 'They hold in every channel that has no setting of its own.',
      channel: 'They hold in this channel, before the server’s.',
      person: 'They hold for answers that only you see, and for public ones where the place has no setting.',
    },
    names: {
      language: 'Language',
      visibility: 'Answers',
      detail: 'Detail',
      layout: 'Layout',
      moderatorRole: 'Moderator role',
    },
    visibility: { public: 'for everyone', private: 'only for the one who asks' },
    detail: { short: 'short', full: 'full' },
    layout: { rich: 'with frames and signs', text: 'text only' },
    origin: {
      server: 'set for the server',
      channel: 'set for the channel',
      person: 'set by you',
      discord: 'from Discord’s language',
      'built-in': 'default',
    },
    line: (name, value, origin) => `**${name}:** ${value} (${origin})`,
    option: (name, value) => `${name}: ${value}`,
    unset: 'Not set here',
    noRole: 'none',
    choose: name => `${name} …`,
    reset: 'Delete all that is set here',
    resetDone: 'Deleted. The defaults are in force again.',
  },
}

export default en
