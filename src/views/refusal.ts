/** Something that is meant for the user: a reason, in their language, why what they asked for does not happen. */
import type { Words } from '../locales/en.ts'
import { drawPage } from './page.ts'
import type { View } from './view.ts'

export class Refusal extends Error {
  readonly say: (words: Words) => string

  constructor(say: (words: Words) => string) {
    super('refused')
    this.name = 'Refusal'
    this.say = say
  }
}

export const refusalPage = (sentence: string): View => ({
  ...drawPage({ title: sentence, lines: [], rows: [] }, 'text'),
  private: true,
})
