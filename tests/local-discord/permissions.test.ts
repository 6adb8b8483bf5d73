/** How Discord's permissions combine: roles, overwrites of everyone, roles and people, owners, administrators, threads. */
import { describe, expect, test } from 'vitest'
import {
  addMember,
  addPerson,
  allPermissions,
  bitsOf,
  type Channel,
  channelPermissions,
  channelTypes,
  emptyWorld,
  makeChannel,
  makeRole,
  makeServer,
  makeThread,
  may,
  type PermissionName,
  permissionBits,
  serverPermissions,
} from '../../local-discord/world.ts'

const now = Date.UTC(2026, 10, 23)

function scene(
  everyone: PermissionName[] = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'EMBED_LINKS', 'SEND_MESSAGES_IN_THREADS'],
) {
  const world = emptyWorld(now, 'secret-of-the-test', 'Bot')
  const owner = addPerson(world, now, { name: 'owner' }).id
  const ada = addPerson(world, now, { name: 'ada' }).id
  const server = makeServer(world, now, { name: 'S', ownerId: owner, everyone: bitsOf(everyone).toString() })
  const readers = makeRole(world, now, server, { name: 'readers', permissions: '0' })
  const writers = makeRole(world, now, server, { name: 'writers', permissions: '0' })
  addMember(server, ada, now, [readers.id, writers.id])
  const channel = makeChannel(world, now, server, { name: 'c' })
  const overwrite = (id: string, type: 0 | 1, allow: PermissionName[], deny: PermissionName[]): void => {
    channel.overwrites.push({ id, type, allow: bitsOf(allow).toString(), deny: bitsOf(deny).toString() })
  }
  const names = (one: Channel = channel): PermissionName[] =>
    (Object.keys(permissionBits) as PermissionName[]).filter(
      name => (channelPermissions(world, one, ada) & permissionBits[name]) !== 0n,
    )
  return { world, server, channel, owner, ada, readers, writers, overwrite, names }
}

describe('in a server', () => {
  test('roles add up', () => {
    const { server, ada, readers } = scene(['VIEW_CHANNEL'])
    readers.permissions = bitsOf(['MANAGE_GUILD']).toString()
    expect(serverPermissions(server, ada)).toBe(bitsOf(['VIEW_CHANNEL', 'MANAGE_GUILD']))
  })

  test('the owner and administrators may everything, a stranger nothing', () => {
    const { server, owner, ada, writers } = scene()
    expect(serverPermissions(server, owner)).toBe(allPermissions)
    writers.permissions = bitsOf(['ADMINISTRATOR']).toString()
    expect(serverPermissions(server, ada)).toBe(allPermissions)
    expect(serverPermissions(server, '1')).toBe(0n)
  })
})

describe('in a channel', () => {
  test.each([
    { what: 'no overwrite: what the server gives', apply: () => undefined, sends: true },
    {
      what: 'everyone denied',
      apply: (s: ReturnType<typeof scene>) => s.overwrite(s.server.id, 0, [], ['SEND_MESSAGES']),
      sends: false,
    },
    {
      what: 'everyone denied, a role allowed',
      apply: (s: ReturnType<typeof scene>) => {
        s.overwrite(s.server.id, 0, [], ['SEND_MESSAGES'])
        s.overwrite(s.readers.id, 0, ['SEND_MESSAGES'], [])
      },
      sends: true,
    },
    {
      what: 'one role denied, another allowed: the allowing one wins, in either order',
      apply: (s: ReturnType<typeof scene>) => {
        s.overwrite(s.readers.id, 0, ['SEND_MESSAGES'], [])
        s.overwrite(s.writers.id, 0, [], ['SEND_MESSAGES'])
      },
      sends: true,
    },
    {
      what: 'a role allowed, the person denied',
      apply: (s: ReturnType<typeof scene>) => {
        s.overwrite(s.readers.id, 0, ['SEND_MESSAGES'], [])
        s.overwrite(s.ada, 1, [], ['SEND_MESSAGES'])
      },
      sends: false,
    },
    {
      what: 'everyone denied, the person allowed',
      apply: (s: ReturnType<typeof scene>) => {
        s.overwrite(s.server.id, 0, [], ['SEND_MESSAGES'])
        s.overwrite(s.ada, 1, ['SEND_MESSAGES'], [])
      },
      sends: true,
    },
    {
      what: "another's overwrite",
      apply: (s: ReturnType<typeof scene>) => s.overwrite(s.owner, 1, [], ['SEND_MESSAGES']),
      sends: true,
    },
    {
      what: 'the channel hidden: nothing at all',
      apply: (s: ReturnType<typeof scene>) => s.overwrite(s.ada, 1, [], ['VIEW_CHANNEL']),
      sends: false,
    },
  ])('$what', ({ apply, sends }) => {
    const s = scene()
    apply(s)
    expect(may(s.world, s.channel, s.ada, 'SEND_MESSAGES')).toBe(sends)
  })

  test('who may not look may nothing; who may not write may add no parts', () => {
    const hidden = scene()
    hidden.overwrite(hidden.ada, 1, [], ['VIEW_CHANNEL'])
    expect(hidden.names()).toEqual([])
    const silent = scene()
    silent.overwrite(silent.ada, 1, [], ['SEND_MESSAGES'])
    expect(silent.names()).toEqual(['VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS'])
  })

  test('administrators pass every overwrite', () => {
    const s = scene()
    s.overwrite(s.ada, 1, [], ['VIEW_CHANNEL', 'SEND_MESSAGES'])
    s.readers.permissions = bitsOf(['ADMINISTRATOR']).toString()
    expect(channelPermissions(s.world, s.channel, s.ada)).toBe(allPermissions)
  })

  test('a thread has the overwrites of its channel, and a right to write of its own', () => {
    const s = scene()
    const thread = makeThread(s.world, now, s.channel, {
      name: 't',
      type: channelTypes.publicThread,
      ownerId: s.owner,
      autoArchiveMinutes: 60,
    })
    s.overwrite(s.ada, 1, [], ['SEND_MESSAGES'])
    expect(s.names(thread)).toEqual(['VIEW_CHANNEL', 'EMBED_LINKS', 'SEND_MESSAGES_IN_THREADS'])
    s.channel.overwrites = []
    s.overwrite(s.ada, 1, [], ['SEND_MESSAGES_IN_THREADS'])
    expect(s.names(thread)).toEqual(['VIEW_CHANNEL', 'SEND_MESSAGES'])
  })
})

test('direct messages are open to those in them', () => {
  const { world, ada, owner } = scene()
  const direct = makeChannel(world, now, null, { name: '', type: channelTypes.direct, recipientIds: [ada] })
  expect(may(world, direct, ada, 'SEND_MESSAGES')).toBe(true)
  expect(may(world, direct, world.application.id, 'SEND_MESSAGES')).toBe(true)
  expect(may(world, direct, owner, 'VIEW_CHANNEL')).toBe(false)
  const between = makeChannel(world, now, null, { name: '', type: channelTypes.direct, recipientIds: [ada, owner] })
  expect(may(world, between, world.application.id, 'VIEW_CHANNEL')).toBe(false)
})
