/** Whose an error is: discord.js' own is lived through, one of ours is a bug. */
import { Collection, PermissionsBitField, resolveColor } from 'discord.js'
import { expect, test } from 'vitest'
import { comesFromDiscordJs } from '../../src/discord/discord-errors.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test.each<[string, boolean, () => unknown]>([
  ['inside discord.js', true, () => new PermissionsBitField('nonsense' as never)],
  ['inside a function of discord.js', true, () => resolveColor('nonsense' as never)],
  [
    'by ours, called by one of its packages',
    false,
    () =>
      new Collection([[1, 1]]).each(() => {
        throw new Error('ours')
      }),
  ],
  [
    'by ours',
    false,
    () => {
      throw new Error('ours')
    },
  ],
  ['inside Node, called by ours', false, () => new URL('nonsense')],
])('thrown %s: %s', (_, theirs, work) => {
  expect(comesFromDiscordJs(thrownBy(work))).toBe(theirs)
})

test('what is no error is ours', () => {
  expect(comesFromDiscordJs('text')).toBe(false)
})
