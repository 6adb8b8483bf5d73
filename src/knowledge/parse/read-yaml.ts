/** YAML text to plain values, or what is wrong with it and on which line. Knows nothing of what the file is for. */

import { load, YAMLException } from 'js-yaml'

export type Yaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly { readonly line?: number; readonly reason: string }[] }

export function readYaml(text: string): Yaml {
  if (text.includes('\ufffd')) {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
    return { ok: false, faults: [{ line, reason: 'expected UTF-8, came bytes that are not (read as U+FFFD)' }] }
  }
  try {
    // An alias could make the values a circle, and a fact that stands in two places is two facts to its readers.
    return { ok: true, value: load(text, { maxAliases: 0 }) }
  } catch (error) {
    // Beyond its own errors the library may run out of stack on hostile nesting.
    if (!(error instanceof YAMLException)) return { ok: false, faults: [{ reason: `not YAML: ${String(error)}` }] }
    const line = error.mark === undefined ? {} : { line: error.mark.line + 1 }
    return { ok: false, faults: [{ ...line, reason: `not YAML: ${error.reason}` }] }
  }
}
