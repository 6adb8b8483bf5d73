/** An interaction's acknowledgement: POST /interactions/:interaction/:token/callback, with all that Discord holds it to. */
import { messageBody } from '../bodies/message-body.ts'
import { checkChoicesOffered, choicesIn } from '../rules/autocomplete-rules.ts'
import { bodyChecks } from '../rules/bodies.ts'
import { newReport, reportAt } from '../rules/issue.ts'
import { checkModal } from '../rules/modal-rules.ts'
import { isRecord } from '../rules/schema.ts'
import {
  botId,
  type Component,
  callbackTypes,
  channelOf,
  editMessage,
  findMessage,
  hasFlag,
  type Id,
  type Interaction,
  interactionTypes,
  isDue,
  isUserInstallOnly,
  type Message,
  may,
  messageFlags,
  postMessage,
  tokenIsSpent,
} from '../world.ts'
import { type Answer, type Call, noContent, ok, param } from './call.ts'
import { refuseArchived, reopen } from './message-routes.ts'
import { known, refusal, refuseFaults } from './refusal.ts'
import { numbered, writeMessage } from './write-message.ts'

export function acknowledge(call: Call): Answer {
  const interaction = pendingInteraction(call)
  const type = callbackType(call, interaction)
  reopenOrRefuse(call, interaction, type)
  const message = perform(call, interaction, type)
  interaction.acknowledged = { type, at: call.nowMs }
  call.live.publish({ kind: 'interaction-acknowledged', interaction })
  return call.query.get('with_response') === 'true' ? ok(responseBody(call, interaction, type, message)) : noContent
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding : once, within 3 seconds */
function pendingInteraction(call: Call): Interaction {
  const interaction = call.live.world.interactions[param(call, 'interaction')]
  if (interaction === undefined || interaction.token !== param(call, 'token') || tokenIsSpent(interaction, call.nowMs))
    throw refusal(...known.unknownInteraction)
  if (interaction.acknowledged !== null) throw refusal(...known.alreadyAcknowledged)
  if (isDue(interaction, call.nowMs)) throw refusal(...known.unknownInteraction)
  return interaction
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
function allowedTypes(interaction: Interaction): number[] {
  if (interaction.type === interactionTypes.autocomplete) return [callbackTypes.choices]
  const types: number[] = [callbackTypes.message, callbackTypes.deferredMessage]
  if (interaction.type === interactionTypes.component || interaction.fromComponent)
    types.push(callbackTypes.deferredUpdate, callbackTypes.update)
  // MODAL: "not available for MODAL_SUBMIT and PING interactions"
  if (interaction.type !== interactionTypes.modal) types.push(callbackTypes.modal)
  return types
}

function callbackType(call: Call, interaction: Interaction): number {
  const type = isRecord(call.body) ? call.body['type'] : undefined
  const allowed = allowedTypes(interaction)
  if (typeof type === 'number' && allowed.includes(type)) return type
  const to = newReport()
  reportAt(to, ['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`)
  throw refuseWith(to)
}

function refuseWith(to: ReturnType<typeof newReport>): Error {
  refuseFaults(to)
  return new Error('a report without faults cannot refuse')
}

/** In an archived thread nothing can be edited; an answer reopens it, unless it is locked: https://github.com/discord/discord-api-docs/issues/5517 */
function reopenOrRefuse(call: Call, interaction: Interaction, type: number): void {
  const channel = channelOf(call.live.world, interaction.channelId)
  if (type === callbackTypes.update) refuseArchived(channel)
  if (type !== callbackTypes.message && type !== callbackTypes.deferredMessage) return
  if (channel.thread?.locked === true) refuseArchived(channel)
  reopen(call, channel)
}

function perform(call: Call, interaction: Interaction, type: number): Message | null {
  switch (type) {
    case callbackTypes.message:
      return reply(call, interaction)
    case callbackTypes.deferredMessage:
      return defer(call, interaction)
    case callbackTypes.deferredUpdate:
      return promiseUpdate(call, interaction)
    case callbackTypes.update:
      return update(call, interaction)
    case callbackTypes.choices:
      return offerChoices(call, interaction)
    default:
      return openModal(call, interaction)
  }
}

function reply(call: Call, interaction: Interaction): Message {
  const written = writeMessage(call, {
    check: bodyChecks.reply,
    channelId: interaction.channelId,
    under: 'data',
    mayBeEphemeral: true,
  })
  const message = postMessage(call.live.world, call.nowMs, answerTo(call, interaction, written.change))
  written.keepFiles()
  keepOriginal(interaction, message)
  call.live.publish({ kind: 'message-created', message })
  return message
}

/** A message as an answer to this interaction: by the bot, over its webhook, private when asked or where Discord makes it so. */
export function answerTo(
  call: Call,
  interaction: Interaction,
  change: Partial<Message> & { flags: number },
  followUp = false,
): Parameters<typeof postMessage>[2] {
  const { world } = call.live
  const flags = change.flags | (mustBePrivate(call, interaction) ? messageFlags.ephemeral : 0)
  return {
    ...change,
    flags,
    // 20 answers a slash command, 23 a context menu command, 19 replies to a message: https://discord.com/developers/docs/resources/message#message-object-message-types
    type: followUp ? 19 : typeOfAnswer(interaction),
    channelId: interaction.channelId,
    authorId: botId(world),
    webhookId: world.application.id,
    applicationId: world.application.id,
    interaction: metadataOf(interaction),
    ...(hasFlag(flags, messageFlags.ephemeral) ? { visibleTo: interaction.personId } : {}),
    ...referenceOf(interaction, followUp, channelOf(world, interaction.channelId).serverId),
  }
}

function typeOfAnswer(interaction: Interaction): number {
  if (interaction.type !== interactionTypes.command) return interaction.messageId === undefined ? 0 : 19
  return interaction.messageId === undefined ? 20 : 23
}

function referenceOf(interaction: Interaction, followUp: boolean, serverId: Id | null): Partial<Message> {
  const messageId = followUp
    ? (interaction.originalId ?? undefined)
    : interaction.type === interactionTypes.command
      ? undefined
      : interaction.messageId
  return messageId === undefined
    ? {}
    : { reference: { messageId, channelId: interaction.channelId, serverId, type: 0 } }
}

function metadataOf(interaction: Interaction): NonNullable<Message['interaction']> {
  const isCommand = interaction.type === interactionTypes.command
  return {
    id: interaction.id,
    type: interaction.type,
    personId: interaction.personId,
    ...(interaction.name === undefined ? {} : { name: interaction.name }),
    ...(interaction.messageId === undefined
      ? {}
      : isCommand
        ? { targetMessageId: interaction.messageId }
        : { triggeringId: interaction.messageId }),
  }
}

/** https://discord.com/developers/docs/topics/permissions : without USE_EXTERNAL_APPS, answers of a person's own app are only for them */
function mustBePrivate(call: Call, interaction: Interaction): boolean {
  if (interaction.context !== 0 || !isUserInstallOnly(interaction)) return false
  const { world } = call.live
  return !may(world, channelOf(world, interaction.channelId), interaction.personId, 'USE_EXTERNAL_APPS')
}

export function keepOriginal(interaction: Interaction, message: Message): void {
  interaction.originalId = message.id
  interaction.private = hasFlag(message.flags, messageFlags.ephemeral)
}

function defer(call: Call, interaction: Interaction): Message {
  const { change } = writeMessage(call, {
    check: bodyChecks.reply,
    channelId: interaction.channelId,
    under: 'data',
    mayBeEphemeral: true,
    mayBeEmpty: true,
  })
  // "the only valid message flag you may use is EPHEMERAL", https://discord.com/developers/docs/interactions/receiving-and-responding
  if ((change.flags & ~messageFlags.ephemeral) !== 0) {
    const to = newReport('data')
    reportAt(
      to,
      ['flags'],
      'MESSAGE_FLAG_NOT_SETTABLE',
      'A deferral takes no flag but EPHEMERAL; IS_COMPONENTS_V2 goes into the edit that fills it',
    )
    refuseFaults(to)
  }
  const flags = change.flags | messageFlags.loading
  const message = postMessage(call.live.world, call.nowMs, answerTo(call, interaction, { flags }))
  keepOriginal(interaction, message)
  interaction.waiting = true
  call.live.publish({ kind: 'message-created', message })
  return message
}

function promiseUpdate(call: Call, interaction: Interaction): Message {
  const to = newReport()
  bodyChecks.update(call.body, to)
  refuseFaults(to)
  const message = sourceOf(call, interaction)
  keepOriginal(interaction, message)
  return message
}

function update(call: Call, interaction: Interaction): Message {
  const before = sourceOf(call, interaction)
  const written = writeMessage(call, {
    check: bodyChecks.update,
    channelId: interaction.channelId,
    under: 'data',
    before,
  })
  const message = editMessage(before, call.nowMs, written.change)
  written.keepFiles()
  keepOriginal(interaction, message)
  call.live.publish({ kind: 'message-updated', message, interactionId: interaction.id })
  return message
}

function sourceOf(call: Call, interaction: Interaction): Message {
  const message =
    interaction.messageId === undefined
      ? undefined
      : findMessage(call.live.world, interaction.channelId, interaction.messageId)
  if (message === undefined) throw refusal(...known.unknownMessage)
  return message
}

function offerChoices(call: Call, interaction: Interaction): null {
  const { data } = call.body as { data?: unknown }
  const to = newReport()
  checkChoicesOffered(data ?? {}, interaction.focusedType ?? 3, to)
  refuseFaults(to)
  interaction.choices = choicesIn(data ?? {}).map(({ name, value }) => ({ name, value }))
  return null
}

function openModal(call: Call, interaction: Interaction): null {
  const to = newReport()
  bodyChecks.modal(call.body, to)
  refuseFaults(to)
  const { data } = call.body as { data: { custom_id: string; title: string; components: Component[] } }
  to.path.push('data')
  checkModal(data, to)
  refuseFaults(to)
  interaction.modal = {
    custom_id: data.custom_id,
    title: data.title,
    components: numbered(structuredClone(data.components)),
  }
  return null
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function responseBody(
  call: Call,
  interaction: Interaction,
  type: number,
  message: Message | null,
): Record<string, unknown> {
  const about: Record<string, unknown> = {
    id: interaction.id,
    type: interaction.type,
    guild_id: interaction.serverId,
    channel_id: interaction.channelId,
  }
  if (message === null) return { interaction: about, resource: { type } }
  about['response_message_id'] = message.id
  about['response_message_loading'] = hasFlag(message.flags, messageFlags.loading)
  about['response_message_ephemeral'] = hasFlag(message.flags, messageFlags.ephemeral)
  // "Only present if type is either CHANNEL_MESSAGE_WITH_SOURCE or UPDATE_MESSAGE"
  const shown = type === callbackTypes.message || type === callbackTypes.update
  const resource = shown ? { type, message: messageBody(call.live.world, message, call.view) } : { type }
  return { interaction: about, resource }
}
