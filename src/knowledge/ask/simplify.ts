/** Traditional characters to the simplified ones of the dataset. */
import { Converter } from 'opencc-js/t2cn'

type Convert = (text: string) => string

let made: Convert | undefined

/** Any text; what is no traditional character stays as it is. The first call takes some 40 ms. */
export function simplify(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  const convert: Convert = made ?? Converter({ from: 't', to: 'cn' })
  made = convert
  return convert(text)
}
