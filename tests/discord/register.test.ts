/** What is told to Discord of the commands, and when two tellings are the same. The writing itself is tried in tests/e2e. */
import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, describe as suite, test } from 'vitest'
import { loadCommands } from '../../src/discord/load-commands.ts'
import { missingWords } from '../../src/discord/missing-words.ts'
import { describe, fingerprint } from '../../src/discord/register.ts'
import { loadLanguages } from '../../src/locales/load.ts'

const { slash, onMessages } = await loadCommands()
const languages = await loadLanguages()
const described = [...slash.values()].map(command => describe(command, languages))
const named = (name: string) => {
  const found = described.find(command => command.name === name)
  if (!found) throw new Error(`no command ${name}`)
  return found
}

suite('the description of a command', () => {
  test('stands in all three languages', () => {
    const { name_localizations: names, description_localizations: abouts, options } = named('country')
    expect(names).toEqual({ ru: 'страна', 'zh-CN': '国家' })
    expect(Object.keys(abouts ?? {})).toEqual(['ru', 'zh-CN'])
    expect(options?.map(({ name, name_localizations: other }) => [name, other?.ru])).toEqual([
      ['name', 'название'],
      ['section', 'раздел'],
      ['private', 'скрыто'],
    ])
  })

  test('works in servers, in direct messages and for those who installed it for themselves, where it may', () => {
    expect(named('country')).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(named('settings')).toMatchObject({
      contexts: [InteractionContextType.Guild],
      integration_types: [0],
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    })
  })

  test.each(['ru', 'zh-CN'])('lacks no words in %s', tag => {
    const language = languages.get(tag)
    if (!language) throw new Error(tag)
    expect(missingWords({ slash, onMessages }, language)).toEqual([])
  })
})

suite('the fingerprint', () => {
  /** As Discord answers: with ids, defaults and empties filled in, the set-like lists and the keys in an order of its own. */
  const asDiscordAnswers = (commands: typeof described) =>
    commands.toReversed().map(({ integration_types: types, contexts, ...command }, index) => ({
      id: `10000000000000000${index}`,
      application_id: '1',
      version: '2',
      nsfw: false,
      dm_permission: true,
      ...command,
      default_member_permissions: command.default_member_permissions ?? null,
      contexts: contexts?.toReversed() ?? null,
      integration_types: types?.toReversed(),
      options: command.options?.map(option => ({ ...option, required: option.required ? true : undefined })),
      type: 1,
    }))

  test('is the same for what Discord makes of it', () => {
    expect(fingerprint(asDiscordAnswers(described))).toBe(fingerprint(described))
  })

  test.each<[string, (command: (typeof described)[number]) => object]>([
    ['a description', command => ({ ...command, description: 'another' })],
    [
      'a localisation',
      command => ({ ...command, name_localizations: { ...command.name_localizations, ru: 'другое' } }),
    ],
    ['one less localisation', command => ({ ...command, name_localizations: {} })],
    ['the order of options', command => ({ ...command, options: command.options?.toReversed() })],
    ['who may', command => ({ ...command, default_member_permissions: '8' })],
    ['where', command => ({ ...command, contexts: [0] })],
    [
      'an option’s suggestions',
      command => ({ ...command, options: command.options?.map(option => ({ ...option, autocomplete: false })) }),
    ],
  ])('differs with %s', (_, change) => {
    const [first, ...rest] = described.toSorted((one, other) =>
      one.name === 'country' ? -1 : other.name === 'country' ? 1 : 0,
    )
    if (!first) throw new Error('no command')
    expect(fingerprint([change(first), ...rest])).not.toBe(fingerprint(described))
  })

  test('differs with a command more or less', () => {
    expect(fingerprint(described.slice(1))).not.toBe(fingerprint(described))
  })
})
