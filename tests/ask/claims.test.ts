/** Every claim of the commentary of May 2023 can be asked for in every language, and is answered. */
import { describe, expect, test } from 'vitest'
import { indexForAsking } from '../../src/knowledge/ask/ask-index.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { askAsPeople } from './ask-as-people.ts'
import { hasAll } from './judge.ts'
import { languages, readClaims } from './questions.ts'

const knowledge = await realKnowledge()
const ask = await askAsPeople(indexForAsking(knowledge))
const claims = readClaims()

test.each(languages)('in %s every claim that is asked for is answered', language => {
  const failing = claims.filter(claim => {
    const { text } = ask(claim.ask[language], language)
    return text === undefined || !hasAll(text, claim.contains[language])
  })
  expect(failing.map(claim => `${claim.claim}: ${claim.ask[language]}`)).toEqual([])
})

describe('the claims themselves', () => {
  test('there are many, and none stands twice', () => {
    expect(claims.length).toBeGreaterThanOrEqual(100)
    expect(new Set(claims.map(({ claim }) => claim)).size).toBe(claims.length)
  })

  test('each names statements of the dataset that answer it', () => {
    const unknown = claims.flatMap(({ statements }) => statements).filter(id => !knowledge.statements.has(id))
    expect(unknown).toEqual([])
  })
})
