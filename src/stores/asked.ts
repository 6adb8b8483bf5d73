/** What people asked, kept for a day so that the buttons under an answer work. The contract and its values; knows no store. */

export interface AskedQuestion {
  readonly question: string
  /** The reader's, which decides where the question alone does not. */
  readonly language: string
}

/** Long enough to come back to an answer the next day, and no longer. */
export const askedLivesMs = 24 * 60 * 60 * 1_000

/** Nothing says who asked. Every method rejects when the store fails. */
export interface Asked {
  /** Keeps the question from now on for `askedLivesMs`, and says under which id: eight letters and digits that are not to be guessed. */
  keep(question: AskedQuestion): Promise<string>
  /** Undefined once its day is over, once it was forgotten, or where this release cannot read it. */
  read(id: string): Promise<AskedQuestion | undefined>
  forget(id: string): Promise<void>
  /** Deletes what has had its day, and what cannot be read: nobody could say when its day ends. */
  sweep(): Promise<void>
  /** Waits for what is under way, then lets go of the store. Later calls of the other methods reject; closing twice is once. */
  close(): Promise<void>
}
