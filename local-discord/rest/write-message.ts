/** Turns a message body that passed its rules into a message of the world: files, component ids, mentions, poll. */
import type { AllowedMentions, MessageFields } from '../rules/bodies.ts'
import { componentTypes, everyComponent } from '../rules/component-rules.ts'
import { newReport } from '../rules/issue.ts'
import { checkMessage, isEmpty } from '../rules/message-rules.ts'
import type { Check } from '../rules/schema.ts'
import {
  type Attachment,
  botId,
  type Component,
  channelOf,
  type Embed,
  findServer,
  hasFlag,
  type Id,
  type Message,
  may,
  messageFlags,
  nextId,
  type Poll,
  type World,
} from '../world.ts'
import type { Call, Upload } from './call.ts'
import { known, refusal, refuseFaults } from './refusal.ts'

export interface Written {
  /** What the message gets; `flags` are complete. */
  change: Partial<Message> & { flags: number }
  /** Puts the uploaded bytes into the world. */
  keepFiles: () => void
}

export interface Writing {
  check: Check
  channelId: Id
  before?: Message
  mayBeEphemeral?: boolean
  /** Where the message stands in the body: `data` in an interaction's callback. */
  under?: string
  /** A deferral that has not been filled: its content counts as none. */
  mayBeEmpty?: boolean
}

/** Checks the body in every respect and gives what it makes of the message. Throws Discord's refusals; changes nothing. */
export function writeMessage(call: Call, writing: Writing): Written {
  const to = newReport()
  writing.check(call.body ?? {}, to)
  refuseFaults(to)
  const whole = (call.body ?? {}) as Record<string, unknown>
  const fields = ((writing.under === undefined ? whole : whole[writing.under]) ?? {}) as MessageFields
  if (writing.under !== undefined) to.path.push(writing.under)
  const files = new Map(call.uploads.map(one => [one.number, filenameOf(one, fields)]))
  const flags = checkMessage(
    fields,
    {
      files,
      mayBeEphemeral: writing.mayBeEphemeral ?? false,
      ...(writing.before === undefined ? {} : { before: writing.before }),
    },
    to,
  )
  refuseFaults(to)

  const { attachments, keep } = attachmentsOf(call, fields, files, writing.before)
  const change: Partial<Message> & { flags: number } = { flags }
  if (fields.content !== undefined) change.content = (fields.content ?? '').trim()
  if (fields.embeds !== undefined) change.embeds = (fields.embeds ?? []).map(one => withoutNulls(one) as Embed)
  if (fields.components !== undefined)
    change.components = numbered((fields.components ?? []).map(one => withoutNulls(one) as Component))
  if (fields.attachments !== undefined || call.uploads.length > 0) change.attachments = attachments
  if (fields.tts === true) change.tts = true
  if (fields.poll != null) change.poll = pollOf(fields, call.nowMs)
  if (fields.nonce != null) change.nonce = fields.nonce
  Object.assign(
    change,
    mentionsOf(call.live.world, writing.channelId, { ...writing.before, ...change }, fields.allowed_mentions),
  )
  if (writing.mayBeEmpty !== true) refuseEmpty(writing.before, change, fields)
  return { change, keepFiles: keep }
}

function refuseEmpty(
  before: Message | undefined,
  change: Partial<Message> & { flags: number },
  fields: MessageFields,
): void {
  const empty = { content: '', embeds: [], components: [], attachments: [] }
  if (isEmpty({ ...empty, ...before, ...change }, fields.sticker_ids?.length ?? 0)) throw refusal(...known.emptyMessage)
}

function filenameOf(upload: Upload, fields: MessageFields): string {
  const entry = fields.attachments?.find(one => String(one.id) === upload.number)
  return entry?.filename ?? upload.filename
}

