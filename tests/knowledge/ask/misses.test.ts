/** What a statement must not pass over, on the real dataset. */
import { expect, test } from 'vitest'
import { answer } from '../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { realKnowledge } from '../real-dataset.ts'

const ask = indexForAsking(await realKnowledge())

/** The ids of the statements that answer; none where it is declined. */
function answered(question: string, language: string): readonly string[] {
  const found = answer(ask, question, language)
  return found.is === 'found' ? found.statements.map(({ id }) => id) : []
}

test.each([
  ['who got the job after qin gang', 'en', 'qin-gang.office'],
  ['who will be the president of china after xi', 'en', 'xi-jinping.office'],
  ['Кто был председателем Китая до Си Цзиньпина?', 'ru', 'xi-jinping.office'],
])('“%s” (%s) is not answered with the one who is named', (question, language, own) => {
  expect(answered(question, language)).not.toContain(own)
})

test.each([
  ['What did President Mirziyoyev say in his speech at the Astana summit?', 'en'],
  ['Что именно говорил Рахмон в своём выступлении на астанинском саммите?', 'ru'],
])('“%s” (%s) is answered neither with who was there nor with what others said', (question, language) => {
  const statements = answered(question, language).map(id => ask.knowledge.statements.get(id))
  expect(statements.filter(statement => statement?.property.type !== 'text')).toEqual([])
  expect(statements.filter(statement => statement?.standing === 'viewpoint')).toEqual([])
})

test.each([
  ['what did japarov say about the railway', 'cku-railway.transit-country'],
  ['what did tokayev say at the astana summit', 'astana-summit-2025.tokayev-partnership'],
])('“%s” is answered with %s', (question, said) => {
  expect(answered(question, 'en')).toContain(said)
})
