/** The values that come over the control API, as the page reads them. Types only. */
import type { Command, Component, Embed } from '../world/world.ts'

export type { Command, CommandOption, Component, Embed, SelectOption } from '../world/world.ts'
export type Id = string

export interface User {
  id: Id
  username: string
  global_name: string | null
  bot?: boolean
}

export interface Attachment {
  id: Id
  filename: string
  size: number
  url: string
  content_type: string
  description?: string
  flags: number
}

/** One of a server's own has an id. */
export interface EmojiView {
  id?: string | null
  name?: string | null
}

export interface PollView {
  question: { text: string }
  answers: { answer_id: number; poll_media: { text: string; emoji?: EmojiView } }[]
  expiry: string
  allow_multiselect: boolean
  results: { is_finalized: boolean; answer_counts: { id: number; count: number }[] }
}

/** A message in Discord's shape, with what the control API adds. */
export interface MessageView {
  id: Id
  type: number
  channel_id: Id
  author: User
  content: string
  embeds: Embed[]
  components: ComponentView[]
  attachments: Attachment[]
  flags: number
  timestamp: string
  edited_timestamp: string | null
  pinned: boolean
  mention_everyone: boolean
  mentions: User[]
  mention_roles: Id[]
  poll?: PollView
  voters?: { id: number; people: Id[] }[]
  interaction?: { name: string }
  interaction_metadata?: {
    id: Id
    type: number
    user: User
    target_message_id?: Id
    interacted_message_id?: Id
  }
  referenced_message?: MessageView | null
  text: string
  private: boolean
  loading: boolean
}

export interface MediaView {
  url: string
  content_type?: string | null
}

/** A component as a message brings it: its files have become addresses. */
export interface ComponentView
  extends Omit<Component, 'components' | 'component' | 'accessory' | 'media' | 'file' | 'items'> {
  components?: ComponentView[]
  component?: ComponentView
  accessory?: ComponentView
  media?: MediaView
  file?: MediaView
  items?: { media: MediaView; description?: string; spoiler?: boolean }[]
  name?: string
  size?: number
}

export interface PersonView {
  id: Id
  name: string
  displayName: string
  locale: string
  hasInstalled: boolean
  servers: { id: Id; name: string; isOwner: boolean; roles: string[] }[]
}

export interface ChannelView {
  id: Id
  name: string
  type: number
  topic: string | null
  parentId: Id | null
  mayWrite: boolean
  lastMessageId: Id | null
  /** What the bot may do here, of the rights that the page can take away. */
  botMay: Record<string, boolean>
}

export interface MemberView {
  id: Id
  name: string
  displayName: string
  bot: boolean
  roleIds: Id[]
}

export interface ServerView {
  id: Id
  name: string
  locale: string
  hasBot: boolean
  isOwner: boolean
  roles: { id: Id; name: string; managed: boolean }[]
  members: MemberView[]
  channels: ChannelView[]
}

export interface DirectView {
  channelId: Id
  /** The other side. */
  with: { id: Id; displayName: string; bot: boolean }
  lastMessageId: Id | null
  mayWrite: boolean
}

export interface ModalView {
  interactionId: Id
  title: string
  id: string
  components: ComponentView[]
}

export interface ReplyView {
  kind: 'reply' | 'update' | 'modal' | 'nothing'
  interactionId: Id
  modal: ModalView | null
  message: MessageView | null
}

export interface BotView {
  state: 'none' | 'starting' | 'ready' | 'exited'
  connected: boolean
  pid: number | null
  lastExit: { code: number | null; signal: string | null } | null
  application: { id: Id; name: string }
  output: { from: string; text: string }[]
}

export interface RequestView {
  at: number
  method: string
  path: string
  status: number
  body: unknown
  fault?: string
}

export interface RefusalView {
  at: number
  method: string
  path: string
  status: number
  code: number
  message: string
  issues: { path: (string | number)[]; code: string; message: string; rule?: string }[]
}

export interface FaultView {
  id: number
  method: string | null
  path: string | null
  left: number | null
  failure: { kind: string; status?: number; ms?: number; retryAfterSeconds?: number }
}

export interface About {
  tryThis?: string
  examples?: { command: string; options?: Record<string, string | number | boolean> }[]
}

/** What a person gives for an option or a field. */
export type Given = string | number | boolean | { id: Id } | { name: string; base64: string; contentType: string }

export type StreamEvent =
  | { event: 'hello'; as: string; now: number; bot: BotView['state']; connected: boolean; applicationId: Id }
  | { event: 'message-created' | 'message-updated'; channelId: Id; message: MessageView }
  | { event: 'message-deleted'; channelId: Id; messageId: Id }
  | { event: 'typing'; channelId: Id; personId: Id }
  | { event: 'clock-turned'; offsetMs: number; now: number }
  | { event: 'bot'; state: string; connected: boolean }
  | { event: 'bot-output'; from: string; text: string }
  | { event: 'commands-changed'; serverId: Id | null }
  | {
      event: 'interaction-created' | 'interaction-acknowledged'
      interactionId: Id
      acknowledged: { type: number } | null
    }
  | {
      event:
        | 'channel-created'
        | 'channel-updated'
        | 'channel-deleted'
        | 'thread-created'
        | 'thread-updated'
        | 'thread-deleted'
        | 'pins-updated'
        | 'server-joined'
        | 'server-updated'
        | 'server-left'
    }

export type { Command as CommandView }
