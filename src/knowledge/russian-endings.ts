/** Case endings of Russian nouns and adjectives. */

/** With `и` for `й` as well, which folding makes of it. */
const endings =
  'ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ой|ои|ей|еи|ий|ии|ый|ыи|ая|яя|ое|ее|ом|ем|ам|ям|ую|юю|их|ых|им|ым|а|я|о|е|ы|и|у|ю|ь'
const firstEnding = new RegExp(`(?<=\\p{Script=Cyrillic}{3})(?:${endings})$`, 'u')
const nextEndings = new RegExp(`(?<=\\p{Script=Cyrillic}{4})(?:${endings})$`, 'u')

/** A word without its case ending, cut as roughly on both sides of a comparison, again while enough is left, so that «Токаева» and «Токаев» meet; other words as they are. */
export function withoutRussianEnding(word: string): string {
  let cut = word.replace(firstEnding, '')
  for (let shorter = cut.replace(nextEndings, ''); shorter !== cut; shorter = cut.replace(nextEndings, ''))
    cut = shorter
  return cut
}
