/** From an interaction to the command or press that is meant, and from its result to the delivery. The one place where errors become words. */
import { randomUUID } from 'node:crypto'
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { AskIndex } from '../knowledge/ask/ask-index.ts'
import type { Knowledge } from '../knowledge/model.ts'
import type { NameIndex } from '../knowledge/name-index.ts'
import en, { type Words } from '../locales/en.ts'
import type { Log } from '../runtime/log.ts'
import type { Asked } from '../stores/asked.ts'
import { detailInForce, type Given, languageInForce, layoutInForce, visibilityInForce } from '../stores/in-force.ts'
import type { Preferences, Scope, SettingsOf } from '../stores/preferences.ts'
import type { Reports } from '../stores/reports.ts'
import { componentName } from '../views/component.ts'
import { Refusal, refusalPage } from '../views/refusal.ts'
import type { View } from '../views/view.ts'
import type { Ask, Guide, Press, Suggest, Suggestion } from './define.ts'
import type { Deliver } from './deliver.ts'
import type { Commands } from './load-commands.ts'
import { type Asker, readAsker } from './read-ask.ts'
import { readFocused, readOptions } from './read-options.ts'
import { privateOption } from './register.ts'

export interface RouterParts {
  readonly commands: Commands
  readonly languages: ReadonlyMap<string, Words>
  /** What there is to use, in a language; asked when needed, because the commands' ids come with their registration. */
  readonly guide: (language: string) => Guide
  readonly knowledge: Knowledge
  readonly names: NameIndex
  /** Made when it is needed first. */
  readonly asking: () => AskIndex
  readonly preferences: Preferences
  readonly asked: Asked
  readonly reports: Reports
  readonly deliver: Deliver
  readonly log: Log
}

export interface Router {
  /** Never rejects: whatever goes wrong is answered or logged here. */
  readonly take: (interaction: APIInteraction) => Promise<void>
  /** Resolves when every interaction taken so far is answered. */
  readonly idle: () => Promise<void>
}

