/** Something that is meant for the user: a reason, in their language, why what they asked for does not happen. */
import { ComponentType } from 'discord-api-types/v10'
import type { Words } from '../locales/en.ts'
import type { View } from './view.ts'

export class Refusal extends Error {
  readonly say: (words: Words) => string

  constructor(say: (words: Words) => string) {
    super('refused')
    this.name = 'Refusal'
    this.say = say
  }
}

/** The sentence may hold markup of its own, so nothing is put around it. */
export const refusalPage = (sentence: string): View => ({
  components: [{ type: ComponentType.TextDisplay, content: sentence }],
  private: true,
})
