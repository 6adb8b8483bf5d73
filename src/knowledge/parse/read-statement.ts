/** Second pass over one statement: its references, its dates, its standing, and its translations. */

import { isAfter } from '../calendar.ts'
import type { Account, CalendarDate, Citation, Property, Statement } from '../model.ts'
import type { Known } from './known.ts'
import { localisedText, readValue, type Translation } from './read-value.ts'
import type { AccountShape, StatementShape } from './shapes.ts'

type Say = (reason: string) => void

function readCitations(draft: AccountShape, known: Known, say: Say): readonly Citation[] {
  return draft.sources.flatMap(citation => {
    const { id, at } = typeof citation === 'string' ? { id: citation, at: undefined } : citation
    const unknown = known.unknownSource(id)
    if (unknown !== undefined) say(`sources: ${unknown}`)
    const source = known.sources.get(id)
    if (source === undefined) return []
    return at === undefined ? [{ source }] : [{ source, at }]
  })
}

/** Without a property only its sources are looked at. */
function readAccount(
  draft: AccountShape,
  translations: readonly Translation[],
  property: Property | undefined,
  known: Known,
  say: Say,
): Account | undefined {
  const [first, ...rest] = readCitations(draft, known, say)
  if (property === undefined) return undefined
  const text = localisedText(draft.text, translations)
  const value = readValue(draft.value, text, translations, property, known, say)
  if (first === undefined || value === undefined) return undefined
  return { value, text, citations: [first, ...rest] }
}

function checkDates(draft: StatementShape, datasetDate: CalendarDate | undefined, say: Say): void {
  const since = draft.since === undefined ? undefined : String(draft.since)
  const until = draft.until === undefined ? undefined : String(draft.until)
  const asOf = draft.asOf === undefined ? undefined : String(draft.asOf)
  if (since !== undefined && until !== undefined && isAfter(since, until)) {
    say(`expected since before until, came since ${since} and until ${until}`)
  }
  if (asOf !== undefined && datasetDate !== undefined && isAfter(asOf, datasetDate)) {
    say(`asOf: expected a date up to the dataset’s own (${datasetDate} in dataset.yaml), came ${asOf}`)
  }
}

function checkStanding(draft: StatementShape, property: Property | undefined, known: Known, say: Say): void {
  const standing = draft.standing ?? 'settled'
  if (standing === 'viewpoint') {
    if (draft.speaker === undefined)
      say('a viewpoint needs a speaker: the id of the country, organisation or person that holds it')
    else {
      const unfit = known.unfitEntity(draft.speaker, ['country', 'organisation', 'person'])
      if (unfit !== undefined) say(`speaker: ${unfit}`)
    }
  } else if (draft.speaker !== undefined) {
    say(`speaker: only a viewpoint has one, and this is ${standing}; did you mean \`standing: viewpoint\`?`)
  }
  if (standing === 'disputed' && draft.alternatives === undefined) {
    say('a disputed statement needs alternatives: the other sides, each with value, text and sources')
  }
  if (standing !== 'disputed' && draft.alternatives !== undefined) {
    say(
      `alternatives: only a disputed statement has them, and this is ${standing}; did you mean \`standing: disputed\`?`,
    )
  }
  if (draft.asOf !== undefined) return
  if (property?.ages === true)
    say(`asOf is missing: “${property.id}” can change, so a statement of it says as of when it holds`)
  else if (standing === 'expected') say('asOf is missing: what is expected can change, so it says as of when it is')
}

export interface StatementContext {
  readonly known: Known
  readonly datasetDate: CalendarDate | undefined
  /** Undefined when its own fault is reported already. */
  readonly property: Property | undefined
  /** For each language the translations of the account and of its alternatives, in order. */
  readonly translations: readonly (readonly Translation[])[]
  readonly say: Say
}

/** Every fault is said; undefined after one that leaves no statement. */
export function readStatement(
  entity: string,
  id: string,
  draft: StatementShape,
  { known, datasetDate, property, translations, say }: StatementContext,
): Statement | undefined {
  checkDates(draft, datasetDate, say)
  checkStanding(draft, property, known, say)
  const ofSide = (index: number): readonly Translation[] =>
    translations.map(sides => sides[index]).filter(translation => translation !== undefined)
  const account = readAccount(draft, ofSide(0), property, known, say)
  const others = (draft.alternatives ?? []).map((side, index) =>
    readAccount(side, ofSide(index + 1), property, known, reason => say(`alternatives[${index}].${reason}`)),
  )
  if (account === undefined || property === undefined) return undefined
  const base = {
    id: `${entity}.${id}`,
    entity,
    property,
    ...(draft.since === undefined ? {} : { since: String(draft.since) }),
    ...(draft.until === undefined ? {} : { until: String(draft.until) }),
    ...(draft.asOf === undefined ? {} : { asOf: String(draft.asOf) }),
  }
  const standing = draft.standing ?? 'settled'
  if (standing === 'settled' || standing === 'expected') return { ...base, standing, account }
  if (standing === 'viewpoint') {
    return draft.speaker === undefined
      ? undefined
      : { ...base, standing, view: { speaker: draft.speaker, claim: account } }
  }
  const [second, ...more] = others.filter(side => side !== undefined)
  return second === undefined ? undefined : { ...base, standing, sides: [account, second, ...more] }
}
