/** The shapes of the dataset's files as JSON Schema, for completion in editors. What no single file can know stays with the parser. */

import { z } from 'zod'
import { readDrafts } from './parse/drafts.ts'
import {
  askedShape,
  askingShape,
  entityFileShape,
  overlayFileShape,
  propertyReference,
  sourcesFileShape,
  unansweredShape,
  unitReference,
} from './parse/shapes.ts'

/** JSON text by file name; property and unit ids are listed as those of `files` (the dataset), so that an editor offers them. */
export function schemas(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { drafts } = readDrafts(files)
  function print(shape: z.ZodType, title: string): string {
    const schema = z.toJSONSchema(shape, {
      io: 'input',
      override({ zodSchema, jsonSchema }) {
        if (zodSchema === propertyReference) jsonSchema.enum = [...drafts.properties.keys()]
        if (zodSchema === unitReference) jsonSchema.enum = [...drafts.units.keys()]
      },
    })
    return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
  }
  return new Map([
    ['asked.json', print(askedShape, 'What people ask in one language, by the statements that answer it')],
    ['asking.json', print(askingShape, 'How people ask in one language')],
    ['entity.json', print(entityFileShape, 'An entity of the dataset with its English texts')],
    ['overlay.json', print(overlayFileShape, 'The translation of an entity into one language')],
    ['sources.json', print(sourcesFileShape, 'Sources of the dataset')],
    ['unanswered.json', print(unansweredShape, 'What people ask in one language and no statement answers')],
  ])
}
