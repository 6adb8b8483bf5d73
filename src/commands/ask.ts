/** `/ask`: a question in anyone's own words. */
import { defineCommand, text } from '../discord/define.ts'
import { suggestQuestions } from '../knowledge/ask/suggest.ts'
import { answered, longestQuestion, understand } from './parts/answers.ts'
import { askPresses } from './parts/asking.ts'

/** Discord shows at most 25 suggestions (docs, Application Commands, Autocomplete). */
const mostSuggestions = 25

export default defineCommand({
  name: 'ask',
  about: 'A question in your own words, answered from the dataset, or an honest “I don’t know”',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['question: how long is the border of kazakhstan with china', 'question: 中吉乌铁路啥时候启动的'],
  options: {
    question: text('As you would ask a person, in any of the languages', {
      maxLength: longestQuestion,
      suggest: (typed, { asking, names, language }) =>
        suggestQuestions(asking, names, typed, language, mostSuggestions).map(question => ({
          name: question,
          value: question,
        })),
    }),
  },
  presses: askPresses,
  run: async ({ question }, ask) => {
    const found = understand(question, ask.language, ask)
    return answered(found, { asked: await ask.asked.keep({ question, language: ask.language }), own: true }, ask)
  },
})
