/** The log: its lines, and that no token and nobody's words get into one. */

import { DiscordAPIError, HTTPError } from 'discord.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog, type Log, logLevels } from '../../src/runtime/log.ts'

const interactionToken = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OlplY3JldA'
const botToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'
const api = 'https://discord.com/api/v10'

function written(write: (log: Log) => void): string {
  let text = ''
  write(createLog('debug', { write: line => void (text += line) }))
  return text
}

function lineOf(write: (log: Log) => void): unknown {
  return JSON.parse(written(write))
}

describe('lines', () => {
  test('one JSON object a line, with level, time, message and fields', () => {
    const lines = written(log => {
      log.info('started', { shards: 2 })
      log.child({ shard: 1 }).warn('slow')
    }).split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/)
    expect(Object.keys(JSON.parse(lines[0] ?? '') as object)).toEqual(['level', 'time', 'shards', 'message'])
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', shards: 2, message: 'started' })
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'warn', shard: 1, message: 'slow' })
    expect(lines[2]).toBe('')
  })

  test.each(logLevels)('at level %s only what is at least as grave is written', level => {
    let text = ''
    const log = createLog(level, { write: line => void (text += line) })
    log.debug('debug')
    log.info('info')
    log.warn('warn')
    log.error('error')
    const expected = (['debug', 'info', 'warn', 'error'] as const).filter(
      each => logLevels.indexOf(each) >= logLevels.indexOf(level),
    )
    expect([...text.matchAll(/"level":"(\w+)"/g)].map(match => match[1])).toEqual(level === 'silent' ? [] : expected)
  })

  test('an error keeps its name, message, stack, codes and causes', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
    const text = written(log => log.error('failed', { error: new TypeError('outer', { cause }) }))
    expect(text).toMatch(/"stack":"TypeError: outer\\n[^"]+log\.test\.ts/)
    expect(JSON.parse(text)).toMatchObject({
      error: {
        name: 'TypeError',
        message: 'outer',
        cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', syscall: 'connect' },
      },
    })
  })

  test('several errors in one are all there', () => {
    const line = lineOf(log =>
      log.error('failed', { error: new AggregateError([new Error('first'), new Error('second')]) }),
    )
    expect(line).toMatchObject({ error: { errors: [{ message: 'first' }, { message: 'second' }] } })
  })

  test('what is no JSON is written too: bigints, dates, objects of nothing, circles, thrown text', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const root = {}
    const bare = {}
    Reflect.setPrototypeOf(root, null)
    Reflect.setPrototypeOf(bare, root)
    expect(
      lineOf(log =>
        log.info('odd', {
          id: 12n,
          at: new Date(0),
          never: new Date(Number.NaN),
          bare,
          circle,
          error: 'text',
        }),
      ),
    ).toMatchObject({
      id: '12',
      at: '1970-01-01T00:00:00.000Z',
      never: 'Invalid Date',
      bare: '[object]',
      circle: { self: { self: {} } },
      error: 'text',
    })
  })
})

describe('secrets', () => {
  const callback = `${api}/interactions/123456789012345678/${interactionToken}/callback`
  const edit = `${api}/webhooks/123456789012345678/${interactionToken}/messages/@original`
  const body = { files: undefined, body: { content: 'what Ada wrote', token: botToken } }

  test('an error of discord.js comes out with its URL and without the token or the text of the message', () => {
    const error = new DiscordAPIError(
      { code: 10_062, message: 'Unknown interaction' },
      10_062,
      404,
      'POST',
      callback,
      body,
    )
    error.message += ` at ${edit}?wait=true`
    const text = written(log => log.error(`could not answer ${callback}`, { error }))
    expect(text).not.toContain(interactionToken)
    expect(text).not.toContain('what Ada wrote')
    expect(text).not.toContain(botToken)
    expect(JSON.parse(text)).toMatchObject({
      message: `could not answer ${api}/interactions/123456789012345678/[redacted]/callback`,
      error: {
        name: 'DiscordAPIError[10062]',
        message: `Unknown interaction at ${api}/webhooks/123456789012345678/[redacted]/messages/@original?wait=true`,
        code: 10_062,
        status: 404,
        method: 'POST',
        url: `${api}/interactions/123456789012345678/[redacted]/callback`,
      },
    })
  })

  test('so it does as a cause, in a list, beside others', () => {
    const error = new HTTPError(503, 'Service Unavailable', 'PATCH', edit, body)
    const text = written(log =>
      log.error('failed', {
        error: new Error('outer', { cause: error }),
        all: [error],
        errors: new AggregateError([error], edit),
      }),
    )
    expect(text.match(/\[redacted\]\/messages/g)).toHaveLength(5)
    expect(text).not.toContain(interactionToken)
    expect(text).not.toContain('what Ada wrote')
  })

  test('tokens of other makes go too, when they stand in a URL', () => {
    const text = written(log =>
      log.warn('failed', { url: 'http://127.0.0.1:4000/api/v10/webhooks/123/local-token-7?x=1' }),
    )
    expect(JSON.parse(text)).toMatchObject({ url: 'http://127.0.0.1:4000/api/v10/webhooks/123/[redacted]?x=1' })
  })

  test('values under the names of secrets go, at any depth and of any type', () => {
    const line = lineOf(log =>
      log
        .child({ token: 'a' })
        .info('x', { interaction: { token: 'b', more: [{ Authorization: 'c' }] }, bot_token: { d: 1 }, tokens: 3 }),
    )
    expect(line).toMatchObject({
      token: '[redacted]',
      interaction: { token: '[redacted]', more: [{ Authorization: '[redacted]' }] },
      bot_token: '[redacted]',
      tokens: 3,
    })
  })

  test('an object of a class is named, not opened', () => {
    class Message {
      readonly content = 'what Ada wrote'
      readonly client = { token: botToken }
    }
    expect(lineOf(log => log.info('x', { message_: new Message(), map: new Map([['a', 1]]) }))).toMatchObject({
      message_: '[Message]',
      map: '[Map]',
    })
  })

  test('a token in any text, anywhere, goes', () => {
    const place = fc.constantFrom<((log: Log, text: string) => void)[]>(
      [(log, text) => log.info(text)],
      [(log, text) => log.info('x', { text })],
      [(log, text) => log.info('x', { [text]: 1 })],
      [(log, text) => log.info('x', { list: [{ text }] })],
      [(log, text) => log.child({ text }).info('x')],
      [(log, text) => log.error('x', { error: new Error(text) })],
      [(log, text) => log.error('x', { error: new Error('outer', { cause: text }) })],
    )
    const around = fc.string({ unit: fc.constantFrom('\n', '\\', '"', '/', ' ', ':', '\u0001', 'é', '\u{1f42b}') })
    fc.assert(
      fc.property(
        place,
        around,
        fc.constantFrom(botToken, interactionToken),
        around,
        ([write], before, token, after) => {
          const text = written(log => write?.(log, before + token + after))
          expect(() => JSON.parse(text) as unknown).not.toThrow()
          expect(text).toContain('[redacted]')
          expect(text).not.toContain(token)
        },
      ),
    )
  })
})
