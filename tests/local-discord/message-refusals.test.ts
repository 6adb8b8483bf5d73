/** Every rule about messages refuses what it must, and the nearest thing that is allowed passes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { including } from './expectations.ts'
import { faultsIn, type Send, type SendOptions, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send
let path: string

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
  path = `/channels/${discord.channel('general').id}/messages`
})
afterAll(() => discord.close())

const v2 = 1 << 15
const text = (content: string): object => ({ type: 10, content })
const button = (custom_id: string, more: object = {}): object => ({ type: 2, style: 1, custom_id, label: 'x', ...more })
const row = (...components: object[]): object => ({ type: 1, components })
const select = (more: object = {}): object =>
  row({
    type: 3,
    custom_id: 's',
    options: [
      { label: 'a', value: 'a' },
      { label: 'b', value: 'b' },
    ],
    ...more,
  })
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

interface Row {
  rule: string
  refused: object
  fault: string
  allowed: object
  options?: SendOptions
}

const rows: Row[] = [
  {
    rule: 'content of 2,000',
    refused: { content: 'x'.repeat(2001) },
    fault: 'content BASE_TYPE_MAX_LENGTH',
    allowed: { content: 'x'.repeat(2000) },
  },
  {
    rule: 'unknown keys',
    refused: { content: 'x', bogus: 1 },
    fault: 'bogus UNKNOWN_KEY',
    allowed: { content: 'x', tts: false },
  },
  {
    rule: 'unknown keys inside',
    refused: { embeds: [{ title: 'x', bogus: 1 }] },
    fault: 'embeds.0.bogus UNKNOWN_KEY',
    allowed: { embeds: [{ title: 'x' }] },
  },
  { rule: 'types', refused: { content: 5 }, fault: 'content BASE_TYPE_CONVERT', allowed: { content: '5' } },
  {
    rule: 'ten embeds',
    refused: { embeds: many(11, () => ({ title: 'x' })) },
    fault: 'embeds BASE_TYPE_MAX_LENGTH',
    allowed: { embeds: many(10, () => ({ title: 'x' })) },
  },
  {
    rule: 'embeds of 6,000 together',
    refused: { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    fault: 'embeds MAX_EMBED_SIZE_EXCEEDED',
    allowed: { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2000) }] },
  },
  {
    rule: 'embed fields with values',
    refused: { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] },
    fault: 'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    allowed: { embeds: [{ fields: [{ name: 'a', value: 'b' }] }] },
  },
  {
    rule: 'embed fields with names',
    refused: { embeds: [{ fields: [{ name: '', value: 'b' }] }] },
    fault: 'embeds.0.fields.0.name BASE_TYPE_REQUIRED',
    allowed: { embeds: [{ fields: [{ name: 'a', value: 'b' }] }] },
  },
  {
    rule: 'addresses in embeds',
    refused: { embeds: [{ title: 'x', url: 'no address' }] },
    fault: 'embeds.0.url URL_TYPE_INVALID_URL',
    allowed: { embeds: [{ title: 'x', url: 'https://example.org' }] },
  },
  {
    rule: 'instants in embeds',
    refused: { embeds: [{ title: 'x', timestamp: 'today' }] },
    fault: 'embeds.0.timestamp DATE_TIME_TYPE_PARSE',
    allowed: { embeds: [{ title: 'x', timestamp: '2026-11-23T00:00:00Z' }] },
  },
  {
    rule: 'V2 without content',
    refused: { flags: v2, content: 'x', components: [text('x')] },
    fault: 'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'V2 without embeds',
    refused: { flags: v2, embeds: [{ title: 'x' }], components: [text('x')] },
    fault: 'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'V2 without a poll',
    refused: {
      flags: v2,
      components: [text('x')],
      poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] },
    },
    fault: 'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'V2 without stickers',
    refused: { flags: v2, components: [text('x')], sticker_ids: ['1'] },
    fault: 'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'V2 components need the flag',
    refused: { components: [text('x')] },
    fault: 'components.0.type UNION_TYPE_CHOICES',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: '40 components, nested ones counted',
    refused: { flags: v2, components: [{ type: 17, components: many(40, () => text('x')) }] },
    fault: 'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    allowed: { flags: v2, components: [{ type: 17, components: many(39, () => text('x')) }] },
  },
  {
    rule: '4,000 characters in all text displays',
    refused: { flags: v2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
    fault: 'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    allowed: { flags: v2, components: [text('x'.repeat(2000)), text('x'.repeat(2000))] },
  },
  {
    rule: 'text displays with text',
    refused: { flags: v2, components: [text(' \n')] },
    fault: 'components.0.content BASE_TYPE_REQUIRED',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'no empty text display',
    refused: { flags: v2, components: [text('')] },
    fault: 'components.0.content BASE_TYPE_REQUIRED',
    allowed: { flags: v2, components: [text('x')] },
  },
  {
    rule: 'five rows without the flag',
    refused: { content: 'x', components: many(6, index => row(button(`b${index}`))) },
    fault: 'components BASE_TYPE_BAD_LENGTH',
    allowed: { content: 'x', components: many(5, index => row(button(`b${index}`))) },
  },
  {
    rule: 'unique custom ids',
    refused: { content: 'x', components: [row(button('a'), button('a'))] },
    fault: 'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    allowed: { content: 'x', components: [row(button('a'), button('b'))] },
  },
  {
    rule: 'unique ids of components',
    refused: { content: 'x', components: [row(button('a', { id: 7 }), button('b', { id: 7 }))] },
    fault: 'components.0.components.1.id COMPONENT_ID_DUPLICATED',
    allowed: { content: 'x', components: [row(button('a', { id: 0 }), button('b', { id: 0 }))] },
  },
  {
    rule: 'custom ids of 100',
    refused: { content: 'x', components: [row(button('a'.repeat(101)))] },
    fault: 'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    allowed: { content: 'x', components: [row(button('a'.repeat(100)))] },
  },
  {
    rule: 'five buttons in a row',
    refused: { content: 'x', components: [row(...many(6, index => button(`b${index}`)))] },
    fault: 'components.0.components BASE_TYPE_BAD_LENGTH',
    allowed: { content: 'x', components: [row(...many(5, index => button(`b${index}`)))] },
  },
  {
    rule: 'a select alone in its row',
    refused: { content: 'x', components: [row(button('a'), { type: 5, custom_id: 'u' })] },
    fault: 'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    allowed: { content: 'x', components: [row({ type: 5, custom_id: 'u' })] },
  },
  {
    rule: 'custom ids on buttons',
    refused: { content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] },
    fault: 'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    allowed: { content: 'x', components: [row(button('a'))] },
  },
  {
    rule: 'no address on buttons',
    refused: { content: 'x', components: [row(button('a', { url: 'https://example.org' }))] },
    fault: 'components.0.components.0.url BUTTON_COMPONENT_FIELD_FORBIDDEN',
    allowed: { content: 'x', components: [row(button('a'))] },
  },
  {
    rule: 'addresses on link buttons',
    refused: { content: 'x', components: [row({ type: 2, style: 5, label: 'x' })] },
    fault: 'components.0.components.0.url BUTTON_COMPONENT_URL_REQUIRED',
    allowed: { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org' })] },
  },
  {
    rule: 'no custom id on link buttons',
    refused: {
      content: 'x',
      components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org', custom_id: 'a' })],
    },
    fault: 'components.0.components.0.custom_id BUTTON_COMPONENT_FIELD_FORBIDDEN',
    allowed: { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org' })] },
  },
  {
    rule: 'link buttons to the web',
    refused: { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' })] },
    fault: 'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
    allowed: { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'discord://-/channels' })] },
  },
  {
    rule: 'a label or an emoji',
    refused: { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    fault: 'components.0.components.0.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    allowed: { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a', emoji: { name: '🐫' } })] },
  },
  {
    rule: 'labels of 80',
    refused: { content: 'x', components: [row(button('a', { label: 'x'.repeat(81) }))] },
    fault: 'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    allowed: { content: 'x', components: [row(button('a', { label: 'x'.repeat(80) }))] },
  },
  {
    rule: 'a product on premium buttons',
    refused: { content: 'x', components: [row({ type: 2, style: 6 })] },
    fault: 'components.0.components.0.sku_id BASE_TYPE_REQUIRED',
    allowed: { content: 'x', components: [row({ type: 2, style: 6, sku_id: '1' })] },
  },
  {
    rule: 'bare premium buttons',
    refused: { content: 'x', components: [row({ type: 2, style: 6, sku_id: '1', label: 'x' })] },
    fault: 'components.0.components.0.label BUTTON_COMPONENT_FIELD_FORBIDDEN',
    allowed: { content: 'x', components: [row({ type: 2, style: 6, sku_id: '1' })] },
  },
  {
    rule: '25 options',
    refused: {
      content: 'x',
      components: [select({ options: many(26, index => ({ label: 'x', value: `${index}` })) })],
    },
    fault: 'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    allowed: {
      content: 'x',
      components: [select({ options: many(25, index => ({ label: 'x', value: `${index}` })) })],
    },
  },
  {
    rule: 'unique option values',
    refused: { content: 'x', components: [select({ options: many(2, () => ({ label: 'x', value: 'a' })) })] },
    fault: 'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    allowed: { content: 'x', components: [select()] },
  },
  {
    rule: 'min_values up to max_values',
    refused: { content: 'x', components: [select({ min_values: 2 })] },
    fault: 'components.0.components.0.min_values SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
    allowed: { content: 'x', components: [select({ min_values: 2, max_values: 2 })] },
  },
  {
    rule: 'max_values up to the options',
    refused: { content: 'x', components: [select({ max_values: 3 })] },
    fault: 'components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
    allowed: { content: 'x', components: [select({ max_values: 2 })] },
  },
  {
    rule: 'required without zero',
    refused: { content: 'x', components: [select({ required: true, min_values: 0 })] },
    fault: 'components.0.components.0.min_values SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
    allowed: { content: 'x', components: [select({ min_values: 0 })] },
  },
  {
    rule: 'as many defaults as may be chosen',
    refused: {
      content: 'x',
      components: [select({ options: many(2, index => ({ label: 'x', value: `${index}`, default: true })) })],
    },
    fault: 'components.0.components.0.options SELECT_COMPONENT_TOO_MANY_DEFAULTS',
    allowed: {
      content: 'x',
      components: [select({ options: many(2, index => ({ label: 'x', value: `${index}`, default: index === 0 })) })],
    },
  },
  {
    rule: 'default values in range',
    refused: {
      content: 'x',
      components: [
        row({
          type: 5,
          custom_id: 'u',
          default_values: [
            { id: '1', type: 'user' },
            { id: '2', type: 'user' },
          ],
        }),
      ],
    },
    fault: 'components.0.components.0.default_values SELECT_COMPONENT_DEFAULT_VALUES_OUT_OF_RANGE',
    allowed: {
      content: 'x',
      components: [row({ type: 5, custom_id: 'u', default_values: [{ id: '1', type: 'user' }] })],
    },
  },
  {
    rule: 'placeholders of 150',
    refused: { content: 'x', components: [select({ placeholder: 'x'.repeat(151) })] },
    fault: 'components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH',
    allowed: { content: 'x', components: [select({ placeholder: 'x'.repeat(150) })] },
  },
  {
    rule: 'sections with one to three texts',
    refused: { flags: v2, components: [{ type: 9, components: many(4, () => text('x')), accessory: button('a') }] },
    fault: 'components.0.components BASE_TYPE_BAD_LENGTH',
    allowed: { flags: v2, components: [{ type: 9, components: many(3, () => text('x')), accessory: button('a') }] },
  },
  {
    rule: 'ten pictures in a gallery',
    refused: {
      flags: v2,
      components: [{ type: 12, items: many(11, () => ({ media: { url: 'https://example.org/a.png' } })) }],
    },
    fault: 'components.0.items BASE_TYPE_BAD_LENGTH',
    allowed: {
      flags: v2,
      components: [{ type: 12, items: many(10, () => ({ media: { url: 'https://example.org/a.png' } })) }],
    },
  },
  {
    rule: 'alt texts of 1,024',
    refused: {
      flags: v2,
      components: [
        { type: 12, items: [{ media: { url: 'https://example.org/a.png' }, description: 'x'.repeat(1025) }] },
      ],
    },
    fault: 'components.0.items.0.description BASE_TYPE_BAD_LENGTH',
    allowed: {
      flags: v2,
      components: [
        { type: 12, items: [{ media: { url: 'https://example.org/a.png' }, description: 'x'.repeat(1024) }] },
      ],
    },
  },
  {
    rule: 'attachment:// names a file',
    refused: { flags: v2, components: [{ type: 13, file: { url: 'attachment://b.txt' } }] },
    fault: 'components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    allowed: { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
    options: { files: [{ name: 'a.txt', bytes: 'a' }] },
  },
  {
    rule: 'attachment:// in embeds names a file',
    refused: { embeds: [{ image: { url: 'attachment://b.png' } }] },
    fault: 'embeds.0.image.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    allowed: { embeds: [{ image: { url: 'attachment://a.png' } }] },
    options: { files: [{ name: 'a.png', bytes: 'a' }] },
  },
  {
    rule: 'file components show attachments',
    refused: { flags: v2, components: [{ type: 13, file: { url: 'https://example.org/a.txt' } }] },
    fault: 'components.0.file.url UNFURLED_MEDIA_ITEM_ATTACHMENT_REQUIRED',
    allowed: { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
    options: { files: [{ name: 'a.txt', bytes: 'a' }] },
  },
  {
    rule: 'attachments name uploads',
    refused: { content: 'x', attachments: [{ id: '1' }] },
    fault: 'attachments.0.id ATTACHMENT_NOT_FOUND',
    allowed: { content: 'x', attachments: [{ id: '0', description: 'alt' }] },
    options: { files: [{ name: 'a.txt', bytes: 'a' }] },
  },
  {
    rule: 'mentions by kind or by list',
    refused: { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    fault: 'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    allowed: { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } },
  },
  {
    rule: 'no mention listed twice',
    refused: { content: 'x', allowed_mentions: { users: ['1', '1'] } },
    fault: 'allowed_mentions.users.1 SET_TYPE_ALREADY_CONTAINS_VALUE',
    allowed: { content: 'x', allowed_mentions: { users: ['1', '2'] } },
  },
  {
    rule: 'poll questions of 300',
    refused: { poll: { question: { text: 'x'.repeat(301) }, answers: [{ poll_media: { text: 'a' } }] } },
    fault: 'poll.question.text BASE_TYPE_BAD_LENGTH',
    allowed: { poll: { question: { text: 'x'.repeat(300) }, answers: [{ poll_media: { text: 'a' } }] } },
  },
  {
    rule: 'poll answers of 55',
    refused: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'x'.repeat(56) } }] } },
    fault: 'poll.answers.0.poll_media.text BASE_TYPE_MAX_LENGTH',
    allowed: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'x'.repeat(55) } }] } },
  },
  {
    rule: 'poll questions at all',
    refused: { poll: { question: { text: ' ' }, answers: [{ poll_media: { text: 'a' } }] } },
    fault: 'poll.question.text BASE_TYPE_REQUIRED',
    allowed: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } },
  },
  {
    rule: 'poll answers at all',
    refused: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: ' ' } }] } },
    fault: 'poll.answers.0.poll_media.text BASE_TYPE_REQUIRED',
    allowed: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } },
  },
  {
    rule: 'ten poll answers',
    refused: { poll: { question: { text: 'q' }, answers: many(11, () => ({ poll_media: { text: 'a' } })) } },
    fault: 'poll.answers BASE_TYPE_BAD_LENGTH',
    allowed: { poll: { question: { text: 'q' }, answers: many(10, () => ({ poll_media: { text: 'a' } })) } },
  },
  {
    rule: 'polls of 32 days',
    refused: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }], duration: 769 } },
    fault: 'poll.duration NUMBER_TYPE_MAX',
    allowed: { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }], duration: 768 } },
  },
  {
    rule: 'nonces of 25',
    refused: { content: 'x', nonce: 'n'.repeat(26) },
    fault: 'nonce BASE_TYPE_MAX_LENGTH',
    allowed: { content: 'x', nonce: 'n'.repeat(25) },
  },
  {
    rule: 'ephemeral only in answers',
    refused: { content: 'x', flags: 64 },
    fault: 'flags MESSAGE_FLAG_NOT_SETTABLE',
    allowed: { content: 'x', flags: 4 },
  },
  {
    rule: 'flags that can be set',
    refused: { content: 'x', flags: 1 },
    fault: 'flags MESSAGE_FLAG_NOT_SETTABLE',
    allowed: { content: 'x', flags: 1 << 12 },
  },
  {
    rule: 'replies to messages that exist',
    refused: { content: 'x', message_reference: { message_id: '1' } },
    fault: 'message_reference REPLIES_UNKNOWN_MESSAGE',
    allowed: { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } },
  },
]

describe('a message', () => {
  test.each(rows)('$rule', async ({ refused, fault, allowed, options }) => {
    const no = await send('POST', path, refused, options)
    expect({ status: no.status, code: no.body['code'], faults: faultsIn(no.body) }).toEqual({
      status: 400,
      code: 50035,
      faults: including(fault),
    })
    const yes = await send('POST', path, allowed, options)
    expect(yes).toMatchObject({ status: 200 })
  })

  test('with nothing to show is refused with 50006', async () => {
    for (const body of [{}, { content: '  ' }, { embeds: [] }, { embeds: [{}] }, { flags: v2, components: [] }]) {
      expect((await send('POST', path, body)).body['code']).toBe(50006)
    }
  })

  test('over 10,170 bytes of text displays breaks Discord: 500, and the list of refusals says why', async () => {
    // 3,387 Chinese characters are 10,161 bytes, under the limit of 4,000 characters.
    const body = (length: number): object => ({ flags: v2, components: [text('学'.repeat(length))] })
    expect((await send('POST', path, body(3386))).status).toBe(200)
    const got = await send('POST', path, body(3387))
    expect(got).toMatchObject({ status: 500, body: { message: '500: Internal Server Error', code: 0 } })
    expect(discord.refusals().at(-1)?.issues[0]?.message).toContain('10173 bytes')
  })

  test('over 64 pictures breaks Discord', async () => {
    const gallery = (count: number): object => ({
      type: 12,
      items: many(count, () => ({ media: { url: 'https://example.org/a.png' } })),
    })
    const body = (last: number): object => ({ flags: v2, components: [...many(6, () => gallery(10)), gallery(last)] })
    expect((await send('POST', path, body(4))).status).toBe(200)
    expect((await send('POST', path, body(5))).status).toBe(500)
  })

  test('a file over 10 MiB is refused with 413', async () => {
    const got = await send(
      'POST',
      path,
      { content: 'x' },
      { files: [{ name: 'a.bin', bytes: 'x'.repeat(10 * 1024 * 1024 + 1) }] },
    )
    expect(got).toMatchObject({ status: 413, body: { code: 40005 } })
  })

  test('a body over 26 MiB is refused with 413', async () => {
    expect(await send('POST', path, { content: 'x'.repeat(27 * 1024 * 1024) })).toMatchObject({ status: 413 })
  })

  test('invalid JSON is refused with 50109', async () => {
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' }
    const got = await fetch(`${discord.apiUrl}/v10${path}`, { method: 'POST', headers, body: '{' })
    expect(await got.json()).toMatchObject({ code: 50109 })
  })
})

describe('an edit', () => {
  const post = async (body: object): Promise<string> => `${path}/${String((await send('POST', path, body)).body['id'])}`

  test('cannot take the flag IS_COMPONENTS_V2 away', async () => {
    const message = await post({ flags: v2, components: [text('x')] })
    const no = await send('PATCH', message, { flags: 0, components: [text('y')] })
    expect(faultsIn(no.body)).toEqual(['flags MESSAGE_FLAG_COMPONENTS_V2_PERMANENT'])
    expect((await send('PATCH', message, { components: [text('y')] })).status).toBe(200)
    expect((await send('PATCH', message, { content: 'y' })).body['code']).toBe(50035)
  })

  test('to components takes the old content out', async () => {
    const message = await post({ content: 'x' })
    const no = await send('PATCH', message, { flags: v2, components: [text('y')] })
    expect(faultsIn(no.body)).toEqual(['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'])
    const yes = await send('PATCH', message, { flags: v2, content: null, components: [text('y')] })
    expect(yes).toMatchObject({ status: 200, body: { content: '', flags: v2 } })
  })

  test('to components takes the old embeds out', async () => {
    const message = await post({ embeds: [{ title: 'x' }] })
    const no = await send('PATCH', message, { flags: v2, components: [text('y')] })
    expect(faultsIn(no.body)).toEqual(['embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'])
    const yes = await send('PATCH', message, { flags: v2, embeds: [], components: [text('y')] })
    expect(yes).toMatchObject({ status: 200, body: { embeds: [] } })
  })

  test('cannot leave nothing', async () => {
    const message = await post({ content: 'x' })
    expect((await send('PATCH', message, { content: '' })).body['code']).toBe(50006)
  })

  test("of another's message is refused with 50005", async () => {
    const said = discord.person('ada').say('hello', { in: 'general' })
    expect(await send('PATCH', `${path}/${said.id}`, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    })
  })

  test('of a poll is refused', async () => {
    const message = await post({ poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } })
    expect(await send('PATCH', message, { content: 'x' })).toMatchObject({ status: 400, body: { code: 520003 } })
  })

  test('keeps the attachments that it lists and drops the others', async () => {
    const posted = await send(
      'POST',
      path,
      { content: 'x' },
      {
        files: [
          { name: 'a.txt', bytes: 'a' },
          { name: 'b.txt', bytes: 'b' },
        ],
      },
    )
    const [a, b] = posted.body['attachments'] as { id: string; url: string }[]
    expect(await (await fetch(b?.url ?? '')).text()).toBe('b')
    const edited = await send('PATCH', `${path}/${String(posted.body['id'])}`, { attachments: [{ id: b?.id }] })
    expect((edited.body['attachments'] as { id: string }[]).map(one => one.id)).toEqual([b?.id])
    expect((await fetch(a?.url ?? '')).status).toBe(404)
    expect(
      (await send('PATCH', `${path}/${String(posted.body['id'])}`, { attachments: [{ id: a?.id }] })).body['code'],
    ).toBe(50035)
  })
})
