/** What people report of answers, for the curators. The contract and its values; knows no store. */

export const reportReasons = [
  'wrong',
  'outdated',
  'misunderstood',
  'should-know',
  'one-sided',
  'language',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** Nothing says who reported, or who asked. */
export interface Report {
  readonly reason: ReportReason
  /** As it was asked, where it was still kept. */
  readonly question?: string
  /** The ids of the statements shown; none where the question was declined. */
  readonly statements: readonly string[]
  /** What kind of answer was computed from them, or why none was given. */
  readonly answer?: string
  /** That of the answer. */
  readonly language: string
  /** The version that answered. */
  readonly dataset: string
}

export interface KeptReport extends Report {
  readonly id: string
  /** The day it came, as `2026-11-25`. */
  readonly day: string
}

/** Every method rejects when the store fails. */
export interface Reports {
  add(report: Report): Promise<void>
  /** Oldest first; rejects when one cannot be read. */
  all(): Promise<readonly KeptReport[]>
  /** Whether there was one. */
  remove(id: string): Promise<boolean>
  close(): Promise<void>
}
