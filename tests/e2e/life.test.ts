/** Starting, stopping, and living through what the network does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { openInn } from './open-inn.ts'

const root = join(import.meta.dirname, '../..')

/** The page that the bot answers with; the bot is well when it comes. */
const china = async (discord: LocalDiscord): Promise<string> =>
  (await discord.person('ada').slash('/country', { name: 'china' })).text

/** Resolves when the bot is connected anew. Listens from the moment of the call, so call it before what breaks the connection. */
function reconnected({ live }: LocalDiscord): Promise<void> {
  return new Promise(resolve => {
    const stopListening = live.subscribe(change => {
      if (change.kind !== 'bot' || change.state !== 'connected') return
      stopListening()
      resolve()
    })
  })
}

/** Until Local Discord has taken up the bot's next request, which an order of `times: 1` was waiting for. */
const taken = ({ faults }: LocalDiscord) => expect.poll(() => faults.orders()).toEqual([])

/** Runs `start.js` by itself and says how it ended. */
async function start(
  env: Record<string, string>,
  flags: readonly string[] = [],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...flags, 'start.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, output }
}

/** Whatever is left of a process that was started detached, and of those that it started. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // All of them have ended, as they should have.
  }
}

describe('starting', () => {
  test('registers the commands once: a second start writes nothing', async () => {
    await using inn = await openInn()
    const { discord } = inn
    const writes = () => discord.requests().filter(({ method, path }) => method !== 'GET' && path.includes('/commands'))
    expect(writes().map(({ method }) => method)).toEqual(['PUT'])
    await discord.restartBot()
    expect(writes()).toHaveLength(1)
    expect(
      discord
        .botOutput()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('https://discord.com/oauth2/authorize?client_id=')
  })

  test('asks for no intent', async () => {
    await using inn = await openInn()
    expect(inn.discord.sessions().map(({ intents }) => intents)).toEqual([0])
  })

  test('takes as many shards as it is advised, and every one answers', async () => {
    const inn = await openInn({ maxConcurrency: 16 })
    await using _ = inn
    const { discord } = inn
    await discord.stopBot()
    discord.addServers(7_600, { channels: 2, roles: 1 })
    await discord.startBot()
    expect(discord.sessions().filter(({ connected }) => connected)).toHaveLength(4)
    for (const server of ['Silk Road Study Group', 'Клуб Шёлкового пути', '丝路学社']) {
      const [channel] = discord
        .server(server)
        .channels()
        .filter(({ kind }) => kind === 'text')
      if (!channel) throw new Error(`no channel in ${server}`)
      expect(
        (await discord.person('ada').slash('/country', { name: 'china', private: true }, { in: channel })).text,
      ).toContain('Beijing')
    }
  })

  test('names every fault of the environment at once, without a stack', async () => {
    const { code, output } = await start({
      DISCORD_TOKEN: 'Bot abc',
      DISCORD_API_URL: 'http://example.org/api',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'staging',
    })
    expect(code).toBe(1)
    for (const name of ['DISCORD_TOKEN', 'DISCORD_API_URL', 'DATABASE_URL', 'LOG_LEVEL', 'NODE_ENV'])
      expect(output).toContain(name)
    expect(output).not.toMatch(/^\s+at /m)
    expect(output).not.toContain('abc')
  })

  test('with a Node that is too old ends with a sentence that says what to do', async () => {
    // Node 20 as far as start.js can see: its version, and no more in `node:module` than there was.
    const old = `import { registerHooks } from 'node:module'
      Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })
      registerHooks({ resolve: (name, context, next) =>
        name === 'node:module' ? { url: 'data:text/javascript,export default {}', shortCircuit: true } : next(name, context) })`
    const { code, output } = await start({}, ['--import', `data:text/javascript,${encodeURIComponent(old)}`])
    expect(code).toBe(1)
    expect(output).toMatch(/^Caravanserai needs Node 24 or later.*`npm ci`/)
    expect(output).not.toMatch(/^\s+at /m)
  })

  test('in production without a token is refused', async () => {
    const { code, output } = await start({ NODE_ENV: 'production' })
    expect(code).toBe(1)
    expect(output).toContain('DISCORD_TOKEN')
  })

  test('with a token that Discord refuses ends with a sentence', async () => {
    await using inn = await openInn()
    const { code, output } = await start({
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: inn.discord.apiUrl,
      DATABASE_URL: `sqlite://${inn.database}-other`,
    })
    expect(code).toBe(1)
    expect(output).toMatch(/token/i)
    expect(output).not.toMatch(/^\s+at /m)
  })

  test('with a server that is not Discord’s, or a Discord that is not well, ends with a sentence', async () => {
    await using discord = await openLocalDiscord()
    discord.faults.status(404, { path: '/applications/@me' })
    const folder = await mkdtemp(join(tmpdir(), 'caravanserai-'))
    const { code, output } = await start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite://${folder}/preferences.sqlite`,
    })
    expect(code).toBe(1)
    expect(output).toContain(`${discord.apiUrl} answered GET /api/v10/applications/@me with 404`)
    expect(output).not.toMatch(/^\s+at /m)
    await rm(folder, { recursive: true })
  })

  test('with a store that is none ends with a sentence that names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'caravanserai-'))
    const file = join(folder, 'broken.sqlite')
    await writeFile(file, 'this is no database, though it is long enough to be looked at as one'.repeat(100))
    await using inn = await openInn()
    const { code, output } = await start({
      DISCORD_TOKEN: inn.discord.token,
      DISCORD_API_URL: inn.discord.apiUrl,
      DATABASE_URL: `sqlite://${file}`,
    })
    expect(code).toBe(1)
    expect(output).toContain(file)
    expect(output).not.toMatch(/^\s+at /m)
    await rm(folder, { recursive: true })
  })
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s, however often it comes, the answer under way arrives and the process ends with code 0',
    async signal => {
      await using inn = await openInn()
      const { discord } = inn
      discord.faults.delay(1_500, { method: 'POST', path: '/interactions/**', times: 1 })
      const asked = china(discord)
      await taken(discord)
      const bot = discord.bot.process()
      process.kill(bot?.pid ?? 0, signal)
      await expect.poll(() => discord.botOutput().some(({ text }) => text.includes('"stopping"'))).toBe(true)
      process.kill(bot?.pid ?? 0, signal)
      expect(await asked).toContain('Beijing')
      expect(await bot?.exited).toMatchObject({ code: 0 })
    },
  )

  test('waits neither for an answer that does not get through nor for a Discord that says nothing any more', async () => {
    await using inn = await openInn()
    const { discord } = inn
    discord.faults.delay(20_000, { method: 'POST', path: '/interactions/**', times: 1 })
    const asked = expect(china(discord)).rejects.toThrow('did not respond')
    await taken(discord)
    discord.faults.gateway.silence(true)
    // By itself, not by the SIGKILL that follows after ten seconds.
    expect(await discord.stopBot(10_000)).toMatchObject({ code: 0, signal: null })
    await asked
  })

  test('a rejection of our own that nobody handles is a bug: it is logged and ends the process with code 1', async () => {
    await using inn = await openInn()
    const { discord } = inn
    await discord.stopBot()
    const bug = "process.on('SIGUSR2', () => Promise.reject(new Error('ours')))"
    await discord.startBot({ args: ['--import', `data:text/javascript,${bug}`, 'start.js'], cwd: root, env: inn.env })
    const bot = discord.bot.process()
    process.kill(bot?.pid ?? 0, 'SIGUSR2')
    expect(await bot?.exited).toMatchObject({ code: 1 })
    expect(discord.botOutput().map(({ text }) => text)).toContainEqual(expect.stringMatching(/a bug.*ours|ours.*a bug/))
  })

  test('a bot that Discord turns away for good ends with code 1, so that whoever keeps it starts it anew', async () => {
    await using inn = await openInn()
    const { discord } = inn
    discord.faults.gateway.closeWith(4004)
    expect(await discord.bot.process()?.exited).toMatchObject({ code: 1 })
    expect(discord.botOutput().map(({ text }) => text)).toContainEqual(expect.stringContaining('disconnected for good'))
  })
})

describe('the network', () => {
  test.each<[string, (faults: LocalDiscord['faults']['gateway']) => void]>([
    ['is cut off', gateway => gateway.drop()],
    ['is asked to reconnect', gateway => gateway.reconnect()],
    ['is told that its session may be resumed', gateway => gateway.invalidSession(true)],
    ['is told that its session is gone', gateway => gateway.invalidSession(false)],
  ])('it %s, and answers again', async (_, happen) => {
    await using inn = await openInn()
    const back = reconnected(inn.discord)
    happen(inn.discord.faults.gateway)
    await back
    expect(await china(inn.discord)).toContain('Beijing')
  })

  test('what was asked while the connection was cut is answered once it is back', async () => {
    await using inn = await openInn()
    const { discord } = inn
    discord.faults.gateway.drop()
    await expect.poll(() => discord.isBotConnected()).toBe(false)
    expect(await china(discord)).toContain('Beijing')
  })

  test('a connection that only looks alive is noticed and replaced', async () => {
    await using inn = await openInn({ heartbeatMs: 500 })
    const { discord } = inn
    const back = reconnected(discord)
    discord.faults.gateway.zombie(true)
    await expect.poll(() => discord.isBotConnected()).toBe(false)
    discord.faults.gateway.zombie(false)
    await back
    expect(await china(discord)).toContain('Beijing')
  })

  test('a slow, failing or rate-limiting Discord is answered as far as it lets', async () => {
    await using inn = await openInn()
    const { discord } = inn
    const answers = { method: 'POST', path: '/interactions/**' }
    discord.faults.status(502, { ...answers, times: 2 })
    expect(await china(discord)).toContain('Beijing')
    discord.faults.rateLimit({ ...answers, retryAfterSeconds: 0.2, times: 1 })
    expect(await china(discord)).toContain('Beijing')
    discord.faults.delay(3_200, { ...answers, times: 1 })
    await expect(china(discord)).rejects.toThrow('did not respond')
    discord.faults.drop({ ...answers, times: 1 })
    expect(await china(discord)).toContain('Beijing')
    expect(await china(discord)).toContain('Beijing')
  })

  test('an answer of which Discord loses the receipt stands once, and nothing is thought to have failed', async () => {
    await using inn = await openInn()
    const { discord } = inn
    discord.faults.loseAnswer({ method: 'POST', path: '/interactions/**', times: 1 })
    expect(await china(discord)).toContain('Beijing')
    // The second try is refused as one too many, which is how the bot learns that the first arrived.
    await expect.poll(() => discord.refusals().map(({ code }) => code)).toEqual([40060])
    expect(discord.channel('general').messages()).toHaveLength(1)
    expect(discord.botOutput().filter(({ text }) => text.includes('"level":"error"'))).toEqual([])
  })
})

describe('a packet unlike those that discord.js expects', () => {
  test.each<[string, (payload: Record<string, unknown>) => object, number]>([
    ['without entitlements', () => ({ entitlements: undefined }), 1],
    ['without owners of the installation', () => ({ authorizing_integration_owners: undefined }), 1],
    ['with a null poll in its message', ({ message }) => ({ message: { ...(message as object), poll: null } }), 0],
  ])('%s is answered all the same, and where discord.js throws on it, that is logged', async (_, changed, thrown) => {
    await using inn = await openInn()
    const { discord } = inn
    const ada = discord.person('ada')
    const page = await ada.slash('/country', { name: 'china' }, { in: 'dm' })
    // The same press once more, as a packet of an older or a newer Discord.
    const off = discord.live.subscribe(change => {
      if (change.kind !== 'interaction-created') return
      off()
      discord.live.publish({ ...change, payload: { ...change.payload, ...changed(change.payload) } })
    })
    expect((await ada.press('Full', { on: page })).text).toContain('Beijing')
    // Refused because it is the second answer to one press: so it was given.
    await expect.poll(() => discord.refusals().map(({ code }) => code)).toEqual([40060])
    expect(await china(discord)).toContain('Beijing')
    const logged = (words: string) => discord.botOutput().filter(({ text }) => text.includes(words))
    await expect.poll(() => logged('discord.js let an error pass').length).toBeGreaterThanOrEqual(thrown)
    expect(logged('discord.js let an error pass')).toHaveLength(thrown)
    expect(logged('a bug')).toEqual([])
  })
})

describe('without a token', () => {
  test('`npm start` brings Local Discord with the bot in it, says where, and stops with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'caravanserai-'))
    // As npm starts it: with a shell between, which gets the signal and does not pass it on.
    const shell = spawn('sh', ['-c', '"$0" "$1"; exit', process.execPath, join(root, 'start.js')], {
      cwd: folder,
      env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    let output = ''
    shell.stdout.on('data', (text: Buffer) => (output += text.toString()))
    // It holds the pipe, as do those that it started, until the last of them has ended.
    const ended = once(shell.stdout, 'close')
    try {
      await expect.poll(() => output).toContain('the bot is ready')
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? []
      const answer = await fetch(`${url}/control/slash`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: 'ada', command: '/country', options: { name: 'china' } }),
      })
      expect(JSON.stringify(await answer.json())).toContain('Beijing')
      shell.kill('SIGTERM')
      await ended
      expect(await readFile(join(folder, 'var/local-discord.json'), 'utf8')).toContain('Beijing')
    } finally {
      killGroup(shell.pid)
      await rm(folder, { recursive: true })
    }
  })
})

describe('the clock', () => {
  test('may be turned by a day without the bot losing its wits', async () => {
    await using inn = await openInn()
    await inn.discord.turnClock('26h')
    expect(await china(inn.discord)).toContain('Beijing')
  })
})