function attachmentsOf(
  call: Call,
  fields: MessageFields,
  files: ReadonlyMap<string, string>,
  before: Message | undefined,
): { attachments: Attachment[]; keep: () => void } {
  const { world } = call.live
  const old = before?.attachments ?? []
  // "attachments: … all attachments that should be present", https://discord.com/developers/docs/resources/message#edit-message
  const listed = fields.attachments
  const kept = listed == null ? old : old.filter(one => listed.some(entry => String(entry.id) === one.id))
  const fresh = call.uploads.map(upload => {
    const entry = listed?.find(one => String(one.id) === upload.number)
    const attachment: Attachment = {
      id: nextId(world.ids, call.nowMs),
      filename: files.get(upload.number) ?? upload.filename,
      bytes: upload.bytes.length,
      contentType: upload.contentType,
      ...(entry?.description == null ? {} : { description: entry.description }),
      ...(entry?.title == null ? {} : { title: entry.title }),
      ...(entry?.is_spoiler == null ? {} : { spoiler: entry.is_spoiler }),
    }
    return { attachment, upload }
  })
  return {
    attachments: [...kept, ...fresh.map(one => one.attachment)],
    keep: () => {
      for (const { attachment, upload } of fresh) world.files[attachment.id] = upload.bytes.toString('base64')
    },
  }
}

/** What Discord gives back has no nulls inside components and embeds. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([key, one]) => [key, withoutNulls(one)]),
  )
}

/** Components without an id (or with 0) get the next free one, https://discord.com/developers/docs/components/reference#anatomy-of-a-component */
export function numbered(components: Component[]): Component[] {
  const all = [...everyComponent(components)].map(one => one.component)
  const taken = new Set(all.map(one => one.id).filter(id => id !== undefined && id !== 0))
  let next = 1
  for (const component of all) {
    if (component.id !== undefined && component.id !== 0) continue
    while (taken.has(next)) next++
    component.id = next++
  }
  return components
}

function pollOf(fields: MessageFields, nowMs: number): Poll {
  const { poll } = fields
  return {
    question: poll?.question.text ?? '',
    answers: (poll?.answers ?? []).map((one, index) => ({
      id: index + 1,
      text: one.poll_media.text ?? '',
      ...(one.poll_media.emoji == null
        ? {}
        : { emoji: withoutNulls(one.poll_media.emoji) as { id?: string; name?: string } }),
      voterIds: [],
    })),
    multiselect: poll?.allow_multiselect ?? false,
    // "defaults to 24 hours", https://discord.com/developers/docs/resources/poll#poll-create-request-object
    endsAt: nowMs + (poll?.duration ?? 24) * 3_600_000,
    finalized: false,
  }
}

/** Whom the text really notifies: what it names, less what `allowed_mentions` and the bot's permissions hold back. */
function mentionsOf(
  world: World,
  channelId: Id,
  message: Partial<Message>,
  allowed: AllowedMentions | null | undefined,
): Pick<Message, 'mentionIds' | 'mentionRoleIds' | 'mentionsEveryone'> {
  const text = writtenText(message)
  if (!text.includes('@')) return { mentionIds: [], mentionRoleIds: [], mentionsEveryone: false }
  const channel = channelOf(world, channelId)
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const all = allowed == null
  const allows = (kind: 'users' | 'roles', id: Id): boolean =>
    all || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true
  const users = [...text.matchAll(/<@!?(\d+)>/g)]
    .map(one => one[1] ?? '')
    .filter(id => world.people[id] !== undefined && allows('users', id))
  const mayAll = may(world, channel, botId(world), 'MENTION_EVERYONE')
  const roles = [...text.matchAll(/<@&(\d+)>/g)]
    .map(one => one[1] ?? '')
    .filter(id => {
      const role = server?.roles.find(one => one.id === id)
      return role !== undefined && (mayAll || role.mentionable) && allows('roles', id)
    })
  const everyone =
    /@(everyone|here)\b/.test(text) &&
    server !== undefined &&
    mayAll &&
    (all || allowed.parse?.includes('everyone') === true)
  return { mentionIds: [...new Set(users)], mentionRoleIds: [...new Set(roles)], mentionsEveryone: everyone }
}

function writtenText(message: Partial<Message>): string {
  if (!hasFlag(message.flags ?? 0, messageFlags.componentsV2)) return message.content ?? ''
  let text = ''
  for (const { component } of everyComponent(message.components ?? []))
    if (component.type === componentTypes.textDisplay) text += `${component.content ?? ''}\n`
  return text
}
