/** A bot in a Local Discord of its own: both contenders get the same servers, visitors and machine. Measures nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BotCommand } from '../local-discord/bot-process.ts'
import { newSecret } from '../local-discord/live.ts'
import { type LocalDiscord, openLocalDiscord } from '../local-discord/open-local-discord.ts'
import { makePersonScript, type PersonScript } from '../local-discord/people.ts'
import {
  addMember,
  addPerson,
  emptyWorld,
  inviteBot,
  makeChannel,
  makeRole,
  makeServer,
  newServerEveryone,
  serverNamed,
  type World,
} from '../local-discord/world.ts'
import project from '../package.json' with { type: 'json' }

export const bots = ['caravanserai', 'bare'] as const
export type Bot = (typeof bots)[number]

export interface Site extends AsyncDisposable {
  readonly discord: LocalDiscord
  /** Someone who was never here before. Local Discord keeps no script of theirs, so 100,000 of them are cheap. */
  readonly visitor: () => PersonScript
  /** Drops what was said and asked so far, or Local Discord itself would grow slow over a long measurement. */
  readonly forget: () => void
}

/** How large every server is. */
const shape = { channels: 20, roles: 10 }
const home = 'Bench'

export async function openSite(bot: Bot, servers: number): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'caravanserai-bench-'))
  const discord = await openLocalDiscord({ bot: commandOf(bot, folder), world: worldOf(Date.now()) })
  discord.addServers(servers - 1, shape)
  const { live, interactions } = discord
  const server = serverNamed(live.world, home)
  let visitors = 0
  return {
    discord,
    visitor: () => {
      const { id } = addPerson(live.world, live.now(), { name: `visitor-${++visitors}` })
      addMember(server, id, live.now())
      return makePersonScript({ live, interactions, view: () => ({ filesUrl: '' }), home: () => server.id }, id)
    },
    forget: () => {
      live.world.messages = {}
      live.world.interactions = {}
    },
    [Symbol.asyncDispose]: async () => {
      await discord.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Caravanserai as `npm start` runs it; its `start.js` turns the compile cache on, which the bare bot gets by its environment. */
function commandOf(bot: Bot, folder: string): BotCommand {
  const where = { cwd: resolve(import.meta.dirname, '..'), readyWithinMs: 120_000 }
  if (bot === 'bare')
    return { ...where, args: ['bench/bare-bot.ts'], env: { NODE_COMPILE_CACHE: join(folder, 'compiled') } }
  const [, ...args] = project.scripts.start.split(' ')
  const database = `sqlite://${join(folder, 'preferences.sqlite')}`
  return { ...where, args, env: { NODE_ENV: 'production', LOG_LEVEL: undefined, DATABASE_URL: database } }
}

function worldOf(nowMs: number): World {
  const world = emptyWorld(nowMs, newSecret(), 'Bench')
  const server = makeServer(world, nowMs, {
    name: home,
    ownerId: world.application.ownerId,
    everyone: newServerEveryone.toString(),
  })
  inviteBot(world, nowMs, server)
  while (server.roles.length < shape.roles)
    makeRole(world, nowMs, server, { name: `role ${server.roles.length}`, permissions: '0' })
  for (let at = 1; at <= shape.channels; at++) makeChannel(world, nowMs, server, { name: `channel-${at}` })
  return world
}
