/** Brings spellings of one name to one form, so that they compare equal: case, diacritics, apostrophes, hyphens and blanks. No language's grammar. */

/** Letters of Central Asian alphabets that Unicode does not decompose, as people write them without that keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  ҳ: 'х',
  ҷ: 'ч',
  і: 'и',
  ı: 'i',
  ə: 'a',
  ø: 'o',
  ł: 'l',
}

/** Modifier letters and quotation marks that stand for an apostrophe in Uzbek, pinyin and transliterated Russian. */
const apostrophes = /['’‘ʼʻʹ`´′＇]/gu

/** The words of a name in plain lower-case letters, parted by single blanks; empty when there is no letter, digit or plus sign in it. */
export function foldWords(text: string): string {
  return text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[әғқңөұүһҳҷіıəøł]/gu, letter => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}+]+/gu, ' ')
    .trim()
}

/** The same without blanks: `Xi’an`, `Xi-An` and `xian` are one. */
export function fold(text: string): string {
  return foldWords(text).replaceAll(' ', '')
}
