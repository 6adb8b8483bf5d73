/** How sure it is that a statement answers a question. */
import type { QuestionWord } from '../model.ts'
import type { Weighed } from './weigh.ts'

/** A logistic regression over what `weigh` says of the best statement, fitted on tests/ask/tuned.*.yaml, seed-claims.yaml and some 2,000 questions like those. */
const fitted = {
  bias: -2.2,
  explained: 3.12,
  gap: -1.73,
  unknown: -1.41,
  subject: 0.67,
  noNumber: -0.61,
  noReason: -0.44,
  notGiven: 0.1,
  otherKind: 0.4,
  asksElse: -1.26,
  notForeseen: -1.06,
  margin: 2.72,
  structured: 0.47,
  structuredUnknown: 1.19,
  structuredGap: 0.28,
  cue: 0.35,
} as const

/** Beyond this more of it says nothing more. */
const widestMargin = 0.2
/** From here on the question surely asks for the property. */
const leastCue = 0.7

/** From here on the best statement is the answer: to decline is better than to answer wrongly. */
export const leastConfidence = 0.46

const notGiven = (word: QuestionWord): number =>
  word === 'number' ? fitted.noNumber : word === 'why' ? fitted.noReason : fitted.notGiven

/** How likely the best statement answers the question, 0 to 1; `second` is the best that says something else. */
export function confidence(best: Weighed, second: Weighed | undefined): number {
  if (best.misses || !best.anchored) return 0
  const isStructured = best.isSubject && best.cue >= leastCue && best.notGiven.length === 0
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    fitted.gap * best.gap +
    fitted.unknown * best.unknown +
    (best.isSubject ? fitted.subject : 0) +
    best.notGiven.reduce((all, word) => all + notGiven(word), 0) +
    (best.otherKind ? fitted.otherKind : 0) +
    fitted.cue * Math.min(1, best.cue) +
    (best.asksElse ? fitted.asksElse : 0) +
    (best.notForeseen ? fitted.notForeseen : 0) +
    fitted.margin * Math.min(widestMargin, best.score - (second?.score ?? 0)) +
    (isStructured ? fitted.structured + fitted.structuredUnknown * best.unknown + fitted.structuredGap * best.gap : 0)
  return 1 / (1 + Math.exp(-sum))
}
