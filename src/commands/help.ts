/** `/help`: what this person can do here. */
import { defineCommand } from '../discord/define.ts'
import { helpPage } from '../views/help-page.ts'
import { reader } from './parts/look-up.ts'

/** What people come for; the rest follows by its name. */
const first = ['ask', 'country', 'summit', 'principle', 'project', 'term', 'compare', 'timeline', 'fact']
const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length)

export default defineCommand({
  name: 'help',
  about: 'What I can do for you here',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'private',
  options: {},
  run: (_, ask) => {
    const { guide, person, place, layout } = ask
    const offered = guide.commands
      .filter(
        ({ who, where }) =>
          (who === 'anyone' || person.managesServer) && (where === 'anywhere' || place.server !== undefined),
      )
      .toSorted((one, other) => rank(one.name) - rank(other.name))
    return helpPage(offered, guide.onMessages, layout, reader(ask))
  },
})
