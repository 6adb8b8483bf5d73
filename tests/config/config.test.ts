/** The environment, read: what stands, what is refused, and that no secret gets into a sentence. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789_-'

function configOf(env: Record<string, string | undefined>) {
  const read = readConfig(env)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.config
}

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  const read = readConfig(env)
  return 'faults' in read ? read.faults : []
}

describe('what stands', () => {
  test('an empty environment plays in Local Discord', () => {
    expect(configOf({})).toEqual({
      environment: 'development',
      discord: { kind: 'local' },
      databaseUrl: 'sqlite://./var/caravanserai.sqlite',
      logLevel: 'info',
    })
  })

  test('empty variables count as absent', () => {
    const empty = { NODE_ENV: '', DISCORD_TOKEN: '', DISCORD_API_URL: '', DATABASE_URL: '', LOG_LEVEL: '' }
    expect(configOf(empty)).toEqual(configOf({}))
  })

  test('everything set', () => {
    const env = {
      NODE_ENV: 'production',
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'https://proxy.example/discord/api/',
      DATABASE_URL: 'sqlite:///srv/bot.sqlite',
      LOG_LEVEL: 'silent',
    }
    expect(configOf(env)).toEqual({
      environment: 'production',
      discord: { kind: 'discord', token, apiUrl: 'https://proxy.example/discord/api' },
      databaseUrl: 'sqlite:///srv/bot.sqlite',
      logLevel: 'silent',
    })
  })

  test.each([
    'http://127.0.0.1:8080/api',
    'http://localhost/api',
    'http://[::1]:3000/api',
    'http://127.1.2.3/api',
    'https://discord.com/api',
  ])('DISCORD_API_URL may be %s', apiUrl => {
    expect(configOf({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl }).discord).toEqual({
      kind: 'discord',
      token,
      apiUrl,
    })
  })
})

describe('what is refused', () => {
  test('production without a token, with what to do', () => {
    const [fault] = faultsOf({ NODE_ENV: 'production', DISCORD_TOKEN: '' })
    expect(fault).toMatch(/^DISCORD_TOKEN: expected .*Set it/)
  })

  test.each([
    ['NODE_ENV', 'staging', 'one of development, production, test; it is "staging"'],
    ['LOG_LEVEL', 'verbose', 'one of trace, debug, info, warn, error, fatal, silent; it is "verbose"'],
    ['LOG_LEVEL', 'INFO', 'it is "INFO"'],
    ['DISCORD_TOKEN', `Bot ${token}`, 'starts with "Bot "'],
    ['DISCORD_TOKEN', `"${token}"`, 'quotes'],
    ['DISCORD_TOKEN', `${token}\n`, 'a blank or a line break'],
    ['DISCORD_TOKEN', `${token}é`, 'another character'],
    ['DISCORD_API_URL', 'discord.com/api', 'a URL such as https://discord.com/api; it is "discord.com/api"'],
    ['DISCORD_API_URL', 'ftp://discord.com/api', 'starts with https://; it is "ftp://discord.com/api"'],
    ['DISCORD_API_URL', 'http://discord.com/api', 'would show the token on the way'],
    ['DISCORD_API_URL', 'http://127.0.0.1.example/api', 'would show the token on the way'],
    ['DISCORD_API_URL', 'http://localhost.example/api', 'would show the token on the way'],
    ['DISCORD_API_URL', 'http://10.0.0.1/api', 'would show the token on the way'],
    ['DISCORD_API_URL', 'https://discord.com/api?v=10', 'ends with its path'],
    ['DISCORD_API_URL', 'https://discord.com/api#x', 'ends with its path'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10', 'without the version'],
    ['DISCORD_API_URL', 'https://me@discord.com/api', 'without a user name'],
    ['DATABASE_URL', 'postgres://db/bot', 'preferences are kept in SQLite in this version, not in PostgreSQL'],
    ['DATABASE_URL', 'postgresql://db/bot', 'preferences are kept in SQLite in this version, not in PostgreSQL'],
    ['DATABASE_URL', 'mysql://db/bot', 'starts with "mysql://"'],
    ['DATABASE_URL', './bot.sqlite', 'expected sqlite:// and a path'],
    ['DATABASE_URL', 'sqlite://', 'a path after sqlite://'],
    ['DATABASE_URL', 'sqlite://:memory:', 'would be lost at every stop'],
    ['DATABASE_URL', 'sqlite://file:/srv/bot.sqlite', 'without "file:"'],
    ['DATABASE_URL', 'sqlite:///srv/bot.sqlite?mode=ro', 'without options'],
  ])('%s=%s', (name, value, says) => {
    const faults = faultsOf({ DISCORD_TOKEN: token, [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name}: expected .*\\.$`))
    expect(faults[0]).toContain(says)
  })

  test('all faults come at once', () => {
    const env = { NODE_ENV: 'x', DISCORD_TOKEN: 'a b', DISCORD_API_URL: 'x', DATABASE_URL: 'x', LOG_LEVEL: 'x' }
    expect(new Set(faultsOf(env).map(fault => fault.split(':')[0]))).toEqual(new Set(Object.keys(env)))
    expect(faultsOf(env)).toHaveLength(5)
  })

  test('no sentence shows the token, a password or a key', () => {
    const secret = 'ZQsecretZQ'
    const around = fc.string({ unit: 'binary-ascii' })
    const wrongToken = fc.tuple(around, fc.constantFrom(' ', '"', "'", '\n', 'é'), around)
    fc.assert(
      fc.property(wrongToken, around, ([before, wrong, after], path) => {
        const faults = faultsOf({
          DISCORD_TOKEN: `${before}${secret}${wrong}${after}`,
          DISCORD_API_URL: `http://me:${secret}@host/${path.replaceAll('@', '')}?key=${secret}`,
          DATABASE_URL: `mysql://me:${secret}@host/${path}`,
        })
        expect(faults).toHaveLength(3)
        expect(faults.join('\n')).not.toContain(secret)
      }),
    )
  })
})
