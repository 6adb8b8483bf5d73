/** Registering commands: what is refused, what Discord fills in and leaves out, and who is offered what. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { including } from './expectations.ts'
import { faultsIn, type Send, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send
let path: string

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
  path = `/applications/${discord.applicationId}/commands`
})
afterAll(() => discord.close())
beforeEach(async () => {
  // A new day for each, so that the daily limit of creates meets only its own test.
  await discord.turnClock('1d')
  await send('PUT', path, [])
})

const command = (more: object = {}): object => ({ name: 'ask', description: 'Asks', ...more })
const option = (more: object = {}): object => ({ type: 3, name: 'name', description: 'Which', ...more })
const many = (count: number, make: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => make(index))

describe('a command is refused', () => {
  test.each([
    {
      rule: 'capital letters',
      refused: command({ name: 'Ask' }),
      fault: 'name APPLICATION_COMMAND_INVALID_NAME',
      allowed: command({ name: 'факт-1' }),
    },
    {
      rule: 'spaces in names',
      refused: command({ name: 'ask me' }),
      fault: 'name APPLICATION_COMMAND_INVALID_NAME',
      allowed: command({ name: '知识' }),
    },
    {
      rule: 'names over 32',
      refused: command({ name: 'a'.repeat(33) }),
      fault: 'name BASE_TYPE_BAD_LENGTH',
      allowed: command({ name: 'a'.repeat(32) }),
    },
    {
      rule: 'capital letters in localised names',
      refused: command({ name_localizations: { ru: 'Факт' } }),
      fault: 'name_localizations.ru APPLICATION_COMMAND_INVALID_NAME',
      allowed: command({ name_localizations: { ru: 'факт' } }),
    },
    {
      rule: 'locales that Discord lacks',
      refused: command({ name_localizations: { kk: 'сұрақ' } }),
      fault: 'name_localizations.kk ENUM_TYPE_COERCE',
      allowed: command({ name_localizations: { 'zh-CN': '问' } }),
    },
    {
      rule: 'no description',
      refused: command({ description: '' }),
      fault: 'description BASE_TYPE_REQUIRED',
      allowed: command(),
    },
    {
      rule: 'descriptions over 100',
      refused: command({ description: 'x'.repeat(101) }),
      fault: 'description BASE_TYPE_MAX_LENGTH',
      allowed: command({ description: 'x'.repeat(100) }),
    },
    {
      rule: 'localised descriptions over 100',
      refused: command({ description_localizations: { ru: 'x'.repeat(101) } }),
      fault: 'description_localizations.ru BASE_TYPE_BAD_LENGTH',
      allowed: command({ description_localizations: { ru: 'x'.repeat(100) } }),
    },
    {
      rule: 'over 25 options',
      refused: command({ options: many(26, index => option({ name: `o${index}` })) }),
      fault: 'options BASE_TYPE_MAX_LENGTH',
      allowed: command({ options: many(25, index => option({ name: `o${index}` })) }),
    },
    {
      rule: 'required after optional',
      refused: command({ options: [option({ name: 'a' }), option({ name: 'b', required: true })] }),
      fault: 'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      allowed: command({ options: [option({ name: 'b', required: true }), option({ name: 'a' })] }),
    },
    {
      rule: 'two options of a name',
      refused: command({ options: [option(), option()] }),
      fault: 'options.1.name APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
      allowed: command({ options: [option()] }),
    },
    {
      rule: 'sub-commands beside options',
      refused: command({ options: [{ type: 1, name: 'a', description: 'A' }, option()] }),
      fault: 'options.1.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      allowed: command({ options: [{ type: 1, name: 'a', description: 'A', options: [option()] }] }),
    },
    {
      rule: 'options without a description',
      refused: command({ options: [option({ description: ' ' })] }),
      fault: 'options.0.description BASE_TYPE_REQUIRED',
      allowed: command({ options: [option()] }),
    },
    {
      rule: 'groups without sub-commands',
      refused: command({ options: [{ type: 2, name: 'group', description: 'G' }] }),
      fault: 'options.0.options BASE_TYPE_REQUIRED',
      allowed: command({
        options: [{ type: 2, name: 'group', description: 'G', options: [{ type: 1, name: 'one', description: 'O' }] }],
      }),
    },
    {
      rule: 'groups inside groups',
      refused: command({
        options: [{ type: 2, name: 'group', description: 'G', options: [{ type: 2, name: 'one', description: 'O' }] }],
      }),
      fault: 'options.0.options.0.type BASE_TYPE_CHOICES',
      allowed: command({
        options: [{ type: 2, name: 'group', description: 'G', options: [{ type: 1, name: 'one', description: 'O' }] }],
      }),
    },
    {
      rule: 'over 25 choices',
      refused: command({
        options: [option({ choices: many(26, index => ({ name: `${index}`, value: `${index}` })) })],
      }),
      fault: 'options.0.choices BASE_TYPE_MAX_LENGTH',
      allowed: command({
        options: [option({ choices: many(25, index => ({ name: `${index}`, value: `${index}` })) })],
      }),
    },
    {
      rule: 'choices with autocomplete',
      refused: command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      fault: 'options.0.autocomplete APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      allowed: command({ options: [option({ autocomplete: true })] }),
    },
    {
      rule: 'choice names over 100',
      refused: command({ options: [option({ choices: [{ name: 'x'.repeat(101), value: 'a' }] })] }),
      fault: 'options.0.choices.0.name BASE_TYPE_BAD_LENGTH',
      allowed: command({ options: [option({ choices: [{ name: 'x'.repeat(100), value: 'a' }] })] }),
    },
    {
      rule: 'choice values over 100',
      refused: command({ options: [option({ choices: [{ name: 'a', value: 'x'.repeat(101) }] })] }),
      fault: 'options.0.choices.0.value BASE_TYPE_BAD_LENGTH',
      allowed: command({ options: [option({ choices: [{ name: 'a', value: 'x'.repeat(100) }] })] }),
    },
    {
      rule: 'choices of a name',
      refused: command({
        options: [
          option({
            choices: [
              { name: 'a', value: 'a' },
              { name: 'a', value: 'b' },
            ],
          }),
        ],
      }),
      fault: 'options.0.choices.1.name APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED',
      allowed: command({
        options: [
          option({
            choices: [
              { name: 'a', value: 'a' },
              { name: 'b', value: 'b' },
            ],
          }),
        ],
      }),
    },
    {
      rule: 'text as a number',
      refused: command({ options: [option({ type: 4, choices: [{ name: 'a', value: 'a' }] })] }),
      fault: 'options.0.choices.0.value NUMBER_TYPE_COERCE',
      allowed: command({ options: [option({ type: 4, choices: [{ name: 'a', value: 1 }] })] }),
    },
    {
      rule: 'bounds the wrong way',
      refused: command({ options: [option({ type: 4, min_value: 2, max_value: 1 })] }),
      fault: 'options.0.min_value APPLICATION_COMMAND_OPTION_MIN_VALUE_TOO_LARGE',
      allowed: command({ options: [option({ type: 4, min_value: 1, max_value: 1 })] }),
    },
    {
      rule: 'lengths the wrong way',
      refused: command({ options: [option({ min_length: 2, max_length: 1 })] }),
      fault: 'options.0.min_length APPLICATION_COMMAND_OPTION_MIN_LENGTH_TOO_LARGE',
      allowed: command({ options: [option({ min_length: 1, max_length: 1 })] }),
    },
    {
      rule: 'context menus with descriptions',
      refused: { name: 'Look this up', type: 3, description: 'x' },
      fault: 'description APPLICATION_COMMAND_INVALID_DESCRIPTION',
      allowed: { name: 'Look this up', type: 3 },
    },
    {
      rule: 'context menus with options',
      refused: { name: 'Look this up', type: 3, options: [option()] },
      fault: 'options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
      allowed: { name: 'Look this up', type: 3, options: [] },
    },
    {
      rule: 'permissions that are no bit set',
      refused: command({ default_member_permissions: 'many' }),
      fault: 'default_member_permissions NUMBER_TYPE_COERCE',
      allowed: command({ default_member_permissions: '32' }),
    },
    {
      rule: 'unknown contexts',
      refused: command({ contexts: [3] }),
      fault: 'contexts.0 BASE_TYPE_CHOICES',
      allowed: command({ contexts: [0, 1, 2] }),
    },
    {
      rule: 'unknown keys',
      refused: command({ private: true }),
      fault: 'private UNKNOWN_KEY',
      allowed: command({ nsfw: false }),
    },
  ])('$rule', async ({ refused, fault, allowed }) => {
    const no = await send('POST', path, refused)
    expect({ status: no.status, code: no.body['code'], faults: faultsIn(no.body) }).toEqual({
      status: 400,
      code: 50035,
      faults: including(fault),
    })
    expect((await send('POST', path, allowed)).status).toBe(201)
  })

  test('over 8,000 characters, the longest localisation counted', async () => {
    const choices = (length: number): object[] =>
      many(25, index => ({ name: `${index}`.padEnd(100, 'n'), value: `${index}`.padEnd(length, 'v') }))
    // 'ask' and 'Asks', 5,000 and 2,950 characters of choices, two options with 'Which': 7,969.
    const body = (localised: object): object =>
      command({
        options: [
          option({ name: 'a', choices: choices(100) }),
          option({ name: 'b', choices: choices(18), ...localised }),
        ],
      })
    expect((await send('POST', path, body({}))).status).toBe(201)
    const russian = (length: number): object => ({ description_localizations: { ru: 'р'.repeat(length), tr: 'x' } })
    expect((await send('POST', path, body(russian(36)))).status).toBe(200)
    expect(faultsIn((await send('POST', path, body(russian(37)))).body)).toEqual([' APPLICATION_COMMAND_TOO_LARGE'])
  })

  test('beyond 100 slash commands, 15 of a context menu, two of a name', async () => {
    const slash = many(101, index => command({ name: `c${index}` }))
    expect(faultsIn((await send('PUT', path, slash)).body)).toContain(' APPLICATION_COMMANDS_MAXIMUM')
    expect((await send('PUT', path, slash.slice(1))).status).toBe(200)
    expect(await send('POST', path, command({ name: 'one-more' }))).toMatchObject({
      status: 400,
      body: { code: 30032 },
    })
    const menu = many(16, index => ({ name: `M${index}`, type: 3 }))
    expect(faultsIn((await send('PUT', path, menu)).body)).toContain(' APPLICATION_COMMANDS_MAXIMUM')
    expect(faultsIn((await send('PUT', path, [command(), command()])).body)).toEqual([
      '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
    ])
  })

  test('the two hundred and first create of a day', async () => {
    const batch = (from: number): object[] => many(100, index => command({ name: `c${from + index}` }))
    expect((await send('PUT', path, batch(0))).status).toBe(200)
    expect((await send('PUT', path, batch(100))).status).toBe(200)
    expect((await send('PUT', path, batch(100))).status).toBe(200)
    expect(await send('PUT', path, batch(200))).toMatchObject({ status: 429, body: { code: 30034 } })
    await discord.turnClock('1d')
    expect((await send('PUT', path, batch(200))).status).toBe(200)
  })

  test('for another application or server', async () => {
    expect((await send('GET', '/applications/1/commands')).body['code']).toBe(10002)
    expect((await send('GET', `/applications/${discord.applicationId}/guilds/1/commands`)).body['code']).toBe(10004)
    const elsewhere = discord.server('Elsewhere').id
    expect(
      (await send('GET', `/applications/${discord.applicationId}/guilds/${elsewhere}/commands`)).body['code'],
    ).toBe(50001)
    expect((await send('GET', `${path}/1`)).body['code']).toBe(10063)
    const home = `/applications/${discord.applicationId}/guilds/${discord.server().id}/commands`
    expect((await send('GET', `${home}/1/permissions`)).body['code']).toBe(10066)
  })

  test('as a list that is none', async () => {
    expect(faultsIn((await send('PUT', path, command())).body)).toEqual([' LIST_TYPE_CONVERT'])
  })
})

describe('what is given back', () => {
  test('has the defaults filled in, and localisations only when asked for', async () => {
    const localised = command({
      name_localizations: { ru: 'спросить' },
      options: [
        option({
          required: false,
          name_localizations: { ru: 'имя' },
          choices: [{ name: 'a', value: 'a', name_localizations: { ru: 'а' } }],
        }),
      ],
    })
    const { body } = await send('POST', path, localised)
    expect(body).toMatchObject({
      type: 1,
      default_member_permissions: null,
      contexts: null,
      integration_types: [0],
      dm_permission: true,
      nsfw: false,
      name_localizations: { ru: 'спросить' },
    })
    const listed = Object.values((await send('GET', path)).body)[0]
    expect(JSON.stringify(listed)).not.toContain('localizations')
    expect((listed as { options: object[] }).options).toEqual([
      { type: 3, name: 'name', description: 'Which', choices: [{ name: 'a', value: 'a' }] },
    ])
    const whole = Object.values((await send('GET', `${path}?with_localizations=true`)).body)[0]
    expect(whole).toMatchObject({
      name_localizations: { ru: 'спросить' },
      description_localizations: null,
      options: [{ name_localizations: { ru: 'имя' } }],
    })
  })

  test('keeps id and version of what is the same, and the id of what changed', async () => {
    const first = Object.values((await send('PUT', path, [command()])).body)[0] as { id: string; version: string }
    const same = Object.values((await send('PUT', path, [command({ options: [] })])).body)[0]
    expect(same).toMatchObject({ id: first.id, version: first.version })
    const changed = Object.values((await send('PUT', path, [command({ description: 'Other' })])).body)[0] as {
      id: string
      version: string
    }
    expect(changed.id).toBe(first.id)
    expect(changed.version).not.toBe(first.version)
  })

  test('follows a change, and a deleted one is gone', async () => {
    const { body } = await send('POST', path, command())
    const one = `${path}/${String(body['id'])}`
    expect((await send('PATCH', one, { description: 'Other' })).body['description']).toBe('Other')
    expect((await send('DELETE', one)).status).toBe(204)
    expect((await send('GET', one)).body['code']).toBe(10063)
  })
})

describe('who is offered what', () => {
  test('contexts, kinds of install, and a command of the server before a global one', async () => {
    await send('PUT', path, [
      command({ name: 'here', contexts: [0] }),
      command({ name: 'dm', contexts: [1] }),
      command({ name: 'own', integration_types: [1], contexts: [0, 1, 2] }),
      command({ name: 'both', integration_types: [0, 1], contexts: [0, 1, 2] }),
    ])
    const ada = discord.person('ada')
    const nora = discord.person('nora')
    expect(ada.commands({ in: 'general' })).toEqual(['/here', '/both'])
    expect(ada.commands({ in: 'dm' })).toEqual(['/dm', '/both'])
    expect(nora.commands()).toEqual(['/own', '/both'])
    expect(nora.commands({ in: nora.privateChannelWith(ada) })).toEqual(['/own', '/both'])
    ada.goTo(discord.channel('general'))
    const home = discord.server().id
    await send(
      'POST',
      `/applications/${discord.applicationId}/guilds/${home}/commands`,
      command({ name: 'here', description: "The server's own" }),
    )
    expect(ada.commands()).toEqual(['/here', '/both'])
    await send('PUT', `/applications/${discord.applicationId}/guilds/${home}/commands`, [])
  })

  test('default_member_permissions, which a server may change for roles, people and channels', async () => {
    await send('PUT', path, [
      command({ name: 'daily', default_member_permissions: '32' }),
      command({ name: 'locked', default_member_permissions: '0' }),
    ])
    const offers = (name: string, where: object = { in: discord.channel('general') }): string[] =>
      discord.person(name).commands(where)
    expect(offers('ada')).toEqual([])
    expect(offers('grace')).toEqual(['/daily'])
    expect(offers('omar')).toEqual(['/daily', '/locked'])
    const home = discord.server()
    home.giveRole('ada', 'daily readers')
    home.setCommandPermissions('/daily', [
      { for: 'daily readers', allow: true },
      { for: 'grace', allow: false },
    ])
    expect(offers('ada')).toEqual(['/daily'])
    expect(offers('grace')).toEqual([])
    home.setCommandPermissions('/daily', [
      { for: 'daily readers', allow: true },
      { for: '#general', allow: false },
    ])
    expect(offers('ada')).toEqual([])
    expect(offers('ada', { in: discord.channel('quiz') })).toEqual(['/daily'])
    home.setCommandPermissions('/daily', [])
    home.takeRole('ada', 'daily readers')
    expect(offers('ada')).toEqual([])
  })

  test('nothing without Use Application Commands', async () => {
    await send('PUT', path, [command()])
    discord.channel('quiz').setPermissions('ada', { deny: ['USE_APPLICATION_COMMANDS'] })
    expect(discord.person('ada').commands({ in: discord.channel('quiz') })).toEqual([])
    expect(discord.person('boris').commands({ in: discord.channel('quiz') })).toEqual(['/ask'])
  })
})
