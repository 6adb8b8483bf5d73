/** `/changes`: what changed in the dataset, all of it or since an edition or a day. */
import { type Ask, defineCommand, optional, press, text } from '../discord/define.ts'
import { isCalendarDate } from '../knowledge/calendar.ts'
import { changesPage, openChanges } from '../views/changes-page.ts'
import { unknownPage } from '../views/unknown-page.ts'
import type { View } from '../views/view.ts'
import { reader } from './parts/look-up.ts'

export default defineCommand({
  name: 'changes',
  about: 'What changed in the dataset that I answer from',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'since: 2026-11-01'],
  options: {
    since: optional(
      text('A version, or a day such as 2026-11-01. Everything if left out', {
        suggest: (typed, { knowledge }) =>
          knowledge.changes
            .filter(({ version, date }) => version.startsWith(typed) || date.startsWith(typed))
            .map(({ version, date }) => ({ name: `${version} (${date})`, value: version })),
      }),
    ),
  },
  presses: [press(openChanges, ({ since, page }, _, ask) => show(since, page, ask))],
  run: ({ since }, ask) => show(since === undefined ? '' : since.trim() || since, 0, ask),
})

function show(since: string, page: number, ask: Ask): View {
  const { changes } = ask.knowledge
  const edition = changes.findIndex(({ version }) => version === since)
  if (since !== '' && edition === -1 && !isCalendarDate(since)) {
    const { words, layout } = ask.alone
    return unknownPage(
      { title: words.changes.title, lead: words.changes.badSince },
      [{ id: openChanges.id({ since: '', page: 0 }), label: words.changes.all }],
      layout,
    )
  }
  // Since a version: what came after it. Since a day: what came on it or later.
  const shown =
    since === '' ? changes : edition >= 0 ? changes.slice(0, edition) : changes.filter(({ date }) => date >= since)
  return changesPage(shown, since, page, ask.layout, reader(ask))
}
