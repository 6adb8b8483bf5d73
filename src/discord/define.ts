/** How a command is declared: one default export a file. Types only, and the few functions that make them; nothing here talks to Discord. */
import type { AskIndex } from '../knowledge/ask/ask-index.ts'
import type { Knowledge } from '../knowledge/model.ts'
import type { NameIndex } from '../knowledge/name-index.ts'
import type { Words } from '../locales/en.ts'
import type { Asked } from '../stores/asked.ts'
import type { Given } from '../stores/in-force.ts'
import type { Preferences } from '../stores/preferences.ts'
import type { Reports } from '../stores/reports.ts'
import type { Component } from '../views/component.ts'
import type { Layout } from '../views/page.ts'
import type { View } from '../views/view.ts'

export interface Suggestion {
  /** What the person sees; cut to Discord's 100 characters when delivered. */
  readonly name: string
  readonly value: string
}

export type Suggest = (typed: string, ask: Ask) => readonly Suggestion[]

/** `T` is what the command's `run` receives; it exists for the compiler alone. */
export interface Option<T> {
  readonly type: 'text' | 'whole' | 'flag' | 'channel'
  readonly about: string
  readonly required: boolean
  readonly maxLength?: number
  readonly least?: number
  readonly most?: number
  /** A fixed list, in Discord's own menu; at most 25, with their words in a language. */
  readonly choices?: readonly string[]
  readonly choiceWords?: (words: Words) => Readonly<Record<string, string>>
  readonly suggest?: Suggest
  readonly receives?: T
}

export const text = (about: string, more: { maxLength?: number; suggest?: Suggest } = {}): Option<string> => ({
  type: 'text',
  about,
  required: true,
  ...more,
})

export const flag = (about: string): Option<boolean> => ({ type: 'flag', about, required: true })

/** One of a fixed list; the words of each in every language. */
export const choice = <const C extends string>(
  about: string,
  choices: readonly C[],
  choiceWords: (words: Words) => Readonly<Record<C, string>>,
): Option<C> => ({ type: 'text', about, required: true, choices, choiceWords })

export const whole = (about: string, { least, most }: { least: number; most: number }): Option<number> => ({
  type: 'whole',
  about,
  required: true,
  least,
  most,
})

/** A channel of this server that people write in; the command receives its id. */
export const channel = (about: string): Option<string> => ({ type: 'channel', about, required: true })

export const optional = <T>(option: Option<T>): Option<T | undefined> => ({ ...option, required: false })

export type Options = Readonly<Record<string, Option<unknown>>>
export type Args<O> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

/** What a run may know of the one who asks and of where, and the few things it may use. */
export interface Ask {
  readonly person: {
    readonly id: string
    /** The language of their Discord client, a Discord locale. */
    readonly locale: string
    /** Has Manage Server here; false outside servers. */
    readonly managesServer: boolean
    readonly roles: readonly string[]
  }
  readonly place: {
    /** The channel whose settings hold: a thread's parent. */
    readonly channel?: string
    /** Absent in direct messages and wherever the app was only installed by the person. */
    readonly server?: string
  }
  readonly private: boolean
  /** Of a press: the message is the answer to the person's own command or press. True for everything else. */
  readonly own: boolean
  /** The same for an answer that only the person sees, in their language: for a view that is private whatever was chosen. */
  readonly alone: Ask
  readonly language: string
  readonly words: Words
  readonly layout: Layout
  readonly detail: 'short' | 'full'
  /** What is set for this server, channel and person, before anything is derived from it. */
  readonly given: Given
  readonly knowledge: Knowledge
  readonly names: NameIndex
  readonly asking: AskIndex
  readonly preferences: Preferences
  readonly asked: Asked
  readonly reports: Reports
  /** What there is to use, in the language of the answer. */
  readonly guide: Guide
  /** Every language there are words for, by its tag. */
  readonly languages: ReadonlyMap<string, Words>
}

/** The commands as `/help` tells of them. */
export interface Guide {
  readonly commands: readonly {
    readonly name: string
    /** What the language calls it, as its examples do. */
    readonly ownName: string
    readonly about: string
    readonly examples: readonly string[]
    readonly who: 'anyone' | 'moderators'
    readonly where: 'anywhere' | 'servers'
    /** Discord's id of the command, by which a message can hold a link to it. */
    readonly id?: string
  }[]
  /** Names of the commands in a message's menu. */
  readonly onMessages: readonly string[]
}

/** A button or select and what pressing it does. `chosen` holds a select's values, and is empty for a button. */
export interface Press {
  readonly component: string
  /** `moderators`: Manage Server or the server's moderator role, checked at every press. */
  readonly who: 'anyone' | 'moderators'
  /** Undefined when the id is of another version. */
  readonly run: (customId: string, chosen: readonly string[], ask: Ask) => View | Promise<View> | undefined
}

export function press<Values>(
  component: Component<Values>,
  run: (values: Values, chosen: readonly string[], ask: Ask) => View | Promise<View>,
  who: Press['who'] = 'anyone',
): Press {
  return {
    component: component.name,
    who,
    run: (customId, chosen, ask) => {
      const values = component.read(customId, ask.own)
      return values && run(values, chosen, ask)
    },
  }
}

interface Declaration<O extends Options> {
  /** Lower case, as Discord writes it; also the name of its file. */
  readonly name: string
  readonly about: string
  readonly options: O
  /** `anywhere`: servers, direct messages and user installs. */
  readonly where: 'anywhere' | 'servers'
  /** `moderators`: Discord shows it to those with Manage Server, unless a server decides otherwise in its Integrations page. */
  readonly who: 'anyone' | 'moderators'
  /** `chosen`: by the option `private`, which is then added, else by preference. */
  readonly visibility: 'chosen' | 'private'
  /** What to type after the name, as it works when copied; shown by `/help`. */
  readonly examples?: readonly string[]
  readonly presses?: readonly Press[]
  readonly run: (args: Args<O>, ask: Ask) => View | Promise<View>
}

interface MessageDeclaration {
  /** As the menu shows it; its file is named like it, in kebab-case. */
  readonly name: string
  /** For `/help`; Discord shows no description of it. */
  readonly about: string
  /** Only the one who chose it sees the answer. `content` is the text of the message, which Discord sends along with the choice. */
  readonly onMessage: (content: string, ask: Ask) => View | Promise<View>
  readonly presses?: readonly Press[]
}

/** A command in the menu of a message, for servers, direct messages and user installs. */
export type MessageCommand = MessageDeclaration

export const defineMessageCommand = (declaration: MessageDeclaration): MessageCommand => declaration

/** A command as the router holds it: its arguments' types were checked where it was declared. */
export type Command = Declaration<Options>

export function defineCommand<const O extends Options>(declaration: Declaration<O>): Command {
  // The router reads the arguments by the same declaration, so the narrower parameter is what it passes.
  return declaration as unknown as Command
}
