/** What nobody means, in every option that takes text: a friendly private word, nothing of it repeated, nobody pinged. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../local-discord/people/reply.ts'
import { type Inn, openInn } from './open-inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)

const nonsense: readonly [what: string, text: string][] = [
  ['6,000 letters', 'kzqx'.repeat(1_500)],
  ['6,000 Chinese characters', '囧'.repeat(6_000)],
  ['6,000 emoji, half of them cut', '🐪'.repeat(2_999) + '\uD83D'],
  ['6,000 marks on one letter', `qx${'\u0301'.repeat(5_998)}`],
  ['control characters', '\u0000\u0007\u001B[31mqqzzx\u007F'],
  ['markup', '**qqzzx** [link](https://example.org) `code` ||spoiler|| # heading\n> quote'],
  ['an unclosed code block', '```qqzzx\n'],
  ['mentions', '@everyone @here <@1> <@&1> <#1> </country:1>'],
  ['marks from right to left', '\u202Eqqzzx\u202C \u2066qqzzx\u2069'],
  ['blanks that nobody sees', '\u200B\u2060\u00AD \uFEFF'],
  ['the parts of an id', 'e~d~qqzzx~~0~short~'],
  ['a path and a query', "../../etc/passwd' OR 1=1 --"],
  ['an object’s own names', 'hasOwnProperty'],
  ['only blanks', '   '],
]

const commands: readonly [line: string, options: (text: string) => Record<string, string>][] = [
  ['/country', name => ({ name })],
  ['/summit', edition => ({ edition })],
  ['/principle', name => ({ name })],
  ['/project', name => ({ name })],
  ['/project', country => ({ country })],
  ['/term', name => ({ name })],
  ['/compare', first => ({ first, second: 'china' })],
  ['/compare', second => ({ first: 'china', second })],
  ['/compare', both => ({ first: both, second: both })],
  ['/timeline', country => ({ country })],
  ['/source', name => ({ name })],
  ['/changes', since => ({ since })],
]

function nothingOf(text: string, reply: Reply): void {
  const said = JSON.stringify([reply.text, reply.buttons, reply.selects, reply.message])
  // What is repeated need not be all of it.
  for (const part of [
    text,
    'qqzzx',
    'kzqx',
    '囧',
    '🐪',
    '\u202E',
    '\u0301\u0301',
    '\u001B',
    'example.org',
    '@everyone',
    '</country:1>',
  ])
    if (part.trim() !== '') expect(said).not.toContain(part)
}

describe.each([
  ['ada', /[a-z]/],
  ['boris', /[а-я]/],
  ['mei', /\p{Script=Han}/u],
] as const)('from %s', (who, letters) => {
  describe.each(nonsense)('%s', (what, text) => {
    test.each(commands)('in %s', async (line, options) => {
      const reply = await person(who).slash(line, options(text), { in: 'general' })
      expect(reply.private, what).toBe(true)
      expect(reply.text).toMatch(letters)
      expect(reply.buttons.length).toBeGreaterThan(0)
      nothingOf(text, reply)
    })

    // A question is answered in its own language, which nonsense in Latin letters takes for English.
    test('as a question', async () => {
      const question = text.slice(0, 300)
      const reply = await person(who).slash('/ask', { question }, { in: 'general' })
      expect(reply.private, what).toBe(true)
      expect(reply.buttons.length).toBeGreaterThan(0)
      nothingOf(question, reply)
      expect((await person(who).complete('/ask', { question })).length).toBeLessThanOrEqual(25)
    })

    test('while it is typed', async () => {
      for (const [line, options] of commands) {
        const [name = '', typed = ''] = Object.entries(options(text)).find(([, value]) => value === text) ?? []
        const choices = await person(who).complete(line, { [name]: typed })
        expect(choices.length).toBeLessThanOrEqual(25)
      }
    })
  })

  test.each(nonsense.filter(([, text]) => text.length <= 2_000 && text.trim() !== ''))(
    '%s, in a message that is looked up',
    async (_, text) => {
      const said = person('grace').say(text, { in: 'general' })
      const menu = { ada: 'Look this up', boris: 'Найти в справочнике', mei: '查一查' }[who]
      const reply = await person(who).use(menu, said, { in: 'general' })
      expect(reply.private).toBe(true)
      expect(reply.text).toMatch(letters)
      nothingOf(text, reply)
    },
  )
})

test('nobody was pinged, Local Discord had nothing to refuse, and the log has no error', () => {
  expect(inn.discord.refusals()).toEqual([])
  expect(inn.discord.botOutput().filter(line => /"level":"(?:error|fatal)"/.test(line.text))).toEqual([])
})
