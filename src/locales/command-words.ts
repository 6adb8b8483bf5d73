/** What a language says of one command. What it leaves out is shown in English. */
export interface CommandWords {
  /** Lower case, without blanks: Discord's rule for names of commands. */
  readonly name?: string
  readonly about: string
  /** What to type after the name, with the options' names in this language; shown by `/help`. */
  readonly examples?: readonly string[]
  readonly options?: Readonly<Record<string, { readonly name?: string; readonly about: string }>>
}
