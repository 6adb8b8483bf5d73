/** How sure it is that a statement answers a question. */
import type { Doubts, Weighed } from './weigh.ts'

/** A logistic regression over what `weigh` and `doubts` say of the best statement, fitted on some 3,500 questions like those of tests/ask/tuned.yaml. */
const fitted = {
  bias: -6.2,
  explained: 4.65,
  subject: 0.63,
  notGiven: -1.05,
  asksElse: -0.51,
  notForeseen: -1.18,
  margin: 5.89,
  cue: 0.44,
  text: 2.3,
} as const

/** Beyond this more of it says nothing more. */
const widestMargin = 0.2
const mostCue = 1

/** From here on the best statement is the answer: to decline is better than to answer wrongly. */
export const leastConfidence = 0.42

/** How likely the best statement answers the question, 0 to 1; `second` is the best that says something else. */
export function confidence(best: Weighed, doubts: Doubts, second: Weighed | undefined): number {
  if (best.misses || doubts.notAnchored) return 0
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    (best.isSubject ? fitted.subject : 0) +
    fitted.notGiven * best.notGiven.length +
    (doubts.asksElse ? fitted.asksElse : 0) +
    (doubts.notForeseen ? fitted.notForeseen : 0) +
    fitted.margin * Math.min(widestMargin, best.score - (second?.score ?? 0)) +
    fitted.cue * Math.min(mostCue, best.cue) +
    fitted.text * best.parts.text
  return 1 / (1 + Math.exp(-sum))
}
