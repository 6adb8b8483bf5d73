import { expect, test } from 'vitest'
import { load } from '../../src/knowledge/load.ts'
import { schemas } from '../../src/knowledge/schema.ts'
import { changed, smallDataset } from './small-dataset.ts'

test('the printed schemas are those of the shapes and of the dataset’s properties (npm run data:schema prints them)', async () => {
  const files = load('src/data')
  for (const [name, text] of schemas(files)) expect(files.get(`schema/${name}`), name).toBe(text)
})

test('a schema lists the properties and units of the dataset, and what an entry needs', () => {
  const text = schemas(smallDataset).get('entity.json') ?? ''
  const compact = JSON.stringify(JSON.parse(text))
  expect(compact).toContain('"property":{"type":"string","enum":["about","capital",')
  expect(compact).toContain('"enum":["km","people"]')
  expect(compact).toContain('"standing":{"type":"string","enum":["settled","viewpoint","disputed","expected"]}')
  expect(compact).toContain('"required":["text","sources"],"additionalProperties":false')
  expect(compact).toContain('"required":["name","statements"],"additionalProperties":false')
})

test('the schema of asking offers the properties and says which part is missing', () => {
  const compact = JSON.stringify(JSON.parse(schemas(smallDataset).get('asking.json') ?? ''))
  expect(compact).toContain('"propertyNames":{"type":"string","enum":["about","capital",')
  expect(compact).toContain('"required":["script","filler","questions",')
})

test('a new property makes it stale', () => {
  const more = changed(
    smallDataset,
    'properties.yaml',
    'about:',
    "mood: { type: text, on: [country], name: Mood, question: 'How is {entity}?' }\nabout:",
  )
  expect(schemas(more).get('entity.json')).not.toBe(schemas(smallDataset).get('entity.json'))
})
