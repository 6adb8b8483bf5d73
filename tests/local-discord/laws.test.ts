/** Laws: ids and the clock, the compiled checks against zod's own verdict, paging, patterns of faults. */

import * as spec from 'discord-api-spec/zod'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { $ZodType } from 'zod/v4/core'
import { safeParse } from 'zod/v4/core'
import { fits } from '../../local-discord/faults.ts'
import { durationMs } from '../../local-discord/live.ts'
import { compileSchema } from '../../local-discord/rules/bodies.ts'
import { newReport } from '../../local-discord/rules/issue.ts'
import type { Message } from '../../local-discord/world.ts'
import {
  byAge,
  discordEpochMs,
  instantOf,
  lowBitsOf,
  nextId,
  pageOf,
  shardOf,
  snowflakeOf,
} from '../../local-discord/world.ts'

const instants = fc.integer({ min: discordEpochMs, max: discordEpochMs + 2 ** 41 - 1 })

describe('ids', () => {
  test('hold their instant and their low bits', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 2 ** 22 - 1 }), (atMs, low) => {
        const id = snowflakeOf(atMs, low)
        expect([instantOf(id), lowBitsOf(id)]).toEqual([atMs, low])
      }),
    )
  })

  test('grow, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 2, maxLength: 50 }), clock => {
        const source = { lastMs: 0, increment: 0 }
        const ids = clock.map(atMs => nextId(source, atMs))
        for (const [index, id] of ids.entries()) if (index > 0) expect(byAge(ids[index - 1] ?? '', id)).toBeLessThan(0)
        expect(instantOf(ids[0] ?? '')).toBe(clock[0])
      }),
    )
  })

  test('never older than the clock shows: an id tells no earlier instant than it was made at', () => {
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 20 }), clock => {
        const source = { lastMs: 0, increment: 0 }
        for (const atMs of clock) expect(instantOf(nextId(source, atMs))).toBeGreaterThanOrEqual(atMs)
      }),
    )
  })

  test('put every server on one shard, and direct messages on the first', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 64 }), (atMs, count) => {
        const shard = shardOf(snowflakeOf(atMs, 0), count)
        expect(shard).toBe(Number((BigInt(snowflakeOf(atMs, 5)) >> 22n) % BigInt(count)))
        expect(shardOf(null, count)).toBe(0)
      }),
    )
  })
})

test.each([
  ['26h', 93_600_000],
  ['3d 4h', 273_600_000],
  ['-90s', -90_000],
  ['15min', 900_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
])('the duration %s', (text, ms) => {
  expect(durationMs(text)).toBe(ms)
})

test.each(['', 'soon', '5', '1h and more', '--1h'])('"%s" is no duration', text => {
  expect(() => durationMs(text)).toThrow('26h')
})

test('pages of messages are the slices that their bounds say', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 10 }),
      (count, bound, limit) => {
        const ids = Array.from({ length: count }, (_, index) => String(index + 10))
        const messages = ids.map(id => ({ id }) as Message)
        const edge = String(bound + 5)
        const before = ids
          .filter(id => Number(id) < Number(edge))
          .slice(-limit)
          .toReversed()
        const after = ids
          .filter(id => Number(id) > Number(edge))
          .slice(0, limit)
          .toReversed()
        expect(pageOf(messages, { before: edge, limit }).map(one => one.id)).toEqual(before)
        expect(pageOf(messages, { after: edge, limit }).map(one => one.id)).toEqual(after)
      },
    ),
  )
})

test.each([
  ['/channels/:channel/messages', '/channels/1/messages', true],
  ['/channels/:channel/messages', '/channels/1/messages/2', false],
  ['/channels/*/messages', '/channels/1/pins', false],
  ['/webhooks/**', '/webhooks/1/token/messages/@original', true],
  ['/channels/1/messages', '/channels/2/messages', false],
])('the pattern %s and the path %s', (pattern, path, yes) => {
  expect(fits(pattern, path)).toBe(yes)
})

