import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parse } from '../../src/knowledge/parse.ts'
import { type AnyDataset, type AnyStatement, anyDataset, filesOf } from './any-dataset.ts'
import { type Files, knowledgeOf, smallDataset, withFile } from './small-dataset.ts'

function statementsOf(dataset: AnyDataset): readonly AnyStatement[] {
  return Object.values(dataset.entities).flatMap(entity => Object.values(entity.statements))
}

/** The dataset with one of its statements that `fits` changed; every statement may be the one. */
function broken(
  fits: (statement: AnyStatement) => boolean,
  change: (statement: AnyStatement) => void,
): fc.Arbitrary<AnyDataset> {
  return anyDataset
    .filter(dataset => statementsOf(dataset).some(fits))
    .chain(dataset => {
      const fitting = statementsOf(dataset).flatMap((statement, index) => (fits(statement) ? [index] : []))
      return fc.constantFrom(...fitting).map(index => {
        const copy = structuredClone(dataset)
        const statement = statementsOf(copy)[index]
        if (statement !== undefined) change(statement)
        return copy
      })
    })
}

function faultCount(files: Files): number {
  const parsed = parse(files)
  return parsed.ok ? 0 : parsed.faults.length
}

describe('valid datasets', () => {
  test('parse, with every statement', () => {
    fc.assert(
      fc.property(anyDataset, dataset => {
        expect(knowledgeOf(filesOf(dataset)).statements.size).toBe(statementsOf(dataset).length)
      }),
    )
  })

  test('are the same in whatever order the files come', () => {
    fc.assert(
      fc.property(
        anyDataset.chain(dataset => {
          const files = [...filesOf(dataset)]
          return fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))
        }),
        ([files, shuffled]) => {
          const [one, other] = [knowledgeOf(new Map(files)), knowledgeOf(new Map(shuffled))]
          expect([...other.entities]).toEqual([...one.entities])
          expect([...other.statements]).toEqual([...one.statements])
          expect([...other.sources]).toEqual([...one.sources])
        },
      ),
      { numRuns: 30 },
    )
  })

  test('keep every sentence and name letter by letter', () => {
    fc.assert(
      fc.property(anyDataset, dataset => {
        const knowledge = knowledgeOf(filesOf(dataset))
        for (const [path, entity] of Object.entries(dataset.entities)) {
          const id = path.split('/')[1]?.replace('.yaml', '') ?? ''
          expect(knowledge.entities.get(id)?.name.en).toBe(entity.name)
          for (const [statementId, { text }] of Object.entries(entity.statements)) {
            expect(JSON.stringify(knowledge.statements.get(`${id}.${statementId}`))).toContain(JSON.stringify(text))
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a dataset is refused', () => {
  const ages = (statement: AnyStatement) =>
    statement.property === 'capital' || statement.property === 'population' || statement.standing === 'expected'
  test.each([
    [
      'without the sources of any one statement',
      broken(
        () => true,
        statement => {
          delete statement.sources
        },
      ),
    ],
    [
      'without the speaker of any viewpoint',
      broken(
        statement => statement.standing === 'viewpoint',
        statement => {
          delete statement.speaker
        },
      ),
    ],
    [
      'with a speaker of anything else',
      broken(
        statement => statement.standing !== 'viewpoint',
        statement => {
          statement.speaker = 'country-a'
        },
      ),
    ],
    [
      'without the other sides of any dispute',
      broken(
        statement => statement.standing === 'disputed',
        statement => {
          delete statement.alternatives
        },
      ),
    ],
    [
      'without asOf where the property ages',
      broken(ages, statement => {
        delete statement.asOf
      }),
    ],
    [
      'with a source that is not there',
      broken(
        () => true,
        statement => {
          statement.sources = ['nowhere']
        },
      ),
    ],
    [
      'with a property that is not there',
      broken(
        () => true,
        statement => {
          statement.property = 'mood'
        },
      ),
    ],
    [
      'with a text too long',
      broken(
        () => true,
        statement => {
          statement.text = 'x'.repeat(251)
        },
      ),
    ],
  ])('%s, with that one fault', (_, datasets) => {
    fc.assert(
      fc.property(datasets, dataset => {
        expect(faultCount(filesOf(dataset))).toBe(1)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the parser never throws', () => {
  const paths = [...smallDataset.keys(), 'places/new.yaml', 'places/new.kk.yaml', 'sources/new.yaml']
  const anyPath = fc.constantFrom(...paths)

  test('on any text in any file', () => {
    const yamlLetters = fc.string({
      unit: fc.constantFrom(...Array.from(' \n\t:-[]{}&*!|>#%@`\'"?,<~ab01.='), '\u0000', '\ufffd', '\ud800'),
      maxLength: 80,
    })
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      yamlLetters,
      fc.uint8Array().map(bytes => new TextDecoder().decode(bytes)),
    )
    fc.assert(
      fc.property(anyPath, anyText, (path, text) => {
        expect(() => parse(withFile(smallDataset, path, text))).not.toThrow()
      }),
      { numRuns: 150 },
    )
  })

  test('on any value where another is expected', () => {
    const keys = [
      'name',
      'of',
      'statements',
      'capital',
      'value',
      'sources',
      'alternatives',
      'text',
      'pattern',
      '__proto__',
      'constructor',
      'toString',
    ]
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(null, true, 0, -1.5, 1e300, '', 'astana', '2023-05'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(anyPath, tree, (path, value) => {
        expect(() => parse(withFile(smallDataset, path, stringify(value)))).not.toThrow()
      }),
      { numRuns: 150 },
    )
  })

  test('on a file with a piece cut out', () => {
    fc.assert(
      fc.property(anyPath, fc.nat(800), fc.nat(30), (path, at, length) => {
        const text = smallDataset.get(path) ?? ''
        const from = at % Math.max(1, text.length)
        expect(() => parse(withFile(smallDataset, path, text.slice(0, from) + text.slice(from + length)))).not.toThrow()
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['nesting deeper than the stack', '['.repeat(100_000)],
    [
      'aliases that explode',
      `a: &a [x]\n${Array.from('bcdefghij')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]`)
        .join('\n')}`,
    ],
    ['an anchor inside itself', 'name: &a { b: *a }'],
    ['a key that is a map', '? { a: 1 }\n: x'],
    ['several documents', 'name: A\n---\nname: B'],
    ['an unknown tag', 'name: !!js/function x'],
  ])('on %s', (_, text) => {
    expect(parse(withFile(smallDataset, 'places/new.yaml', text)).ok).toBe(false)
  })
})
