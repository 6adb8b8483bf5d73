/** What the control API shows of messages, replies, channels and people: plain JSON, with everything a page needs to draw them. */
import { messageBody } from '../bodies/message-body.ts'
import type { LocalDiscord } from '../open-local-discord.ts'
import type { Reply, SeenModal } from '../people/reply.ts'
import type { SeenMessage } from '../people/seen-message.ts'
import type { PersonScript } from '../people.ts'
import { channelsOf, findServer, type Id, type Message, may, maySend, type Server, threadsOf } from '../world.ts'
import { botRights, lastSeenId } from './page-routes.ts'

export type View = Record<string, unknown>

export function filesUrl(discord: LocalDiscord): string {
  return `${new URL(discord.apiUrl).origin}/attachments`
}

/** The message in Discord's own shape, with what the script adds: its text and whether it is private. */
export function messageView(discord: LocalDiscord, seen: SeenMessage): View {
  return rawMessageView(discord, seen.raw, { text: seen.text, private: seen.private, loading: seen.loading })
}

export function rawMessageView(discord: LocalDiscord, message: Message, more: View): View {
  const voters = message.poll?.answers.map(one => ({ id: one.id, people: one.voterIds }))
  const body = messageBody(discord.live.world, message, { filesUrl: filesUrl(discord) })
  return { ...body, ...(voters === undefined ? {} : { voters }), ...more }
}

export function replyView(discord: LocalDiscord, reply: Reply): View {
  const { kind, text, private: isPrivate, deferred, buttons, selects, interactionId, times } = reply
  return {
    kind,
    text,
    private: isPrivate,
    deferred,
    buttons,
    selects,
    interactionId,
    tookMs: times.acknowledgedAtMs === null ? null : times.acknowledgedAtMs - times.dispatchedAtMs,
    modal: reply.modal === null ? null : modalView(reply.modal),
    message: kind === 'reply' || kind === 'update' ? messageView(discord, reply.message) : null,
    followUps: reply.followUps().map(one => messageView(discord, one)),
  }
}

function modalView(modal: SeenModal): View {
  return {
    interactionId: modal.interaction.id,
    title: modal.title,
    id: modal.id,
    text: modal.text,
    fields: modal.fields,
    components: modal.interaction.modal?.components ?? [],
  }
}

export function personView(discord: LocalDiscord, person: PersonScript): View {
  const { world } = discord.live
  const servers = Object.values(world.servers).filter(one => one.members[person.id] !== undefined)
  return {
    id: person.id,
    name: person.name,
    displayName: person.displayName,
    locale: person.locale,
    hasInstalled: world.installs.includes(person.id),
    servers: servers.map(one => ({
      id: one.id,
      name: one.name,
      isOwner: one.ownerId === person.id,
      roles: one.roles
        .filter(role => one.members[person.id]?.roleIds.includes(role.id) === true)
        .map(role => role.name),
    })),
  }
}

/** The server's channels and threads that this person sees. */
export function serverView(discord: LocalDiscord, server: Server, personId: Id): View {
  const { world } = discord.live
  const all = [...channelsOf(world, server), ...threadsOf(world, server)].filter(one =>
    may(world, one, personId, 'VIEW_CHANNEL'),
  )
  return {
    id: server.id,
    name: server.name,
    locale: server.locale,
    hasBot: server.members[world.application.id] !== undefined,
    isOwner: server.ownerId === personId,
    roles: server.roles.map(one => ({ id: one.id, name: one.name, managed: one.managed })),
    members: Object.entries(server.members).map(([id, member]) => ({
      id,
      name: world.people[id]?.name,
      displayName: world.people[id]?.displayName,
      bot: world.people[id]?.bot,
      roleIds: member.roleIds,
    })),
    channels: all.map(one => ({
      id: one.id,
      name: one.name,
      type: one.type,
      topic: one.topic,
      parentId: one.parentId,
      mayWrite: maySend(world, one, personId),
      lastMessageId: lastSeenId(discord, one, personId),
      botMay: botRights(discord, one),
    })),
  }
}

export function findServerView(discord: LocalDiscord, id: Id): Server {
  const server = findServer(discord.live.world, id)
  if (server === undefined) throw new Error(`no server has the id ${id}`)
  return server
}
