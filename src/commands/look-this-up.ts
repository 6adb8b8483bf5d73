/** “Look this up”, in a message's menu: what the message asks or names, for the one who asks alone. Its text is read once and not kept. */
import { type Ask, defineMessageCommand } from '../discord/define.ts'
import type { Entity } from '../knowledge/model.ts'
import { namesInText } from '../knowledge/names-in-text.ts'
import { entityPage, placeOf } from '../views/entity-page.ts'
import { mentionedPage } from '../views/mentioned-page.ts'
import { unknownPage } from '../views/unknown-page.ts'
import type { View } from '../views/view.ts'
import { openList, wholeShelf } from '../views/ways-out.ts'
import { answered, longestQuestion, understand } from './parts/answers.ts'
import { askPresses } from './parts/asking.ts'
import { reader } from './parts/look-up.ts'

/** Of people, roles, channels, commands, emoji and times: Discord's own words, and none of the message's. */
const mention = /<(?:[@#/]|a?:|t:|id:)[^<>]{1,100}>|@everyone|@here/g

/** What a page can tell of in a line each. */
const most = 10

export default defineMessageCommand({
  name: 'Look this up',
  about: 'Answers the question in a message, or finds what it names',
  presses: askPresses,
  onMessage: (message, ask) => {
    const content = message.replaceAll(mention, ' ')
    const named = namesInText(ask.names, content, most)
    return answerTo(content, named, ask) ?? page(named, ask)
  },
})

function answerTo(content: string, named: readonly Entity[], ask: Ask): View | undefined {
  if (content.length > longestQuestion) return undefined
  const found = understand(content, ask.language, ask)
  if (found.is === 'declined') return undefined
  // Who names something and asks nothing of it is shown more than a line.
  const [{ entity, property }] = found.statements
  const isName = !found.line && property.id === 'about' && named.some(({ id }) => id === entity)
  return isName ? undefined : answered(found, { asked: '', own: true, named }, ask)
}

function page([first, ...others]: readonly Entity[], ask: Ask): View {
  if (!first) return nothing(ask)
  return others.length === 0
    ? entityPage(first, placeOf(first, ask.detail), ask.layout, reader(ask))
    : mentionedPage([first, ...others], ask.detail, ask.layout, reader(ask))
}

function nothing({ alone: { words, layout } }: Ask): View {
  return unknownPage(
    { title: words.unknown.title, lead: words.mentioned.none },
    (['country', 'summit', 'principle', 'project'] as const).map(shelf => ({
      id: openList.id(wholeShelf(shelf)),
      label: words.lists.title[shelf],
    })),
    layout,
  )
}
