/** What a computed question says of those it means: of which kind and sector they are, how far built, and who is left out. */
import type { Entity, Kind, Sector, Stage } from '../../model.ts'
import { type CueSpan, isWithin, lengthOf, marked, type Reading, type Span } from '../reading.ts'

export const kindsSaid = (reading: Reading): readonly Kind[] =>
  longestSaid(reading).flatMap(({ cue }) => (cue.says === 'kind' ? [cue.kind] : []))

export const sectorsSaid = (reading: Reading): readonly Sector[] =>
  longestSaid(reading).flatMap(({ cue }) => (cue.says === 'sector' ? [cue.sector] : []))

/** “Finished” inside of “not finished” is not said. */
export function stagesSaid({ cues }: Reading): readonly Stage[] {
  const said = cues.filter(({ cue }) => cue.says === 'stage')
  return said
    .filter(span => !said.some(other => lengthOf(other) > lengthOf(span) && isWithin(span, other)))
    .flatMap(({ cue }) => (cue.says === 'stage' ? [cue.stage] : []))
}

/** The road inside of a railroad is none. */
function longestSaid({ cues }: Reading): readonly CueSpan[] {
  const said = cues.filter(({ cue }) => cue.says === 'kind' || cue.says === 'sector')
  return said.filter(span => !said.some(other => lengthOf(other) > lengthOf(span) && isWithin(span, other)))
}

/** Where the question names sectors (“which pipeline”), only projects of those are meant. */
export function isOfSaidSector(reading: Reading, entity: Entity): boolean {
  const sectors = sectorsSaid(reading)
  return sectors.length === 0 || (entity.sector !== undefined && sectors.includes(entity.sector))
}

/** Where the question names stages (“being built”), only projects at one of those are meant; what is being extended operates. */
export function isAtSaidStage(reading: Reading, { stage }: Entity): boolean {
  const said = stagesSaid(reading)
  return (
    said.length === 0 ||
    (stage !== undefined && (said.includes(stage) || (stage === 'extending' && said.includes('operating'))))
  )
}

/** Not those of “yes or no”, nor that of “not finished”. */
export function negations(reading: Reading): readonly Span[] {
  const ends = [
    ...marked(reading, 'yes-no-end').filter(({ to }) => to === reading.places.length),
    ...marked(reading, 'yes-no-any'),
    ...reading.cues.filter(({ cue }) => cue.says === 'stage'),
  ]
  return marked(reading, 'negation').filter(span => !ends.some(end => isWithin(span, end)))
}