export function createRouter(parts: RouterParts): Router {
  const { commands, languages, guide, knowledge, names, asking, preferences, asked, reports, deliver, log } = parts
  const tags = [...languages.keys()]
  const underWay = new Set<Promise<void>>()

  async function givenFor({ person, place, serverLocale }: Asker): Promise<Given> {
    const ids = {
      person: person.id,
      ...(place.server === undefined ? {} : { server: place.server, channel: place.channel }),
    }
    // One record that cannot be read must not silence the bot for its person or its server: that one is taken as unset, and left as it is.
    const set = await preferences.readAll(ids).catch(() => oneByOne(ids))
    return { ...set, personLocale: person.locale, ...(serverLocale === undefined ? {} : { serverLocale }) }
  }

  async function oneByOne(ids: { readonly [S in Scope]?: string | undefined }): Promise<SettingsOf> {
    const read = async <S extends Scope>(scope: S): Promise<SettingsOf[S]> => {
      const id = ids[scope]
      if (id === undefined) return {}
      return preferences.read(scope, id).catch((error: unknown) => {
        log.error('settings cannot be read and are taken as unset', { scope, id, error })
        return {}
      })
    }
    return { server: await read('server'), channel: await read('channel'), person: await read('person') }
  }

  /** As `givenFor`; when the store fails, the person is told so and nothing more is done. */
  async function givenOrTold(asker: Asker, interaction: APIInteraction): Promise<Given | undefined> {
    try {
      return await givenFor(asker)
    } catch (error) {
      const unset: Given = { server: {}, channel: {}, person: {}, personLocale: asker.person.locale }
      const { words } = askOf(asker, unset, true)
      const work = (): View => whatFailed(error, words, interaction)
      await deliver.view(interaction, { private: true, inPlace: false, work })
      return undefined
    }
  }

  function askOf({ person, place }: Asker, given: Given, isPrivate: boolean, own = true): Ask {
    const language = languageInForce(given, isPrivate, tags).value
    return {
      person,
      place,
      private: isPrivate,
      own,
      language,
      words: languages.get(language) ?? en,
      layout: layoutInForce(given, isPrivate).value,
      detail: detailInForce(given, isPrivate).value,
      given,
      knowledge,
      names,
      preferences,
      asked,
      reports,
      get alone() {
        return isPrivate ? this : askOf({ person, place }, given, true, own)
      },
      get asking() {
        return asking()
      },
      get guide() {
        return guide(language)
      },
      languages,
    }
  }

  /** A refusal in its words; anything else as a number, under which the log has it. */
  function whatFailed(error: unknown, words: Words, { id, type }: APIInteraction): View {
    if (error instanceof Refusal) return refusalPage(error.say(words))
    const reference = randomUUID().slice(0, 8)
    log.error('an interaction failed', { reference, interaction: id, type, error })
    return refusalPage(words.refusals.broken(reference))
  }

  /** The work's view, or what its failure means to the person. */
  function guarded(words: Words, interaction: APIInteraction, work: () => View | Promise<View>): View | Promise<View> {
    const failed = (error: unknown): View => whatFailed(error, words, interaction)
    try {
      const view = work()
      return view instanceof Promise ? view.catch(failed) : view
    } catch (error) {
      return failed(error)
    }
  }

  async function runCommand(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    const asker = readAsker(interaction)
    const command = commands.slash.get(interaction.data.name)
    const given = await givenOrTold(asker, interaction)
    if (!given) return
    const chosen = interaction.data.options?.find(({ name }) => name === privateOption)
    const isPrivate =
      command?.visibility === 'private' ||
      (chosen && 'value' in chosen ? chosen.value === true : visibilityInForce(given).value === 'private')
    const ask = askOf(asker, given, isPrivate)
    await deliver.view(interaction, {
      private: isPrivate,
      inPlace: false,
      work: () =>
        guarded(ask.alone.words, interaction, () => {
          // Discord may show a command for an hour after it is gone.
          if (!command) throw new Refusal(words => words.refusals.oldComponent)
          return command.run(readOptions(command.options, interaction.data.options), ask)
        }),
    })
  }

  async function runOnMessage(interaction: APIMessageApplicationCommandInteraction): Promise<void> {
    const asker = readAsker(interaction)
    const command = commands.onMessages.get(interaction.data.name)
    const given = await givenOrTold(asker, interaction)
    if (!given) return
    const ask = askOf(asker, given, true)
    const { messages } = interaction.data.resolved
    await deliver.view(interaction, {
      private: true,
      inPlace: false,
      work: () =>
        guarded(ask.alone.words, interaction, () => {
          if (!command) throw new Refusal(words => words.refusals.oldComponent)
          return command.onMessage(messages[interaction.data.target_id]?.content ?? '', ask)
        }),
    })
  }

  async function suggest(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const command = commands.slash.get(interaction.data.name)
    const focused = readFocused(interaction.data.options)
    const option = focused && command?.options[focused.name]
    if (!focused || !option?.suggest) return deliver.suggestions(interaction, [])
    await deliver.suggestions(interaction, await suggestions(readAsker(interaction), option.suggest, focused.typed))
  }

  /** None when anything fails: a box that stays empty is better than one that says it broke. */
  async function suggestions(asker: Asker, of: Suggest, typed: string): Promise<readonly Suggestion[]> {
    try {
      // Only the one who types sees them.
      return of(typed, askOf(asker, await givenFor(asker), true))
    } catch (error) {
      log.error('suggestions failed', { error })
      return []
    }
  }

  async function runPress(interaction: APIMessageComponentInteraction): Promise<void> {
    const asker = readAsker(interaction)
    const given = await givenOrTold(asker, interaction)
    if (!given) return
    const press = commands.pressByComponent.get(componentName(interaction.data.custom_id))
    const { message } = interaction
    const isPrivateMessage = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
    // Someone else's page stays as it is: what they press opens for the presser alone.
    const own = (message.interaction_metadata?.user.id ?? asker.person.id) === asker.person.id
    const isPrivate = isPrivateMessage || !own
    const ask = askOf(asker, given, isPrivate, own)
    await deliver.view(interaction, {
      private: isPrivate,
      inPlace: own,
      work: () =>
        guarded(ask.alone.words, interaction, () => {
          if (press && !mayPress(press, ask)) throw new Refusal(words => words.refusals.notModerator)
          const chosen = 'values' in interaction.data ? interaction.data.values : []
          const view = press?.run(interaction.data.custom_id, chosen, ask)
          if (!view) throw new Refusal(words => words.refusals.oldComponent)
          return view
        }),
    })
  }

  async function dispatch(interaction: APIInteraction): Promise<void> {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        if (interaction.data.type === ApplicationCommandType.ChatInput)
          await runCommand(interaction as APIChatInputApplicationCommandInteraction)
        if (interaction.data.type === ApplicationCommandType.Message)
          await runOnMessage(interaction as APIMessageApplicationCommandInteraction)
        return
      case InteractionType.ApplicationCommandAutocomplete:
        return suggest(interaction)
      case InteractionType.MessageComponent:
        return runPress(interaction)
      case InteractionType.ModalSubmit:
      case InteractionType.Ping:
        // Nothing of ours opens a modal, and pings come over HTTP only.
        log.warn('an interaction of an unexpected type', { type: interaction.type })
    }
  }

  async function take(interaction: APIInteraction): Promise<void> {
    try {
      await dispatch(interaction)
    } catch (error) {
      // The answer itself did not get through; the person sees Discord's own words.
      log.error('an answer was not delivered', { interaction: interaction.id, type: interaction.type, error })
    }
  }

  return {
    take: interaction => {
      const taken = take(interaction).finally(() => underWay.delete(taken))
      underWay.add(taken)
      return taken
    },
    idle: async () => {
      await Promise.all(underWay)
    },
  }
}

const mayPress = (press: Press, { person, given }: Ask): boolean =>
  press.who === 'anyone' ||
  person.managesServer ||
  (given.server.moderatorRole !== undefined && person.roles.includes(given.server.moderatorRole))
