/** What was measured, as a Markdown table: each row has both bots' figures, the target and whether it was reached. */

export interface Row {
  readonly what: string
  readonly caravanserai: string
  readonly bare: string
  /** Absent where nothing was promised. */
  readonly target?: { readonly says: string; readonly reached: boolean }
}

export function table(rows: readonly Row[]): string {
  const cells = [
    ['', 'Caravanserai', 'bare discord.js', 'target', ''],
    ...rows.map(({ what, caravanserai, bare, target }) => [
      what,
      caravanserai,
      bare,
      target?.says ?? '–',
      target === undefined ? '' : target.reached ? 'reached' : 'missed',
    ]),
  ]
  const widths = cells[0]?.map((_, column) => Math.max(3, ...cells.map(row => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n')
}

const number = new Intl.NumberFormat('en')
export const count = (value: number): string => number.format(value)
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : number.format(Math.round(value)))
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`
