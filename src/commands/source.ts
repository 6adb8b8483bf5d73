/** `/source`: where the bot has it from. */
import { type Ask, defineCommand, optional, press, text } from '../discord/define.ts'
import { findSources } from '../knowledge/find-sources.ts'
import { chooseSource, openSource, openSourceList, searched } from '../views/source-page.ts'
import { unknownPage } from '../views/unknown-page.ts'
import type { View } from '../views/view.ts'
import { drawStep, lookUpPresses } from './parts/look-up.ts'

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
    press(openSource, ({ source, page, from }, _, ask) => show(source, page, from, ask)),
    press(openSourceList, ({ typed, page }, _, ask) => list(typed, page, ask)),
    press(chooseSource, ({ from }, [id = ''], ask) => show(id, 0, from, ask)),
  ],
  run: ({ name }, ask) => {
    if (name === undefined) return list('', 0, ask)
    if (ask.knowledge.sources.has(name)) return show(name, 0, '', ask)
    const typed = searched(name)
    // What has no letter would find everything.
    return typed === '' ? unknown(ask) : list(typed, 0, ask)
  },
})

function list(typed: string, page: number, ask: Ask): View | Promise<View> {
  const [only, ...others] = findSources(ask.knowledge, typed, 2)
  if (!only) return unknown(ask)
  if (others.length === 0) return show(only.id, 0, '', ask)
  return drawStep({ on: 'sources', typed, page }, '', ask.detail, ask)
}

function unknown({ alone: { words, layout } }: Ask): View {
  return unknownPage(
    { title: words.unknown.title, lead: words.source.unknown },
    [{ id: openSourceList.id({ typed: '', page: 0 }), label: words.source.browse }],
    layout,
  )
}

const show = (source: string, page: number, from: string, ask: Ask): Promise<View> =>
  drawStep({ on: 'source', source, page }, from, ask.detail, ask)
