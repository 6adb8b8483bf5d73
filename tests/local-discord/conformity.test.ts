/** What Local Discord answers is held against Discord's own description of answers, as strictly as what it is asked. */
import * as spec from 'discord-api-spec/zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { $ZodType } from 'zod/v4/core'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { compileSchema } from '../../local-discord/rules/bodies.ts'
import { newReport } from '../../local-discord/rules/issue.ts'
import { begin, registerCommands, type Send, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
  await registerCommands(send, discord)
})
afterAll(() => discord.close())

/** Faults of an answer, as `path: code`. */
function faults(schema: $ZodType, value: unknown): string[] {
  const to = newReport()
  compileSchema(schema)(value, to)
  return to.issues.map(one => `${one.path.join('.')}: ${one.code} ${one.message.slice(0, 60)}`)
}

const v2 = 1 << 15
const messages: Record<string, object> = {
  text: { content: 'x' },
  embeds: {
    embeds: [
      {
        title: 't',
        description: 'd',
        url: 'https://example.org',
        color: 5,
        fields: [{ name: 'n', value: 'v', inline: true }],
        footer: { text: 'f' },
        author: { name: 'a' },
      },
    ],
  },
  buttons: {
    content: 'x',
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 1, custom_id: 'a', label: 'A', emoji: { name: '🐫' } },
          { type: 2, style: 5, url: 'https://example.org', label: 'B' },
        ],
      },
    ],
  },
  selects: {
    content: 'x',
    components: [
      { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }] }] },
      { type: 1, components: [{ type: 8, custom_id: 'c', channel_types: [0] }] },
    ],
  },
  components: {
    flags: v2,
    components: [
      {
        type: 17,
        accent_color: 5,
        components: [
          {
            type: 9,
            components: [{ type: 10, content: 'x' }],
            accessory: { type: 11, media: { url: 'attachment://a.png' }, description: 'alt' },
          },
          { type: 14 },
          { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
        ],
      },
      { type: 13, file: { url: 'attachment://a.png' } },
    ],
  },
  poll: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } },
}

test.each(Object.entries(messages))('a message of %s', async (_, body) => {
  const { status, body: message } = await send('POST', `/channels/${discord.channel('general').id}/messages`, body, {
    files: [{ name: 'a.png', bytes: 'x' }],
  })
  expect(status).toBe(200)
  expect(faults(spec.MessageResponseSchema, message)).toEqual([])
})

test('an answer to an interaction, and what it replies to', async () => {
  const asked = begin(discord, () => discord.person('ada').slash('/ask'))
  const { body } = await send('POST', `${asked.callback}?with_response=true`, { type: 4, data: messages['buttons'] })
  expect(faults(spec.InteractionCallbackResponseSchema, body)).toEqual([])
  const reply = await asked.outcome
  const pressed = begin(discord, () => discord.person('ada').press('A', { on: reply }))
  await send('POST', pressed.callback, { type: 4, data: { content: 'y' } })
  expect(faults(spec.MessageResponseSchema, (await send('GET', `${pressed.webhook}/messages/@original`)).body)).toEqual(
    [],
  )
})

test('servers, roles, members, channels, threads, users, the application, the gateway, commands', async () => {
  const home = discord.server()
  const cases: [string, $ZodType][] = [
    [`/guilds/${home.id}`, spec.GuildResponseSchema],
    [`/guilds/${home.id}/members/${discord.applicationId}`, spec.GuildMemberResponseSchema],
    [`/guilds/${home.id}/roles`, spec.GuildRoleResponseSchema],
    ['/users/@me/guilds', spec.MyGuildResponseSchema],
    ['/users/@me', spec.UserPIIResponseSchema],
    [`/users/${discord.person('ada').id}`, spec.UserResponseSchema],
    ['/applications/@me', spec.PrivateApplicationResponseSchema],
    ['/gateway/bot', spec.GatewayBotResponseSchema],
    [`/applications/${discord.applicationId}/commands?with_localizations=true`, spec.ApplicationCommandResponseSchema],
    ...['general', 'announcements', 'questions', 'Reading room', 'Study'].map((name): [string, $ZodType] => [
      `/channels/${home.channel(name).id}`,
      spec.GuildChannelResponseSchema,
    ]),
    [`/channels/${home.channel('week-1').id}`, spec.ThreadResponseSchema],
  ]
  const found: Record<string, string[]> = {}
  for (const [path, schema] of cases) {
    const { status, body } = await send('GET', path)
    expect(status).toBe(200)
    for (const one of Array.isArray(body) ? body : [body]) {
      const wrong = faults(schema, one)
      if (wrong.length > 0) found[path] = wrong
    }
  }
  const direct = await send('POST', '/users/@me/channels', { recipient_id: discord.person('ada').id })
  const wrong = faults(spec.PrivateChannelResponseSchema, direct.body)
  if (wrong.length > 0) found['direct'] = wrong
  expect(found).toEqual({})
})
