/** What Discord holds a message to beyond the shape of its body: text, embeds, Components V2, files, mentions, polls. */
import { type Component, type Embed, hasFlag, type Message, messageFlags } from '../world.ts'
import type { AllowedMentions, MessageFields, PollFields } from './bodies.ts'
import { checkMessageComponents, everyComponent } from './component-rules.ts'
import { type Report, report, reportAt, required, tooLong, within } from './issue.ts'

/** https://discord.com/developers/docs/resources/message#create-message : "Message contents (up to 2000 characters)" */
const maximumContent = 2_000
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits : over all embeds of a message */
const maximumEmbedText = 6_000

export interface MessageSetting {
  /** The message that is changed, where one is. */
  before?: Message
  /** Names of the files uploaded with the body, by their number. */
  files: ReadonlyMap<string, string>
  /** May the body make the message ephemeral? Only in answers to interactions. */
  mayBeEphemeral: boolean
}

/** Reports everything wrong with the body; gives the flags that the message will have. */
export function checkMessage(fields: MessageFields, setting: MessageSetting, to: Report): number {
  const flags = checkFlags(fields, setting, to)
  if (fields.content != null && fields.content.length > maximumContent) {
    within(to, 'content', () => report(to, ...tooLong(maximumContent)))
  }
  checkEmbeds(fields.embeds ?? [], to)
  if (hasFlag(flags, messageFlags.componentsV2)) checkOnlyComponents(fields, setting, to)
  if (fields.components != null)
    within(to, 'components', () => checkMessageComponents(fields.components ?? [], flags, to))
  if (fields.allowed_mentions != null)
    within(to, 'allowed_mentions', () => checkMentions(fields.allowed_mentions ?? {}, to))
  if (fields.poll != null)
    within(to, 'poll', () =>
      checkPoll(fields.poll ?? { question: {}, answers: [] }, hasFlag(flags, messageFlags.ephemeral), to),
    )
  checkFiles(fields, setting, to)
  return flags
}

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const settable =
  messageFlags.suppressEmbeds |
  messageFlags.suppressNotifications |
  messageFlags.isVoiceMessage |
  messageFlags.componentsV2 |
  messageFlags.ephemeral

function checkFlags(fields: MessageFields, setting: MessageSetting, to: Report): number {
  const asked = fields.flags ?? 0
  const before = setting.before?.flags ?? 0
  // "Once a message has been sent with this flag, it can't be removed", https://discord.com/developers/docs/components/overview
  if (
    fields.flags != null &&
    hasFlag(before, messageFlags.componentsV2) &&
    !hasFlag(asked, messageFlags.componentsV2)
  ) {
    reportAt(to, ['flags'], 'MESSAGE_FLAG_COMPONENTS_V2_PERMANENT', 'IS_COMPONENTS_V2 cannot be removed from a message')
  }
  if (hasFlag(asked, messageFlags.ephemeral) && !setting.mayBeEphemeral && !hasFlag(before, messageFlags.ephemeral)) {
    reportAt(to, ['flags'], 'MESSAGE_FLAG_NOT_SETTABLE', 'Only an answer to an interaction can be ephemeral')
  }
  if ((asked & ~settable & ~before) !== 0) {
    reportAt(
      to,
      ['flags'],
      'MESSAGE_FLAG_NOT_SETTABLE',
      `Of ${asked}, these bits cannot be set: ${asked & ~settable & ~before}`,
    )
  }
  if (setting.before === undefined) return asked
  const kept = before & ~messageFlags.suppressEmbeds
  return fields.flags == null ? before : kept | (asked & (messageFlags.suppressEmbeds | messageFlags.componentsV2))
}

/** https://discord.com/developers/docs/components/overview : with the flag, content, embeds, poll and stickers are off */
function checkOnlyComponents(fields: MessageFields, setting: MessageSetting, to: Report): void {
  const message = (field: string): string =>
    `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'
  if (fields.content != null && fields.content !== '') reportAt(to, ['content'], code, message('content'))
  if ((fields.embeds?.length ?? 0) > 0) reportAt(to, ['embeds'], code, message('embeds'))
  if (fields.poll != null) reportAt(to, ['poll'], code, message('poll'))
  if ((fields.sticker_ids?.length ?? 0) > 0) reportAt(to, ['sticker_ids'], code, message('sticker_ids'))
  const { before } = setting
  if (before === undefined || hasFlag(before.flags, messageFlags.componentsV2)) return
  // Changing an older message over to components: what it had must be taken out in the same edit.
  if (before.content !== '' && fields.content === undefined) reportAt(to, ['content'], code, message('content'))
  if (before.embeds.length > 0 && fields.embeds === undefined) reportAt(to, ['embeds'], code, message('embeds'))
}

function checkEmbeds(embeds: readonly Embed[], to: Report): void {
  let total = 0
  for (const [index, embed] of embeds.entries()) {
    within(to, 'embeds', () => within(to, index, () => checkFields(embed, to)))
    total += embedText(embed)
  }
  if (total > maximumEmbedText) {
    within(to, 'embeds', () =>
      report(to, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${maximumEmbedText}`),
    )
  }
}

