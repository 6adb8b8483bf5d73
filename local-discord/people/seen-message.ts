/** A message as a person sees it: its text, buttons, selects and files. A picture of one moment; ask again for a later one. */
import { componentTypes, everyComponent, isSelect } from '../rules/component-rules.ts'
import {
  type Component,
  type Embed,
  hasFlag,
  type Id,
  type Message,
  messageFlags,
  type SelectOption,
  type World,
} from '../world.ts'

export interface SeenButton {
  label: string
  /** The custom id; empty on link buttons. */
  id: string
  style: number
  disabled: boolean
  url: string | null
}

export interface SeenSelect {
  id: string
  type: number
  placeholder: string
  options: readonly SelectOption[]
  minimum: number
  maximum: number
  disabled: boolean
}

export interface SeenFile {
  name: string
  contentType: string
  /** Alt text. */
  description: string | null
  bytes: Buffer
}

export interface SeenMessage {
  id: Id
  channelId: Id
  authorId: Id
  /** All that can be read: content, embeds, text displays, alt texts and polls, in reading order; not the labels of buttons and selects. */
  text: string
  /** Only for the person who asked. */
  private: boolean
  /** "thinking…" */
  loading: boolean
  edited: boolean
  pinned: boolean
  published: boolean
  /** Whom it notified. */
  mentions: { people: readonly Id[]; roles: readonly Id[]; everyone: boolean }
  buttons: SeenButton[]
  selects: SeenSelect[]
  files: SeenFile[]
  /** The instant of posting, milliseconds since 1970 on the world's clock. */
  postedAt: number
  /** The message as the world holds it. */
  raw: Message
}

export function seenMessage(world: World, message: Message): SeenMessage {
  // Messages are changed in place, their parts replaced as wholes: a copy of the outermost keeps this moment.
  const raw = { ...message }
  return {
    id: raw.id,
    channelId: raw.channelId,
    authorId: raw.authorId,
    text: textOf(raw),
    private: hasFlag(raw.flags, messageFlags.ephemeral),
    loading: hasFlag(raw.flags, messageFlags.loading),
    edited: raw.editedAt !== null,
    pinned: world.channels[raw.channelId]?.pinnedIds.includes(raw.id) ?? false,
    published: hasFlag(raw.flags, messageFlags.crossposted),
    mentions: { people: raw.mentionIds, roles: raw.mentionRoleIds, everyone: raw.mentionsEveryone },
    buttons: buttonsOf(raw.components),
    selects: selectsOf(raw.components),
    files: raw.attachments.map(one => ({
      name: one.filename,
      contentType: one.contentType,
      description: one.description ?? null,
      bytes: Buffer.from(world.files[one.id] ?? '', 'base64'),
    })),
    postedAt: raw.createdAt,
    raw,
  }
}

export function textOf(message: Pick<Message, 'content' | 'embeds' | 'components' | 'poll'>): string {
  const lines = [message.content, ...message.embeds.flatMap(embedLines)]
  for (const { component } of everyComponent(message.components)) lines.push(...componentLines(component))
  if (message.poll !== undefined) lines.push(message.poll.question, ...message.poll.answers.map(one => one.text))
  return lines.filter(line => line !== '').join('\n')
}

function embedLines(embed: Embed): string[] {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const inside = (key: string, field: string): string =>
    text((embed[key] as Record<string, unknown> | undefined)?.[field])
  const fields = (Array.isArray(embed['fields']) ? embed['fields'] : []) as { name: string; value: string }[]
  return [
    inside('author', 'name'),
    text(embed['title']),
    text(embed['description']),
    ...fields.flatMap(field => [field.name, field.value]),
    inside('footer', 'text'),
  ]
}

function componentLines(component: Component): string[] {
  if (component.type === componentTypes.textDisplay) return [component.content ?? '']
  if (component.type === componentTypes.thumbnail) return [component.description ?? '']
  if (component.type === componentTypes.mediaGallery) return (component.items ?? []).map(one => one.description ?? '')
  return []
}

export function buttonsOf(components: readonly Component[]): SeenButton[] {
  return [...everyComponent(components)]
    .map(one => one.component)
    .filter(one => one.type === componentTypes.button)
    .map(one => ({
      label: one.label ?? one.emoji?.name ?? '',
      id: one.custom_id ?? '',
      style: one.style ?? 1,
      disabled: one.disabled ?? false,
      url: one.url ?? null,
    }))
}

export function selectsOf(components: readonly Component[]): SeenSelect[] {
  return [...everyComponent(components)]
    .map(one => one.component)
    .filter(one => isSelect(one.type))
    .map(one => ({
      id: one.custom_id ?? '',
      type: one.type,
      placeholder: one.placeholder ?? '',
      options: one.options ?? [],
      minimum: one.min_values ?? 1,
      maximum: one.max_values ?? 1,
      disabled: one.disabled ?? false,
    }))
}
