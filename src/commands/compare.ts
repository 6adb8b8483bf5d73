/** `/compare`: two countries, projects or summits side by side. */
import { type Ask, defineCommand, press } from '../discord/define.ts'
import type { Entity } from '../knowledge/model.ts'
import { openComparison } from '../views/compare-page.ts'
import { unknownPage } from '../views/unknown-page.ts'
import type { View } from '../views/view.ts'
import { drawStep, entityName, known, lookUpPresses, meant, meantOrNearest, toEntity } from './parts/look-up.ts'

const compared = ['country', 'project', 'summit'] as const

export default defineCommand({
  name: 'compare',
  about: 'Two countries, projects or summits side by side',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['first: Kazakhstan second: Uzbekistan', 'first: Xi’an summit second: Astana summit'],
  options: {
    first: entityName('A country, a project or a summit', compared),
    second: entityName('Another of the same kind', compared),
  },
  presses: [
    ...lookUpPresses,
    press(openComparison, ({ first, second, page }, _, ask) => show(first, second, page, ask)),
  ],
  run: ({ first, second }, ask) => {
    // Two of a kind are meant: “xian” and “astana” are summits, and “xian” alone could be more than that.
    for (const kind of compared) {
      const [one, other] = [meant(first, [kind], ask), meant(second, [kind], ask)]
      if (one && other) return show(one.id, other.id, 0, ask)
    }
    const [one, other] = [anyOf(first, ask), anyOf(second, ask)]
    return withNearest(first, one, other, ask) ?? withNearest(second, other, one, ask) ?? refuse(one, other, ask)
  },
})

const anyOf = (typed: string, ask: Ask): Entity | undefined =>
  compared.map(kind => meant(typed, [kind], ask)).find(Boolean)

/** Where one side is not known: what it may be, each to be compared with the other side at once. */
function withNearest(typed: string, entity: Entity | undefined, other: Entity | undefined, ask: Ask): View | undefined {
  if (entity) return undefined
  const kinds = other ? compared.filter(kind => kind === other.kind) : compared
  return meantOrNearest(
    typed,
    kinds,
    words => words.compare.unknown,
    ask,
    other &&
      (found => (found === other ? undefined : openComparison.id({ first: found.id, second: other.id, page: 0 }))),
  ).nearest
}

/** Two that cannot stand side by side can still be read. */
function refuse(one: Entity | undefined, other: Entity | undefined, ask: Ask): View {
  const { words, layout } = ask.alone
  const lead = one === other ? words.compare.same : words.compare.differentKinds
  const both = [...new Set([one, other])].flatMap(entity => entity ?? [])
  return unknownPage(
    { title: words.compare.cannot, lead },
    both.map(entity => toEntity(entity, ask)),
    layout,
  )
}

function show(first: string, second: string, page: number, ask: Ask): View | Promise<View> {
  const [one, other] = [known(first, ask), known(second, ask)]
  if (one.kind !== other.kind || one === other) return refuse(one, other, ask)
  return drawStep({ on: 'comparison', first, second, page }, '', ask.detail, ask)
}
