/** What an interaction's token opens for 15 minutes: @original and follow-ups, under /webhooks/:application/:token. */
import { messageBody } from '../bodies/message-body.ts'
import { bodyChecks } from '../rules/bodies.ts'
import {
  callbackTypes,
  channelOf,
  deleteMessage,
  editMessage,
  findByToken,
  findMessage,
  type Interaction,
  isUserInstallOnly,
  type Message,
  messageFlags,
  postMessage,
  tokenIsSpent,
} from '../world.ts'
import { type Call, noContent, ok, param, type Route } from './call.ts'
import { answerTo } from './callback-route.ts'
import { refuseArchived } from './message-routes.ts'
import { known, refusal } from './refusal.ts'
import { writeMessage } from './write-message.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const userInstallFollowUps = 5

function interactionOf(call: Call): Interaction {
  const { live } = call
  const interaction = findByToken(live.world, param(call, 'token'))
  if (param(call, 'application') !== live.world.application.id) throw refusal(...known.unknownWebhook)
  if (interaction === undefined || tokenIsSpent(interaction, call.nowMs)) throw refusal(...known.invalidWebhookToken)
  // Before the acknowledgement there is no webhook yet, and choices never make one.
  const type = interaction.acknowledged?.type
  if (type === undefined || type === callbackTypes.choices) throw refusal(...known.unknownWebhook)
  return interaction
}

function messageOf(call: Call, interaction: Interaction): Message {
  const asked = param(call, 'message')
  const id = asked === '@original' ? interaction.originalId : asked
  const belongs = id !== null && (id === interaction.originalId || interaction.followUpIds.includes(id))
  const message = belongs ? findMessage(call.live.world, interaction.channelId, id) : undefined
  if (message === undefined) throw refusal(...known.unknownMessage)
  return message
}

const getOne: Route = call => ok(messageBody(call.live.world, messageOf(call, interactionOf(call)), call.view))

const change: Route = call => {
  const interaction = interactionOf(call)
  const before = messageOf(call, interaction)
  refuseArchived(channelOf(call.live.world, before.channelId))
  if (before.poll !== undefined) throw refusal(...known.pollEdit)
  const fills = interaction.waiting && before.id === interaction.originalId
  const { change: fields, keepFiles } = writeMessage(call, {
    check: bodyChecks.followUpEdit,
    channelId: before.channelId,
    before,
    mayBeEphemeral: true,
  })
  editMessage(before, fills ? null : call.nowMs, { ...fields, flags: fields.flags & ~messageFlags.loading })
  keepFiles()
  if (fills) interaction.waiting = false
  call.live.publish({ kind: 'message-updated', message: before, interactionId: interaction.id })
  call.live.publish({
    kind: 'interaction-answered',
    interaction,
    message: before,
    how: before.id === interaction.originalId ? 'original' : 'follow-up',
  })
  return ok(messageBody(call.live.world, before, call.view))
}

const remove: Route = call => {
  const interaction = interactionOf(call)
  const message = messageOf(call, interaction)
  deleteMessage(call.live.world, message)
  if (message.id === interaction.originalId) interaction.waiting = false
  call.live.publish({ kind: 'message-deleted', message })
  return noContent
}

const followUp: Route = call => {
  const interaction = interactionOf(call)
  const deferral =
    interaction.waiting && interaction.originalId !== null
      ? findMessage(call.live.world, interaction.channelId, interaction.originalId)
      : undefined
  if (deferral !== undefined) return fillByFollowUp(call, interaction, deferral)
  if (isUserInstallOnly(interaction) && interaction.followUpIds.length >= userInstallFollowUps)
    throw refusal(...known.followUpLimit)
  const { world } = call.live
  const written = writeMessage(call, {
    check: bodyChecks.followUp,
    channelId: interaction.channelId,
    mayBeEphemeral: true,
  })
  const message = postMessage(world, call.nowMs, answerTo(call, interaction, written.change, true))
  written.keepFiles()
  interaction.followUpIds.push(message.id)
  call.live.publish({ kind: 'message-created', message })
  call.live.publish({ kind: 'interaction-answered', interaction, message, how: 'follow-up' })
  return ok(messageBody(world, message, call.view))
}

/** The first follow-up after a deferral takes the deferral's place, and so its privacy, whatever its own flag says. */
function fillByFollowUp(call: Call, interaction: Interaction, before: Message): ReturnType<Route> {
  const { world } = call.live
  const written = writeMessage(call, {
    check: bodyChecks.followUp,
    channelId: interaction.channelId,
    mayBeEphemeral: true,
  })
  const flags = (written.change.flags & ~messageFlags.ephemeral) | (before.flags & messageFlags.ephemeral)
  editMessage(before, null, { ...written.change, flags })
  written.keepFiles()
  interaction.waiting = false
  call.live.publish({ kind: 'message-updated', message: before, interactionId: interaction.id })
  call.live.publish({ kind: 'interaction-answered', interaction, message: before, how: 'original' })
  return ok(messageBody(world, before, call.view))
}

export const webhookRoutes: Record<string, Route> = {
  'POST /webhooks/:application/:token': followUp,
  'GET /webhooks/:application/:token/messages/:message': getOne,
  'PATCH /webhooks/:application/:token/messages/:message': change,
  'DELETE /webhooks/:application/:token/messages/:message': remove,
}