/**
 * Values that lie near what a schema wants: right, a little wrong, or of another kind. Without the three things in which the checks differ from zod's on
 * purpose: unknown keys, numbers for ids, and permissions as digits.
 */
function near(schema: $ZodType, depth = 0): fc.Arbitrary<unknown> {
  const { def: definition } = schema as unknown as { def: Record<string, unknown> & { type: string } }
  if (schema === spec.SnowflakeTypeSchema)
    return fc.constantFrom<unknown>('0', '1', '123456789012345678', '01', 'x', '', null, true, {})
  const wrong = fc.constantFrom<unknown>(null, 0, -1, 1.5, 1e9, '', 'x', 'x'.repeat(60), true, [], {}, [null])
  const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong })
  switch (definition.type) {
    case 'lazy':
      return near((definition['getter'] as () => $ZodType)(), depth)
    case 'optional':
    case 'nullable': {
      const empty = definition.type === 'optional' ? undefined : null
      const inner = definition['innerType'] as $ZodType
      return depth > 4
        ? fc.constant(empty)
        : fc.oneof({ weight: 2, arbitrary: fc.constant(empty) }, { weight: 1, arbitrary: near(inner, depth) })
    }
    case 'object':
      return mostly(
        fc.record(
          Object.fromEntries(
            Object.entries(definition['shape'] as Record<string, $ZodType>)
              .filter(([key]) => key !== 'default_member_permissions')
              .map(([key, one]) => [key, near(one, depth + 1)]),
          ),
        ),
      )
    case 'array':
      return mostly(fc.array(near(definition['element'] as $ZodType, depth + 1), { maxLength: depth > 2 ? 2 : 6 }))
    case 'union':
      return fc.oneof(...(definition['options'] as $ZodType[]).map(one => near(one, depth + 1)))
    case 'record':
      return mostly(
        fc.dictionary(fc.constantFrom('ru', 'zh-CN'), near(definition['valueType'] as $ZodType, depth + 1), {
          maxKeys: 2,
        }),
      )
    case 'literal':
      return mostly(fc.constantFrom(...(definition['values'] as unknown[])))
    case 'string':
      return mostly(
        fc.oneof(
          fc.string({ maxLength: 50 }),
          fc.constantFrom(
            '1',
            'https://example.org',
            '2026-11-23T00:00:00Z',
            'x'.repeat(100),
            'x'.repeat(101),
            'x'.repeat(4001),
          ),
        ),
      )
    case 'number':
      return mostly(
        fc.oneof(
          fc.integer({ min: 0, max: 30 }),
          fc.constantFrom(25, 26, 100, 768, 769, 6000, 6001, 16_777_215, 16_777_216),
        ),
      )
    case 'boolean':
      return mostly(fc.boolean())
    default:
      return fc.constant(undefined)
  }
}

describe('a compiled check agrees with zod', () => {
  test.each([
    ['a message', spec.MessageCreateRequestSchema],
    ['an answer', spec.CreateMessageInteractionCallbackRequestSchema],
    ['an update', spec.UpdateMessageInteractionCallbackRequestSchema],
    ['a modal', spec.ModalInteractionCallbackRequestSchema],
    ['a forum post', spec.CreateForumThreadRequestSchema],
    ['a command', spec.ApplicationCommandCreateRequestSchema],
  ])('on %s', (_, schema) => {
    const check = compileSchema(schema)
    const verdicts = new Set<boolean>()
    fc.assert(
      fc.property(near(schema), value => {
        const to = newReport()
        check(value, to)
        const { success, error } = safeParse(schema, value)
        verdicts.add(success)
        expect({ passes: to.issues.length === 0, mine: to.issues, zods: error?.issues }).toMatchObject({
          passes: success,
        })
      }),
      { numRuns: 400 },
    )
    expect(verdicts).toEqual(new Set([true, false]))
  })
})
