/** How a message looks in the API, through REST, in the gateway's events and inside interactions. */

import { componentTypes, isSelect } from '../rules/component-rules.ts'
import {
  botId,
  type Component,
  channelOf,
  findMessage,
  findServer,
  hasFlag,
  type Message,
  messageFlags,
  personOf,
  type World,
} from '../world.ts'
import { type Body, bareMemberBody, iso, userBody } from './bodies.ts'
import { channelBody } from './channel-body.ts'

export interface MessageView {
  /** Where files are downloaded, without a slash at the end. */
  filesUrl: string
}

export function messageBody(world: World, message: Message, view: MessageView): Body {
  const body: Body = {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userBody(personOf(world, message.authorId)),
    content: message.content,
    embeds: message.embeds.map(embed => ({ type: 'rich', ...embed })),
    components: message.components.map(one => componentBody(one, message, view)),
    attachments: message.attachments.map(one => attachmentBody(one, message, view)),
    flags: message.flags,
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : iso(message.editedAt),
    tts: message.tts,
    pinned: isPinned(world, message),
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentionIds.map(id => userBody(personOf(world, id))),
    mention_roles: message.mentionRoleIds,
  }
  if (message.nonce !== undefined) body['nonce'] = message.nonce
  if (message.webhookId !== undefined) body['webhook_id'] = message.webhookId
  if (message.applicationId !== undefined) body['application_id'] = message.applicationId
  if (message.poll !== undefined) body['poll'] = pollBody(message)
  if (message.threadId !== undefined) body['thread'] = channelBody(world, channelOf(world, message.threadId))
  if (message.interaction !== undefined) addInteraction(world, message, body)
  if (message.reference !== undefined) addReference(world, message, view, body)
  return body
}

/** As the gateway sends it: with the server and the author's membership. */
export function dispatchedMessageBody(world: World, message: Message, view: MessageView): Body {
  const channel = channelOf(world, message.channelId)
  const body = messageBody(world, message, view)
  if (channel.serverId === null) return { ...body, channel_type: channel.type }
  const member = findServer(world, channel.serverId)?.members[message.authorId]
  return { ...body, guild_id: channel.serverId, ...(member === undefined ? {} : { member: bareMemberBody(member) }) }
}

function addInteraction(world: World, message: Message, body: Body): void {
  const { interaction } = message
  if (interaction === undefined) return
  const metadata: Body = {
    id: interaction.id,
    type: interaction.type,
    user: userBody(personOf(world, interaction.personId)),
    authorizing_integration_owners: {},
  }
  if (interaction.name !== undefined) {
    body['interaction'] = { id: interaction.id, type: interaction.type, name: interaction.name, user: metadata['user'] }
  }
  if (interaction.targetMessageId !== undefined) metadata['target_message_id'] = interaction.targetMessageId
  if (interaction.triggeringId !== undefined) metadata['interacted_message_id'] = interaction.triggeringId
  body['interaction_metadata'] = metadata
}

function addReference(world: World, message: Message, view: MessageView, body: Body): void {
  const { reference } = message
  if (reference === undefined) return
  body['message_reference'] = {
    type: reference.type,
    message_id: reference.messageId,
    channel_id: reference.channelId,
    ...(reference.serverId === null ? {} : { guild_id: reference.serverId }),
  }
  const target = findMessage(world, reference.channelId, reference.messageId)
  // One level only: the answered message comes without its own reference.
  body['referenced_message'] = target === undefined ? null : messageBody(world, withoutReference(target), view)
}

function withoutReference(message: Message): Message {
  const { reference: _reference, ...rest } = message
  return rest
}

function isPinned(world: World, message: Message): boolean {
  return world.channels[message.channelId]?.pinnedIds.includes(message.id) ?? false
}

function attachmentBody(attachment: Message['attachments'][number], message: Message, view: MessageView): Body {
  const url = `${view.filesUrl}/${message.channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.bytes,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
    ...(attachment.title === undefined ? {} : { title: attachment.title }),
    ...(hasFlag(message.flags, messageFlags.ephemeral) ? { ephemeral: true } : {}),
    flags: attachment.spoiler === true ? 8 : 0,
  }
}

/** With the defaults that Discord fills in; `attachment://name` becomes the file's address. */
function componentBody(component: Component, message: Message, view: MessageView): Body {
  const body: Body = { ...component, ...defaultsOf(component) }
  if (component.components !== undefined)
    body['components'] = component.components.map(one => componentBody(one, message, view))
  if (component.accessory !== undefined) body['accessory'] = componentBody(component.accessory, message, view)
  if (component.media !== undefined) body['media'] = mediaBody(component.media.url, message, view)
  if (component.file !== undefined) {
    body['file'] = mediaBody(component.file.url, message, view)
    const attachment = attachmentNamed(component.file.url, message)
    if (attachment !== undefined) Object.assign(body, { name: attachment.filename, size: attachment.bytes })
  }
  if (component.items !== undefined) {
    body['items'] = component.items.map(one => ({
      description: null,
      spoiler: false,
      ...one,
      media: mediaBody(one.media.url, message, view),
    }))
  }
  return body
}

function defaultsOf(component: Component): Body {
  if (isSelect(component.type)) return { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }
  if (component.type === componentTypes.separator)
    return { spacing: component.spacing ?? 1, divider: component.divider ?? true }
  const hides: readonly number[] = [componentTypes.thumbnail, componentTypes.file, componentTypes.container]
  return hides.includes(component.type) ? { spoiler: component.spoiler ?? false } : {}
}

function attachmentNamed(url: string, message: Message): Message['attachments'][number] | undefined {
  const name = url.startsWith('attachment://') ? decodeURIComponent(url.slice('attachment://'.length)) : undefined
  return name === undefined ? undefined : message.attachments.find(one => one.filename === name)
}

function mediaBody(url: string, message: Message, view: MessageView): Body {
  const attachment = attachmentNamed(url, message)
  if (attachment === undefined) return { id: '0', url, proxy_url: url, width: null, height: null, content_type: null }
  const { url: address, proxy_url, content_type } = attachmentBody(attachment, message, view)
  return {
    id: attachment.id,
    url: address,
    proxy_url,
    content_type,
    attachment_id: attachment.id,
    width: null,
    height: null,
  }
}

function pollBody(message: Message): Body {
  const poll = message.poll
  if (poll === undefined) return {}
  return {
    question: { text: poll.question },
    answers: poll.answers.map(one => ({
      answer_id: one.id,
      poll_media: { text: one.text, ...(one.emoji === undefined ? {} : { emoji: one.emoji }) },
    })),
    expiry: iso(poll.endsAt),
    allow_multiselect: poll.multiselect,
    layout_type: 1,
    results: {
      is_finalized: poll.finalized,
      answer_counts: poll.answers
        .filter(one => one.voterIds.length > 0)
        .map(one => ({ id: one.id, count: one.voterIds.length, me_voted: false })),
    },
  }
}

/** Without the Message Content intent these come empty, save in what the bot wrote, was mentioned in or got directly. */
export function withoutContent(world: World, message: Message, body: Body): Body {
  const direct = channelOf(world, message.channelId).serverId === null
  if (direct || message.authorId === botId(world) || message.mentionIds.includes(botId(world))) return body
  const { poll: _poll, ...rest } = body
  return { ...rest, content: '', embeds: [], components: [], attachments: [] }
}
