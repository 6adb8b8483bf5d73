/** `/source`: where the bot has it from. */
import { type Ask, defineCommand, optional, press, text } from '../discord/define.ts'
import { findSources } from '../knowledge/find-sources.ts'
import type { Source } from '../knowledge/model.ts'
import { Refusal } from '../views/refusal.ts'
import { chooseSource, openSource, openSourceList, sourceListPage, sourcePage } from '../views/source-page.ts'
import type { View } from '../views/view.ts'
import { lookUpPresses, reader } from './parts/look-up.ts'

export default defineCommand({
  name: 'source',
  about: 'The sources of the dataset: what each is, and what rests on it',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'name: Xinhua'],
  options: {
    name: optional(
      text('Words of a title or a publisher. All sources if left out', {
        maxLength: 100,
        suggest: (typed, { knowledge }) =>
          findSources(knowledge, typed, 25).map(({ id, title, publisher }) => ({
            name: publisher === null ? title : `${publisher}: ${title}`,
            value: id,
          })),
      }),
    ),
  },
  presses: [
    ...lookUpPresses,
    press(openSource, ({ source, page }, _, ask) => show(known(source, ask), page, ask)),
    press(openSourceList, ({ page }, _, ask) => list('', page, ask)),
    press(chooseSource, (_values, [id = ''], ask) => show(known(id, ask), 0, ask)),
  ],
  run: ({ name = '' }, ask) => {
    const chosen = ask.knowledge.sources.get(name)
    return chosen ? show(chosen, 0, ask) : list(name, 0, ask)
  },
})

function list(typed: string, page: number, ask: Ask): View {
  const sources = findSources(ask.knowledge, typed, ask.knowledge.sources.size)
  const [only, ...others] = sources
  if (!only) throw new Refusal(words => words.source.unknown)
  return others.length === 0 ? show(only, 0, ask) : sourceListPage(sources, page, ask.layout, reader(ask))
}

const show = (source: Source, page: number, ask: Ask): View =>
  sourcePage(source, page, ask.detail, ask.layout, reader(ask))

function known(id: string, { knowledge }: Ask): Source {
  const source = knowledge.sources.get(id)
  if (!source) throw new Refusal(words => words.refusals.oldComponent)
  return source
}
