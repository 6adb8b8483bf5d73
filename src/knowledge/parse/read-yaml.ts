/** YAML text to plain values, or what is wrong with it and on which line. Knows nothing of what the file is for. */

import { LineCounter, parseDocument } from 'yaml'

export type Yaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly { readonly line?: number; readonly reason: string }[] }

export function readYaml(text: string): Yaml {
  if (text.includes('\ufffd')) {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
    return { ok: false, faults: [{ line, reason: 'expected UTF-8, came bytes that are not (read as U+FFFD)' }] }
  }
  try {
    const lineCounter = new LineCounter()
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })
    const faults = document.errors.map(error => ({
      line: lineCounter.linePos(error.pos[0]).line,
      reason: `not YAML: ${error.message}`,
    }))
    if (faults.length > 0) return { ok: false, faults }
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown }
  } catch (error) {
    // Beyond its own list of errors the library throws on unresolved or exploding aliases and on nesting deeper than the stack.
    return { ok: false, faults: [{ reason: `not YAML: ${error instanceof Error ? error.message : String(error)}` }] }
  }
}
