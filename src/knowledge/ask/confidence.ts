/** How sure it is that a statement answers a question. */
import type { NearestAsked } from './asked-questions.ts'
import type { Doubts, Weighed } from './weigh.ts'

/** A logistic regression over what `weigh` and `doubts` say of the best statement, fitted on some 9,500 questions like those of tests/ask/tuned.yaml; `missing` is set so that it lets through some four rightful answers for each that should have been declined. */
const fitted = {
  bias: -5.75,
  explained: 4.18,
  inName: 0.43,
  inAsked: 2.33,
  inNearest: -2.09,
  oftenAsked: 0.58,
  subject: 0.31,
  notGiven: -1.22,
  notHeld: -0.9,
  notForeseen: -0.96,
  margin: 7.55,
  cue: 0.49,
  text: 2.36,
  near: 3.52,
  likewise: 1.58,
  unanswered: -2.63,
  unansweredByName: -4.96,
  missing: -3.5,
} as const

/** Beyond this more of it says nothing more. */
const widestMargin = 0.2
const mostCue = 1

/** From here on the best statement is the answer: to decline is better than to answer wrongly. */
export const leastConfidence = 0.42

/** How likely the best statement answers the question, 0 to 1; `second` is the best that says something else, the last how near the question is to those that people ask. */
export function confidence(
  best: Weighed,
  doubts: Doubts,
  second: Weighed | undefined,
  { unanswered, unansweredByName }: NearestAsked,
): number {
  if (best.missing === 'much' || doubts.notAnchored) return 0
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    fitted.inName * best.parts.inName +
    fitted.inAsked * best.parts.inAsked +
    fitted.inNearest * best.parts.inNearest +
    fitted.oftenAsked * best.parts.oftenAsked +
    (best.missing === 'some' ? fitted.missing : 0) +
    (best.isSubject ? fitted.subject : 0) +
    fitted.notGiven * best.notGiven.length +
    (doubts.notHeld ? fitted.notHeld : 0) +
    (doubts.notForeseen ? fitted.notForeseen : 0) +
    fitted.margin * Math.min(widestMargin, best.score - (second?.score ?? 0)) +
    fitted.cue * Math.min(mostCue, best.cue) +
    fitted.text * best.parts.text +
    fitted.near * best.parts.near +
    fitted.likewise * best.parts.likewise +
    fitted.unanswered * unanswered +
    fitted.unansweredByName * unansweredByName
  return 1 / (1 + Math.exp(-sum))
}
