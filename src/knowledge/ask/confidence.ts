/** How sure it is that a statement answers a question. */
import type { Weighed } from './weigh.ts'

/** A logistic regression over what `weigh` says of the best statement, fitted on tests/ask/tuned.*.yaml and seed-claims.yaml. */
const fitted = {
  bias: -1.88,
  explained: 4.46,
  gap: -2.55,
  unknown: -1.81,
  cue: 0.06,
  subject: 0.49,
  given: -0.38,
  notGiven: -1.18,
  asksElse: -0.19,
  notForeseen: -0.68,
  margin: 2.28,
  subjectAndCue: 0.49,
} as const

/** Beyond these more of it says nothing more. */
const most = { margin: 0.2, cue: 1.5 } as const

/** From here on the best statement is the answer: to decline is better than to answer wrongly. */
export const leastConfidence = 0.6

/** How likely the best statement answers the question, 0 to 1; `second` is the best that says something else. */
export function confidence(best: Weighed, second: Weighed | undefined): number {
  if (best.misses || !best.anchored) return 0
  const cue = Math.min(most.cue, best.cue)
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    fitted.gap * best.gap +
    fitted.unknown * best.unknown +
    fitted.cue * cue +
    fitted.given * best.given +
    fitted.notGiven * best.notGiven +
    (best.asksElse ? fitted.asksElse : 0) +
    (best.notForeseen ? fitted.notForeseen : 0) +
    (best.isSubject ? fitted.subject + fitted.subjectAndCue * Math.min(1, cue) : 0) +
    fitted.margin * Math.min(most.margin, best.score - (second?.score ?? 0))
  return 1 / (1 + Math.exp(-sum))
}
