/** The request bodies that a bot sends, each with the check compiled from Discord's description. */
import * as spec from 'discord-api-spec/zod'
import type { Component, Embed, Id } from '../world.ts'
import { type Report, report } from './issue.ts'
import { type Check, makeCompiler } from './schema.ts'

/** discord.js puts `enforce_nonce: false` and `tts: false` into every message body, also where Discord's description has no such key. */
const alwaysSent: readonly string[] = ['enforce_nonce', 'tts']

const compile = makeCompiler({
  unknownKeys: new Map([
    [spec.IncomingWebhookInteractionRequestSchema, alwaysSent],
    [spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema, alwaysSent],
    [spec.IncomingWebhookRequestPartialSchema, alwaysSent],
    [spec.IncomingWebhookUpdateRequestPartialSchema, alwaysSent],
    [spec.MessageEditRequestPartialSchema, alwaysSent],
    [spec.BaseCreateMessageCreateRequestSchema, alwaysSent],
    // discord.js sends the thread's type when it starts one from a message, where it is implied.
    [spec.CreateTextThreadWithMessageRequestSchema, ['type']],
    // Documented, but missing in the description: https://discord.com/developers/docs/interactions/application-commands#create-global-application-command
    [spec.ApplicationCommandCreateRequestSchema, ['nsfw']],
    [spec.ApplicationCommandUpdateRequestSchema, ['nsfw']],
    [spec.ApplicationCommandPatchRequestPartialSchema, ['nsfw']],
  ]),
  // Described as a number, documented as (and answered as) a string of digits.
  fields: new Map([['default_member_permissions', permissionsCheck]]),
})

function permissionsCheck(value: unknown, to: Report): void {
  if (value === null) return
  const digits = typeof value === 'number' ? String(value) : value
  if (typeof digits === 'string' && /^\d{1,17}$/.test(digits)) return
  report(
    to,
    'NUMBER_TYPE_COERCE',
    `Value ${JSON.stringify(value)} is not a permission bit set, which is a string of digits.`,
  )
}

export const bodyChecks = {
  message: compile(spec.MessageCreateRequestSchema),
  messageEdit: compile(spec.MessageEditRequestPartialSchema),
  followUp: compile(spec.IncomingWebhookRequestPartialSchema),
  followUpEdit: compile(spec.IncomingWebhookUpdateRequestPartialSchema),
  reply: compile(spec.CreateMessageInteractionCallbackRequestSchema),
  update: compile(spec.UpdateMessageInteractionCallbackRequestSchema),
  modal: compile(spec.ModalInteractionCallbackRequestSchema),
  stringChoices: compile(spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema),
  integerChoices: compile(spec.InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema),
  numberChoices: compile(spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema),
  commandCreate: compile(spec.ApplicationCommandCreateRequestSchema),
  commandPut: compile(spec.ApplicationCommandUpdateRequestSchema),
  commandPatch: compile(spec.ApplicationCommandPatchRequestPartialSchema),
  threadFromMessage: compile(spec.CreateTextThreadWithMessageRequestSchema),
  thread: compile(spec.CreateTextThreadWithoutMessageRequestSchema),
  forumPost: compile(spec.CreateForumThreadRequestSchema),
  channelEdit: compile(spec.UpdateGuildChannelRequestPartialSchema),
  threadEdit: compile(spec.UpdateThreadRequestPartialSchema),
  directChannel: compile(spec.CreatePrivateChannelRequestSchema),
  ownUser: compile(spec.BotAccountPatchRequestSchema),
} satisfies Record<string, Check>

/** For tests that hold what Local Discord answers against Discord's description of answers. */
export const compileSchema = compile

/** A message body after its check, whichever of Discord's five shapes it came in. */
export interface MessageFields {
  content?: string | null
  embeds?: Embed[] | null
  components?: Component[] | null
  attachments?: AttachmentFields[] | null
  allowed_mentions?: AllowedMentions | null
  flags?: number | null
  tts?: boolean | null
  poll?: PollFields | null
  sticker_ids?: Id[] | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  message_reference?: ReferenceFields | null
}

export interface AttachmentFields {
  id: Id | number
  filename?: string | null
  description?: string | null
  title?: string | null
  is_spoiler?: boolean | null
}

export interface AllowedMentions {
  parse?: ('users' | 'roles' | 'everyone' | null)[] | null
  users?: (Id | null)[] | null
  roles?: (Id | null)[] | null
  replied_user?: boolean | null
}

export interface ReferenceFields {
  message_id: Id
  channel_id?: Id | null
  guild_id?: Id | null
  fail_if_not_exists?: boolean | null
  type?: number | null
}

export interface PollFields {
  question: { text?: string | null }
  answers: { poll_media: { text?: string | null; emoji?: { id?: string | null; name?: string | null } | null } }[]
  allow_multiselect?: boolean | null
  duration?: number | null
}
