/** A message's values: text, embeds, components, files, polls. Plain JSON; knows no rule. */
import type { Id } from './snowflake.ts'

export interface Attachment {
  id: Id
  filename: string
  bytes: number
  contentType: string
  description?: string
  title?: string
  spoiler?: boolean
}

export interface PollAnswer {
  id: number
  text: string
  emoji?: { id?: string; name?: string }
  voterIds: Id[]
}

export interface Poll {
  question: string
  answers: PollAnswer[]
  multiselect: boolean
  endsAt: number
  finalized: boolean
}

/** A component as it stands in a message or a modal: the union of all their fields, checked when it came in. */
export interface Component {
  type: number
  id?: number
  custom_id?: string
  style?: number
  label?: string
  description?: string
  url?: string
  sku_id?: string
  disabled?: boolean
  emoji?: { id?: string; name?: string }
  placeholder?: string
  min_values?: number
  max_values?: number
  min_length?: number
  max_length?: number
  required?: boolean
  value?: string
  default?: boolean
  options?: SelectOption[]
  default_values?: { id: Id; type: string }[]
  channel_types?: number[]
  file_types?: string[]
  content?: string
  spoiler?: boolean
  divider?: boolean
  spacing?: number
  accent_color?: number
  components?: Component[]
  component?: Component
  accessory?: Component
  items?: { media: Media; description?: string; spoiler?: boolean }[]
  media?: Media
  file?: Media
}

export interface Media {
  url: string
}

export interface SelectOption {
  label: string
  value: string
  description?: string
  default?: boolean
  emoji?: { id?: string; name?: string }
}

export type Embed = Record<string, unknown>

export interface Message {
  id: Id
  channelId: Id
  authorId: Id
  type: number
  content: string
  embeds: Embed[]
  components: Component[]
  attachments: Attachment[]
  flags: number
  createdAt: number
  editedAt: number | null
  tts: boolean
  mentionIds: Id[]
  mentionRoleIds: Id[]
  mentionsEveryone: boolean
  nonce?: string | number
  poll?: Poll
  reference?: { messageId: Id; channelId: Id; serverId: Id | null; type: number }
  /** The interaction that it answers. */
  interaction?: {
    id: Id
    type: number
    personId: Id
    name?: string
    targetMessageId?: Id
    triggeringId?: Id
    repliedToId?: Id
  }
  /** Through a webhook or an interaction's token: the application's id. */
  webhookId?: Id
  applicationId?: Id
  threadId?: Id
  /** Ephemeral: the only person who sees it. */
  visibleTo?: Id
}
