/** How sure it is that a statement answers a question. */
import type { Weighed } from './weigh.ts'

/** A logistic regression over what `weigh` says of the best statement, fitted on tests/ask/tuned.*.yaml and seed-claims.yaml. */
const fitted = {
  bias: -1.59,
  explained: 4.54,
  gap: -2.43,
  unknown: -1.75,
  subject: 0.33,
  given: -0.81,
  notGiven: -1.06,
  asksElse: -0.98,
  notForeseen: -0.9,
  margin: 1.61,
  structured: 1.1,
  structuredUnknown: 1.12,
  structuredGap: -1.15,
} as const

/** Beyond this more of it says nothing more. */
const widestMargin = 0.2
/** From here on the question surely asks for the property. */
const leastCue = 0.7

/** From here on the best statement is the answer: to decline is better than to answer wrongly. */
export const leastConfidence = 0.52

/** How likely the best statement answers the question, 0 to 1; `second` is the best that says something else. */
export function confidence(best: Weighed, second: Weighed | undefined): number {
  if (best.misses || !best.anchored) return 0
  const isStructured = best.isSubject && best.cue >= leastCue && best.notGiven === 0
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    fitted.gap * best.gap +
    fitted.unknown * best.unknown +
    (best.isSubject ? fitted.subject : 0) +
    fitted.given * best.given +
    fitted.notGiven * best.notGiven +
    (best.asksElse ? fitted.asksElse : 0) +
    (best.notForeseen ? fitted.notForeseen : 0) +
    fitted.margin * Math.min(widestMargin, best.score - (second?.score ?? 0)) +
    (isStructured ? fitted.structured + fitted.structuredUnknown * best.unknown + fitted.structuredGap * best.gap : 0)
  return 1 / (1 + Math.exp(-sum))
}
