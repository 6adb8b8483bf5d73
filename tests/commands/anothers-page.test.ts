/** What somebody else may press under an answer, and under all that it leads to: never does their own page hold a way to the asker's question. */
import { expect, test } from 'vitest'
import { loadLanguages } from '../../src/locales/load.ts'
import { componentName } from '../../src/views/component.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { askerOf, offersOf, press, pressOn, run } from './all-pages.ts'

const languages = await loadLanguages()
const english = languages.get('en')
if (!english) throw new Error('there is no English')
const ada = askerOf(await realKnowledge(), languages, english, 'rich')
const boris = { ...ada, own: false }

/** Enough to come to every kind of page. */
const most = 1_000

test.each(['what is the currency of kazakhstan', 'which of the five is the largest'])('“%s”', async question => {
  const answer = await run('ask', { question }, ada)
  const [, asked = ''] =
    offersOf(answer)
      .find(({ id }) => componentName(id) === 'forget')
      ?.id.split('~') ?? []
  expect(asked).not.toBe('')
  const begun = new Set<string>()
  let pages = 0
  for await (const { by, view } of pressOn([{ by: 'asked', view: answer }], ada)) {
    if (++pages > most) break
    for (const offer of offersOf(view)) {
      const name = componentName(offer.id)
      // It tells them that only the asker can; and a report may come with the question, which is then read once.
      if (name === 'forget' || name === 'rr' || begun.has(`${componentName(by)} ${name}`)) continue
      begun.add(`${componentName(by)} ${name}`)
      for (const { id } of offersOf(await press(offer, boris))) {
        if (componentName(id) === 'rr') continue
        const fields = id.split('~')
        const stepsOfAda = fields
          .at(-1)
          ?.split('.')
          .filter(step => step.startsWith('a') && step.endsWith(asked))
        expect(stepsOfAda, `${by}, then ${offer.id}: ${id}`).toEqual([])
        expect(fields, `${by}, then ${offer.id}`).not.toContain(asked)
      }
    }
  }
  const everywhere = ['e', 's', 'back', 'go', 'section', 'list', 'timeline', 'period', 'other']
  const pressed = new Set([...begun].map(each => each.split(' ')[1]))
  expect(everywhere.filter(name => !pressed.has(name))).toEqual([])
})
