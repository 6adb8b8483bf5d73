/** Draws any page that a way can lead to, from what the way says of it. */
import type { Ask } from '../../discord/define.ts'
import { findSources } from '../../knowledge/find-sources.ts'
import { findEntities } from '../../knowledge/lookup.ts'
import type { Entity, Source } from '../../knowledge/model.ts'
import { relationsOf } from '../../knowledge/relations.ts'
import { kindsOf } from '../../knowledge/shelves.ts'
import { timelineOf } from '../../knowledge/timeline.ts'
import { comparePage } from '../../views/compare-page.ts'
import { entityPage } from '../../views/entity-page.ts'
import { factPage } from '../../views/fact-page.ts'
import type { Reader } from '../../views/format.ts'
import { listPage } from '../../views/list-page.ts'
import { mentionedPage } from '../../views/mentioned-page.ts'
import { Refusal } from '../../views/refusal.ts'
import { sourceListPage, sourcePage } from '../../views/source-page.ts'
import type { Detail } from '../../views/statement-line.ts'
import { timelinePage } from '../../views/timeline-page.ts'
import type { View } from '../../views/view.ts'
import type { Listing, Step } from '../../views/way.ts'
import { answeredAgain, readerIn } from './answers.ts'

export const reader = ({ language, words, knowledge }: Ask): Reader => ({ language, words, knowledge })

/** An answer is in the language of its question, and so are its sources. */
export const readerOf = (step: Step, ask: Ask): Reader =>
  step.on === 'answer' ? readerIn(step.language, ask) : reader(ask)

/** `from` is the way to the step. Throws a `Refusal` where the dataset no longer holds what it names. */
export async function drawStep(step: Step, from: string, detail: Detail, ask: Ask): Promise<View> {
  const { knowledge, layout } = ask
  switch (step.on) {
    case 'entity':
      return entityPage(known(step.entity, ask), { ...step, detail, from }, layout, reader(ask))
    case 'list':
      return listPage({ ...step, from }, listed(step, ask), detail, layout, reader(ask))
    case 'timeline': {
      const dated = timelineOf(knowledge, {
        ...(step.topic === '' ? {} : { topic: step.topic }),
        ...(step.country === '' ? {} : { country: step.country }),
      })
      return timelinePage(dated, { ...step, from }, detail, layout, reader(ask))
    }
    case 'comparison':
      return comparePage(known(step.first, ask), known(step.second, ask), step.page, detail, layout, reader(ask))
    case 'source':
      return sourcePage(knownSource(step.source, ask), step.page, from, detail, layout, reader(ask))
    case 'sources': {
      const sources = findSources(knowledge, step.typed, knowledge.sources.size)
      return sourceListPage(sources, step.typed, step.page, layout, reader(ask))
    }
    case 'fact': {
      const fact = knowledge.statements.get(step.fact)
      if (!fact) throw new Refusal(words => words.refusals.oldComponent)
      return factPage(fact, step.topic, detail, layout, reader(ask))
    }
    case 'mentioned':
      return mentionedPage(
        step.entities.map(id => known(id, ask)),
        detail,
        layout,
        reader(ask),
      )
    case 'answer':
      return answeredAgain(step, ask)
  }
}

/** What the listing's filters leave, in the order in which an empty box suggests them. */
function listed({ shelf, country, sector, stage }: Listing, { knowledge, names, language }: Ask): readonly Entity[] {
  const all = findEntities(names, '', { kinds: kindsOf(shelf), language, limit: knowledge.entities.size })
  const near = country === '' ? undefined : new Set(relationsOf(knowledge, country).map(({ entity }) => entity))
  return all
    .map(({ entity }) => entity)
    .filter(
      entity =>
        (near === undefined || near.has(entity.id)) &&
        (sector === '' || entity.sector === sector) &&
        (stage === '' || entity.stage === stage),
    )
}

export function known(id: string, { knowledge }: Ask): Entity {
  const entity = knowledge.entities.get(id)
  // A button outlives the edition of the dataset that it was drawn from.
  if (!entity) throw new Refusal(words => words.refusals.oldComponent)
  return entity
}

function knownSource(id: string, { knowledge }: Ask): Source {
  const source = knowledge.sources.get(id)
  if (!source) throw new Refusal(words => words.refusals.oldComponent)
  return source
}