function fieldsOf(embed: Embed): { name: string; value: string }[] {
  return (embed['fields'] ?? []) as { name: string; value: string }[]
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure : both are required, blank is none */
function checkFields(embed: Embed, to: Report): void {
  for (const [index, field] of fieldsOf(embed).entries()) {
    if (field.name.trim() === '') reportAt(to, ['fields', index, 'name'], ...required)
    if (field.value.trim() === '') reportAt(to, ['fields', index, 'value'], ...required)
  }
}

function embedText(embed: Embed): number {
  const part = (value: unknown): number => (typeof value === 'string' ? value.trim().length : 0)
  const inside = (key: string, field: string): number => {
    const value = embed[key]
    return typeof value === 'object' && value !== null && field in value
      ? part((value as Record<string, unknown>)[field])
      : 0
  }
  const fields = fieldsOf(embed).reduce((sum, field) => sum + part(field.name) + part(field.value), 0)
  return (
    part(embed['title']) + part(embed['description']) + inside('footer', 'text') + inside('author', 'name') + fields
  )
}

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object : a kind in `parse` excludes a list of that kind */
function checkMentions(mentions: AllowedMentions, to: Report): void {
  for (const kind of ['users', 'roles'] as const) {
    const ids = mentions[kind] ?? []
    if (ids.length > 0 && mentions.parse?.includes(kind)) {
      reportAt(
        to,
        [],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      )
    }
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index)
    if (repeated >= 0)
      reportAt(to, [kind, repeated], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value.')
  }
}

/** https://discord.com/developers/docs/resources/poll#poll-create-request-object and #poll-media-object */
function checkPoll(poll: PollFields, ephemeral: boolean, to: Report): void {
  const question = poll.question.text ?? ''
  if (question.trim() === '') reportAt(to, ['question', 'text'], ...required)
  for (const [index, answer] of poll.answers.entries()) {
    const text = answer.poll_media.text ?? ''
    if (text.trim() === '') reportAt(to, ['answers', index, 'poll_media', 'text'], ...required)
    if (text.length > 55) reportAt(to, ['answers', index, 'poll_media', 'text'], ...tooLong(55))
  }
  // Not documented, but so: https://github.com/discord/discord-api-docs/issues/6890
  if (ephemeral) report(to, 'POLL_EPHEMERAL', 'A poll cannot be in an ephemeral message')
}

/** https://discord.com/developers/docs/reference#uploading-files : a reference needs its file, an attachment its upload */
function checkFiles(fields: MessageFields, setting: MessageSetting, to: Report): void {
  const kept = setting.before?.attachments ?? []
  for (const [index, one] of (fields.attachments ?? []).entries()) {
    const id = String(one.id)
    if (setting.files.has(id) || kept.some(old => old.id === id)) continue
    reportAt(
      to,
      ['attachments', index, 'id'],
      'ATTACHMENT_NOT_FOUND',
      `No uploaded file files[${id}] and no earlier attachment of this id`,
    )
  }
  const names = new Set(namesAfter(fields, setting))
  for (const { url, path } of attachmentReferences(fields)) {
    if (names.has(decodeURIComponent(url.slice('attachment://'.length)))) continue
    reportAt(
      to,
      path,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `The referenced attachment was not found: ${url}`,
    )
  }
}

function namesAfter(fields: MessageFields, setting: MessageSetting): string[] {
  const old = setting.before?.attachments ?? []
  const listed = fields.attachments
  const kept = listed == null ? old : old.filter(one => listed.some(entry => String(entry.id) === one.id))
  const renamed = (listed ?? []).flatMap(one => (one.filename == null ? [] : [one.filename]))
  return [...kept.map(one => one.filename), ...setting.files.values(), ...renamed]
}

function* attachmentReferences(fields: MessageFields): Generator<{ url: string; path: (string | number)[] }> {
  for (const { component, path } of everyComponent(fields.components ?? []))
    yield* referencesIn(component, ['components', ...path])
  for (const [index, embed] of (fields.embeds ?? []).entries()) {
    for (const [key, field] of [
      ['image', 'url'],
      ['thumbnail', 'url'],
      ['footer', 'icon_url'],
      ['author', 'icon_url'],
    ] as const) {
      const url = (embed[key] as Record<string, unknown> | null | undefined)?.[field]
      if (typeof url === 'string' && url.startsWith('attachment://')) yield { url, path: ['embeds', index, key, field] }
    }
  }
}

function* referencesIn(
  component: Component,
  path: (string | number)[],
): Generator<{ url: string; path: (string | number)[] }> {
  const found: [string | undefined, (string | number)[]][] = [
    [component.media?.url, ['media', 'url']],
    [component.file?.url, ['file', 'url']],
    ...(component.items ?? []).map((one, index): [string, (string | number)[]] => [
      one.media.url,
      ['items', index, 'media', 'url'],
    ]),
  ]
  for (const [url, tail] of found) if (url?.startsWith('attachment://')) yield { url, path: [...path, ...tail] }
}

/** Would a message with these have nothing to show? https://discord.com/developers/docs/topics/opcodes-and-status-codes : 50006 */
export function isEmpty(
  message: Pick<Message, 'content' | 'embeds' | 'components' | 'attachments' | 'poll' | 'flags'>,
  stickers = 0,
): boolean {
  const shows =
    message.content.trim() !== '' ||
    message.embeds.some(showsSomething) ||
    message.attachments.length > 0 ||
    stickers > 0
  return !shows && message.poll === undefined && message.components.length === 0
}

function showsSomething(embed: Embed): boolean {
  return embedText(embed) > 0 || ['image', 'thumbnail', 'video'].some(key => embed[key] != null)
}
