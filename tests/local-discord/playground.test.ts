/** The playground as a process: starts the bot, keeps the world, brings the bot back, ends as it promises. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'

const bots = fileURLToPath(new URL('bots/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'local-discord-'))
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Played {
  child: ChildProcess
  output: () => string
  exited: Promise<number | null>
  controlUrl: () => string
}

function play(bot: string, stateFile: string, more: string[] = [], env: Record<string, string> = {}): Played {
  const child = spawn(
    process.execPath,
    [join(bots, 'play.ts'), join(bots, `${bot}.ts`), join(folder, stateFile), ...more],
    { env: { ...process.env, NODE_OPTIONS: '', ...env } },
  )
  running.push(child)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return {
    child,
    output: () => text,
    exited: new Promise(resolve => child.once('close', code => resolve(code))),
    controlUrl: () => /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '',
  }
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('starts the bot, says where, keeps the world over a restart and forgets it when told', {
  timeout: 60_000,
}, async () => {
  const first = play('answers', 'world.json')
  await expect.poll(first.output, { timeout: 20_000 }).toContain('the bot is ready')
  const answer = await post(`${first.controlUrl()}/control/slash`, { as: 'ada', command: '/ask' })
  expect(((await answer.json()) as { text: string }).text).toContain('hello from')
  await post(`${first.controlUrl()}/control/say`, { as: 'boris', text: 'запомни меня' })
  expect((await fetch(`${first.controlUrl()}/page/main.ts`)).status).toBe(200)
  first.child.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  expect(first.output()).toContain('[bot] going')
  // Opening the page makes Node say nothing in the terminal.
  expect(first.output()).not.toContain('Warning')
  expect(readFileSync(join(folder, 'world.json'), 'utf8')).toContain('запомни меня')

  const messages = async (played: Played): Promise<string> =>
    (await fetch(`${played.controlUrl()}/control/messages?as=ada&in=general`)).text()
  const second = play('answers', 'world.json')
  await expect.poll(second.output, { timeout: 20_000 }).toContain('the bot is ready')
  expect(await messages(second)).toContain('запомни меня')
  await post(`${second.controlUrl()}/control/say`, { as: 'boris', text: 'и это тоже' })
  // As Ctrl-C and a shell that dies of it bring them.
  second.child.kill('SIGINT')
  await expect.poll(second.output).toContain('[bot] going')
  second.child.kill('SIGTERM')
  expect(await second.exited).toBe(0)
  expect(readFileSync(join(folder, 'world.json'), 'utf8')).toContain('и это тоже')

  const third = play('answers', 'world.json', ['fresh'])
  await expect.poll(third.output, { timeout: 20_000 }).toContain('the bot is ready')
  expect(await messages(third)).not.toContain('запомни меня')
  third.child.kill('SIGTERM')
  await third.exited
})

test('ends with code 1 and the words of a bot that was never ready', { timeout: 30_000 }, async () => {
  const played = play('fails', 'failed.json')
  expect(await played.exited).toBe(1)
  expect(played.output()).toContain('the dataset has 3 faults')
})

test('starts a bot that dies again', { timeout: 30_000 }, async () => {
  const played = play('dies', 'dying.json', [], { STARTS_FILE: join(folder, 'starts') })
  await expect.poll(() => played.output().match(/it is started again/g)?.length, { timeout: 20_000 }).toBe(2)
  await expect.poll(() => readFileSync(join(folder, 'starts'), 'utf8'), { timeout: 10_000 }).toBe('xxx')
  expect(played.output()).toContain('the bot ended (code 7); it is started again in 0.5 s')
  played.child.kill('SIGTERM')
  expect(await played.exited).toBe(0)
})

test('one world is open once: a second playground names the first, and a killed one is no hindrance', {
  timeout: 60_000,
}, async () => {
  const first = play('answers', 'shared.json')
  await expect.poll(first.output, { timeout: 20_000 }).toContain('the bot is ready')
  for (const more of [[], ['fresh']]) {
    const second = play('answers', 'shared.json', more)
    expect(await second.exited).toBe(1)
    expect(second.output()).toContain(`is open already: try the bot at ${first.controlUrl()}`)
  }
  first.child.kill('SIGKILL')
  await first.exited
  // At the same address, as without a choice of port: the newcomer must not take itself for the one before.
  const third = play('answers', 'shared.json', [], { PLAY_PORT: new URL(first.controlUrl()).port })
  await expect.poll(third.output, { timeout: 20_000 }).toContain('the bot is ready')
  third.child.kill('SIGTERM')
  expect(await third.exited).toBe(0)
})
