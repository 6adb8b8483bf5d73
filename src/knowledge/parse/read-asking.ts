/** How people ask, from its drafts: whether the properties and entities that it names are there. */
import type { Asked, Asking, Knowledge } from '../model.ts'
import type { Drafts, Report } from './drafts.ts'
import type { AskingShape } from './shapes.ts'

export function readAsking(drafts: Drafts, report: Report): ReadonlyMap<string, Asking> {
  const read = new Map<string, Asking>()
  for (const { file, language, asking } of drafts.asking) {
    if (asking === undefined) continue
    for (const id of Object.keys(asking.properties)) {
      if (!drafts.properties.has(id) && !drafts.unreadable.has('properties'))
        report(file, `properties.${id}`, `unknown property “${id}”`)
    }
    for (const { words, entities } of asking.groups) {
      for (const id of entities) {
        if (!drafts.entities.has(id)) report(file, `groups › ${words[0]}`, `unknown entity “${id}”`)
      }
    }
    read.set(language, built(asking))
  }
  return read
}

/** What people ask, from its drafts: whether the statements that answer it are there. */
export function readAsked(drafts: Drafts, report: Report): Knowledge['asked'] {
  const read = new Map<string, ReadonlyMap<string, readonly string[]>>()
  for (const { file, language, questions } of drafts.asked) {
    if (questions === undefined) continue
    for (const id of Object.keys(questions)) {
      const [entity = '', statement = ''] = id.split('.')
      const draft = drafts.entities.get(entity)
      if (draft?.readable !== false && !draft?.statements.has(statement)) report(file, id, `unknown statement “${id}”`)
    }
    read.set(language, new Map(Object.entries(questions)))
  }
  return read
}

function built({ stemmer, small, 'opinion-start': opinionStart, questions, properties, ...rest }: AskingShape): Asking {
  return {
    ...rest,
    ...(stemmer === undefined ? {} : { stemmer }),
    small: small ?? [],
    opinionStart: opinionStart ?? [],
    kinds: present(rest.kinds),
    sectors: present(rest.sectors),
    stages: present(rest.stages ?? {}),
    second: rest.second ?? [],
    third: rest.third ?? [],
    total: rest.total ?? [],
    or: rest.or ?? [],
    before: rest.before ?? [],
    after: rest.after ?? [],
    list: rest.list ?? [],
    questions: present(questions),
    properties: new Map(
      Object.entries(properties).map(([id, words]): [string, Asked] => [
        id,
        Array.isArray(words)
          ? { asked: words, most: [], least: [] }
          : { asked: words.asked, most: words.most ?? [], least: words.least ?? [] },
      ]),
    ),
  }
}

function present<Key extends string, Value>(
  record: { readonly [K in Key]?: Value | undefined },
): Partial<Record<Key, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<
    Record<Key, Value>
  >
}
