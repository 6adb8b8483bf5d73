/** Custom ids that carry everything a press needs: one codec, typed on both ends. Knows the 100 characters Discord allows and nothing of who presses. */

/** A field of a component's id. `write` must be undone by `read`; `read` answers undefined for what it did not write. */
export interface Field<T> {
  readonly write: (value: T) => string
  readonly read: (text: string) => T | undefined
  /** What is left of it for who presses on somebody else's page. */
  readonly ofAnother?: (value: T) => T
}

export interface Component<Values> {
  readonly name: string
  /** The custom id. Throws when it would exceed 100 characters, because Discord would refuse the whole message. */
  readonly id: (values: Values) => string
  /** What the id says, or undefined when it was made by another component or by another version of this one. `own`: the page is the presser's. */
  readonly read: (customId: string, own?: boolean) => Values | undefined
}

/** Discord: “custom_id … max 100 characters” (docs, Components, Custom ID). */
const longestId = 100
const separator = '~'

/** A word without the separator: an entity's id, a section's name. */
export const word: Field<string> = {
  write: value => {
    if (value.includes(separator)) throw new Error(`a word of a custom id may not hold "${separator}": "${value}"`)
    return value
  },
  read: text => text,
}

export const whole: Field<number> = {
  write: value => {
    if (!Number.isSafeInteger(value))
      throw new Error(`a whole number of a custom id must be a safe integer, not ${value}`)
    return value.toString(36)
  },
  read: text => {
    const value = Number.parseInt(text, 36)
    return Number.isSafeInteger(value) && value.toString(36) === text ? value : undefined
  },
}

/** One of a fixed list, kept as written so that an id can be read by people. */
export function oneOf<const T extends string>(...options: readonly T[]): Field<T> {
  return { write: value => value, read: text => options.find(option => option === text) }
}

/** One of a long list or nothing, kept as its place in it, because its words would be long. */
export function rankIn<const T extends string>(options: readonly T[]): Field<T | ''> {
  return {
    write: value => (value === '' ? '' : options.indexOf(value).toString(36)),
    read: text => (text === '' ? '' : options.find((_, place) => place.toString(36) === text)),
  }
}

/** `component('quiz.answer', { game: word, round: whole })`: the order of the fields is the order in the id. */
export function component<Values extends object>(
  name: string,
  fields: { readonly [K in keyof Values]: Field<Values[K]> },
): Component<Values> {
  const entries = Object.entries(fields) as [keyof Values & string, Field<Values[keyof Values]>][]
  return {
    name,
    id: values => {
      const id = [name, ...entries.map(([key, field]) => field.write(values[key]))].join(separator)
      if (id.length > longestId) throw new Error(`custom id over ${longestId} characters: "${id}"`)
      return id
    },
    read: (customId, own = true) => {
      const [found, ...texts] = customId.split(separator)
      if (found !== name || texts.length !== entries.length) return undefined
      const values: Record<string, unknown> = {}
      for (const [index, [key, field]] of entries.entries()) {
        const value = field.read(texts[index] ?? '')
        if (value === undefined) return undefined
        values[key] = own || !field.ofAnother ? value : field.ofAnother(value)
      }
      return values as Values
    },
  }
}

/** The component that an id belongs to, whatever its version. */
export const componentName = (customId: string): string => customId.split(separator, 1)[0] ?? ''
