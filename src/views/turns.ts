/** The way to the pages before and after. */
import type { Words } from '../locales/en.ts'
import type { Button } from './page.ts'

/** The buttons that there is somewhere to go with; `turn` makes the id for a page counted from 0. */
export function turns(
  page: number,
  pages: number,
  turn: (to: number) => string,
  { controls }: Words,
): readonly Button[] {
  return [
    ...(page > 0 ? [{ id: turn(page - 1), label: controls.previous }] : []),
    ...(page < pages - 1 ? [{ id: turn(page + 1), label: controls.next }] : []),
  ]
}
