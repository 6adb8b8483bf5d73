/** `/compare`: two countries, projects or summits side by side. */
import { type Ask, defineCommand, press } from '../discord/define.ts'
import { comparePage, openComparison } from '../views/compare-page.ts'
import { Refusal } from '../views/refusal.ts'
import type { View } from '../views/view.ts'
import { entityName, known, lookUpPresses, meant, meantOrNearest, reader } from './parts/look-up.ts'

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
    const anyOf = (typed: string) => {
      const entity = compared.map(kind => meant(typed, [kind], ask)).find(Boolean)
      return entity ? { entity } : meantOrNearest(typed, compared, words => words.compare.unknown, ask)
    }
    const [one, other] = [anyOf(first), anyOf(second)]
    if (!one.entity) return one.nearest
    if (!other.entity) return other.nearest
    return show(one.entity.id, other.entity.id, 0, ask)
  },
})

function show(first: string, second: string, page: number, ask: Ask): View {
  const [one, other] = [known(first, ask), known(second, ask)]
  if (one.kind !== other.kind) throw new Refusal(words => words.compare.differentKinds)
  if (one === other) throw new Refusal(words => words.compare.same)
  return comparePage(one, other, page, ask.detail, ask.layout, reader(ask))
}
