/** “Look this up”, in a message's menu: what the message names, for the one who asks alone. Its text is read once and not kept. */
import { defineMessageCommand } from '../discord/define.ts'
import { namesInText } from '../knowledge/names-in-text.ts'
import { entityPage, placeOf } from '../views/entity-page.ts'
import { mentionedPage } from '../views/mentioned-page.ts'
import { Refusal } from '../views/refusal.ts'
import { lookUpPresses, reader } from './parts/look-up.ts'

/** What a page can tell of in a line each. */
const most = 10

export default defineMessageCommand({
  name: 'Look this up',
  about: 'Finds what a message names',
  presses: lookUpPresses,
  onMessage: (content, ask) => {
    const [first, ...others] = namesInText(ask.names, content, most)
    if (!first) throw new Refusal(words => words.mentioned.none)
    return others.length === 0
      ? entityPage(first, placeOf(first, ask.detail), ask.layout, reader(ask))
      : mentionedPage([first, ...others], ask.detail, ask.layout, reader(ask))
  },
})
