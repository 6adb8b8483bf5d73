/** The world that Local Discord begins with: four servers, every kind of channel and eight people who speak different languages. */
import { channelTypes } from './channel-types.ts'
import { bitsOf, newServerEveryone, permissionBits } from './permission-bits.ts'
import { addMember, makeChannel, makeRole, makeServer, makeThread } from './places.ts'
import { nextId } from './snowflake.ts'
import type { Id, Person, Server, World } from './world.ts'

export const defaultHome = 'Silk Road Study Group'

const yearMs = 365 * 86_400_000

/** What the bot asks for when it is invited. */
const invitedWith = bitsOf([
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'MENTION_EVERYONE',
  'USE_EXTERNAL_EMOJIS',
  'SEND_POLLS',
  'PIN_MESSAGES',
])

/** A world without people or places: only the application and its bot. `secret` becomes part of the bot's token. */
export function emptyWorld(nowMs: number, secret: string, applicationName: string): World {
  const ids = { lastMs: 0, increment: 0 }
  const id = nextId(ids, nowMs - 2 * yearMs)
  const ownerId = nextId(ids, nowMs - 2 * yearMs)
  const token = `${Buffer.from(id).toString('base64url')}.${secret.slice(0, 6)}.${secret}`
  const bot: Person = { id, name: applicationName, displayName: applicationName, locale: 'en-US', bot: true }
  return {
    version: 1,
    ids,
    offsetMs: 0,
    application: {
      id,
      name: applicationName,
      token,
      ownerId,
      publicKey: Buffer.from(secret).toString('hex').padEnd(64, '0').slice(0, 64),
    },
    people: {
      [id]: bot,
      [ownerId]: { id: ownerId, name: 'founder', displayName: 'Founder', locale: 'en-US', bot: false },
    },
    servers: {},
    channels: {},
    messages: {},
    files: {},
    uploads: {},
    crowds: [],
    installs: [],
    commands: [],
    commandCreates: {},
    interactions: {},
    interactionsSweptAt: nowMs,
  }
}

export function addPerson(
  world: World,
  nowMs: number,
  about: { name: string; displayName?: string; locale?: string },
): Person {
  const person: Person = {
    id: nextId(world.ids, nowMs),
    name: about.name,
    displayName: about.displayName ?? about.name,
    locale: about.locale ?? 'en-US',
    bot: false,
  }
  world.people[person.id] = person
  return person
}

/** The bot comes in with a role of its own, as an invite gives it one. */
export function inviteBot(world: World, nowMs: number, server: Server): void {
  const role = makeRole(world, nowMs, server, {
    name: world.application.name,
    permissions: invitedWith.toString(),
    managed: true,
  })
  addMember(server, world.application.id, nowMs, [role.id])
}

export function defaultWorld(nowMs: number, secret: string, applicationName: string): World {
  const world = emptyWorld(nowMs, secret, applicationName)
  const at = nowMs - yearMs
  const add = (name: string, displayName: string, locale: string): Id =>
    addPerson(world, at, { name, displayName, locale }).id
  const omar = add('omar', 'Omar', 'en-US')
  const grace = add('grace', 'Grace', 'en-US')
  const ada = add('ada', 'Ada', 'en-GB')
  const boris = add('boris', 'Борис', 'ru')
  const mei = add('mei', '梅', 'zh-CN')
  const aigerim = add('aigerim', 'Айгерім', 'en-US')
  const dilshod = add('dilshod', 'Dilshod', 'ru')
  const nora = add('nora', 'Nora', 'en-US')

  const home = serverWithBot(world, at, {
    name: defaultHome,
    ownerId: omar,
    locale: 'en-US',
    members: [grace, ada, boris, mei, aigerim, dilshod],
  })
  furnish(world, at, home, grace)
  const russian = serverWithBot(world, at, {
    name: 'Клуб Шёлкового пути',
    ownerId: boris,
    locale: 'ru',
    members: [dilshod, ada],
  })
  makeChannel(world, at, russian, { name: 'общий' })
  const chinese = serverWithBot(world, at, { name: '丝路学社', ownerId: mei, locale: 'zh-CN', members: [ada, aigerim] })
  makeChannel(world, at, chinese, { name: '大厅' })

  // The bot is not here: what the people bring along themselves works, nothing else.
  const elsewhere = makeServer(world, at, { name: 'Elsewhere', ownerId: nora, everyone: newServerEveryone.toString() })
  addMember(elsewhere, ada, at)
  makeChannel(world, at, elsewhere, { name: 'lobby' })
  world.installs.push(nora)
  return world
}

function serverWithBot(
  world: World,
  at: number,
  about: { name: string; ownerId: Id; locale: string; members: Id[] },
): Server {
  const server = makeServer(world, at, { ...about, community: true, everyone: newServerEveryone.toString() })
  inviteBot(world, at, server)
  for (const id of about.members) addMember(server, id, at)
  return server
}

function furnish(world: World, at: number, home: Server, moderatorId: Id): void {
  const bot = world.application.id
  const moderators = makeRole(world, at, home, {
    name: 'moderators',
    permissions: bitsOf([
      'MANAGE_GUILD',
      'MANAGE_MESSAGES',
      'MANAGE_CHANNELS',
      'MANAGE_THREADS',
      'PIN_MESSAGES',
      'MODERATE_MEMBERS',
    ]).toString(),
  })
  makeRole(world, at, home, { name: 'daily readers', permissions: '0' })
  home.members[moderatorId]?.roleIds.push(moderators.id)

  const study = makeChannel(world, at, home, { name: 'Study', type: channelTypes.category })
  const inStudy = { parentId: study.id }
  const general = makeChannel(world, at, home, { name: 'general', topic: 'Anything about the summit', ...inStudy })
  makeChannel(world, at, home, { name: 'quiz', ...inStudy })
  makeChannel(world, at, home, { name: 'daily', ...inStudy })
  makeChannel(world, at, home, { name: 'announcements', type: channelTypes.announcement, ...inStudy })
  makeChannel(world, at, home, {
    name: 'questions',
    type: channelTypes.forum,
    tags: [{ id: nextId(world.ids, at), name: 'history' }],
    ...inStudy,
  })
  makeChannel(world, at, home, { name: 'Reading room', type: channelTypes.voice, ...inStudy })
  makeChannel(world, at, home, {
    name: 'rules',
    topic: 'The bot may read here, not write',
    overwrites: [{ id: bot, type: 1, allow: '0', deny: permissionBits.SEND_MESSAGES.toString() }],
  })
  makeChannel(world, at, home, {
    name: 'backroom',
    topic: 'For moderators; the bot does not see it',
    overwrites: [
      { id: home.id, type: 0, allow: '0', deny: permissionBits.VIEW_CHANNEL.toString() },
      { id: moderators.id, type: 0, allow: permissionBits.VIEW_CHANNEL.toString(), deny: '0' },
    ],
  })
  makeThread(world, at, general, {
    name: 'week-1',
    type: channelTypes.publicThread,
    ownerId: moderatorId,
    autoArchiveMinutes: 10_080,
  })
}
