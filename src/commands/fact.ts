/** `/fact`: a fact by chance, none twice to the same person before all have come. */
import { type Ask, choice, defineCommand, optional, press } from '../discord/define.ts'
import { factsOf, nextFact, noneRead } from '../knowledge/facts.ts'
import { type Statement, type Topic, topics } from '../knowledge/model.ts'
import { anotherFact } from '../views/fact-page.ts'
import { Refusal } from '../views/refusal.ts'
import type { View } from '../views/view.ts'
import { drawStep, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'fact',
  about: 'A fact by chance, of one topic or of all; none comes twice before all have come',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'topic: Trade'],
  options: { topic: optional(choice('Only this topic', topics, words => words.topics)) },
  presses: [...lookUpPresses, press(anotherFact, ({ topic }, _, ask) => show(topic, ask))],
  run: ({ topic }, ask) => show(topic ?? '', ask),
})

async function show(topic: Topic | '', ask: Ask): Promise<View> {
  const facts = factsOf(ask.knowledge, topic === '' ? undefined : topic)
  let fact: Statement | undefined
  // In the lane of the person: two requests at the same moment get two facts.
  await ask.preferences.update('person', ask.person.id, settings => {
    const key = topic || 'all'
    const next = nextFact(facts, ask.person.id, settings.factsRead?.[key] ?? noneRead)
    fact = next?.fact
    return next ? { ...settings, factsRead: { ...settings.factsRead, [key]: next.read } } : settings
  })
  if (!fact) throw new Refusal(words => words.fact.none)
  return drawStep({ on: 'fact', fact: fact.id, topic }, '', ask.detail, ask)
}
