/** What our own pages keep beyond Discord's limits: readable without images, marked where it is one side's view, dated, and with a way on. */
import { ComponentType } from 'discord-api-types/v10'
import type { Knowledge } from '../../src/knowledge/model.ts'
import type { Reader } from '../../src/views/format.ts'
import { writeName } from '../../src/views/format.ts'
import { cut, type Layout } from '../../src/views/page.ts'
import type { View } from '../../src/views/view.ts'
import { nodesOf, textsOf } from './discord-limits.ts'

const pictures: readonly (number | undefined)[] = [
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
]

export function brokenRules(view: View, layout: Layout, reader: Reader): readonly string[] {
  const { words, language } = reader
  const nodes = nodesOf(view)
  const texts = nodes.flatMap(({ content }) => content ?? [])
  const text = texts.join('\n')
  const broken: string[] = []
  const hold = (holds: boolean, fault: string): void => {
    if (!holds) broken.push(fault)
  }

  hold(
    (layout === 'rich' ? /^## \p{So}\S* ?\S/u : /^\*\*[^*]+\*\*\n/).test(text) ||
      (layout === 'rich' && /^## \p{RI}\p{RI} \S/u.test(text)),
    `no title with a sign: ${text.slice(0, 60)}`,
  )
  hold(
    nodes.some(({ type }) => type === ComponentType.Button || type === ComponentType.StringSelect) ||
      text.includes('</'),
    'no way on',
  )
  hold(
    nodes.every(({ type }) => !pictures.includes(type)),
    'a picture, which these pages have no words for',
  )
  if (layout === 'text') {
    const top: readonly number[] = [ComponentType.TextDisplay, ComponentType.ActionRow]
    hold(
      view.components.every(({ type }) => top.includes(type)),
      'more than text and what can be pressed in the text layout',
    )
  }
  const empty = /\*\*[^*\n]+[:：]\*\*\s*$|\*\* *\*\*|^- .*(?:[:：]|—)\s*$|—\s*$|\(\s*\)|（\s*）/m.exec(text)
  hold(empty === null, `an empty field: ${empty?.[0]}`)

  if (view.stated) hold(hasFoot(view, reader), 'no source and edition')
  if (hasFoot(view, reader)) hold(/\b(?:19|20)\d\d/.test(texts.at(-1)?.split('\n').at(-1) ?? ''), 'no as-of')
  // A “did you mean”, an answer that is declined, a question back.
  if (view.private && !view.stated) hold(!hasFoot(view, reader), 'a source and an edition of what states nothing')
  // After a value it is in brackets and small letters.
  const says = (standing: string): boolean =>
    text.includes(standing) || text.includes(standing.toLocaleLowerCase(words.intl))
  for (const statement of view.stated?.statements ?? []) {
    if (statement.standing === 'disputed') hold(says(words.page.disputed), `${statement.id} is not said to be disputed`)
    if (statement.standing === 'expected') hold(says(words.page.expected), `${statement.id} is not said to be expected`)
    if (statement.standing === 'viewpoint')
      hold(
        text.includes(words.page.says(writeName(statement.view.speaker, reader), '').trimEnd()),
        `${statement.id} does not say whose view it is`,
      )
  }
  if (language !== 'en')
    broken.push(...englishIn(textsOf(view).join('\n'), reader).map(phrase => `English without a mark: ${phrase}`))
  return broken
}

/** Says of which edition it is, with its source where it has one. */
export const hasFoot = (view: View, { words, knowledge }: Reader): boolean =>
  nodesOf(view).some(({ content }) => content?.includes(words.page.dataset(knowledge.version)))

/** Three small Latin words in a row that are in no link, no quotation, no publisher’s name or title, and not marked as English. */
function englishIn(text: string, { words, knowledge }: Reader): readonly string[] {
  let own = text
    .split('\n')
    .filter(line => !line.includes(words.page.inEnglish))
    .join('\n')
    .replaceAll(/\[[^\]]*\]\(<[^>]*>\)/g, '')
    .replaceAll(/\\/g, '')
  for (const name of namesIn(knowledge)) own = own.replaceAll(name, '')
  return own.replaceAll(/“[^”]*”|«[^»]*»|"[^"]*"/g, '').match(/[a-z]{2,}(?:[ ,]+[a-z]{2,}){2,}/g) ?? []
}

const names = new WeakMap<Knowledge, readonly string[]>()

/** Publishers and titles as they are written, and cut to what a select shows; the longest first, for some are parts of others. */
function namesIn(knowledge: Knowledge): readonly string[] {
  const known = names.get(knowledge)
  if (known) return known
  const all = [...knowledge.sources.values()].flatMap(({ publisher, title }) => [
    publisher ?? title,
    title,
    cut(title, 100),
  ])
  const gathered = [...new Set(all)].toSorted((one, other) => other.length - one.length)
  names.set(knowledge, gathered)
  return gathered
}
