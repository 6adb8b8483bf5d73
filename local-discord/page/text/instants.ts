/** Instants in words, in a reader's language. Knows neither clock nor page. */

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
}

export function inWords(atMs: number, style: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, styles[style] ?? styles['f']).format(atMs)
}

const unitsSeconds: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** "in 5 minutes", "2 days ago" */
export function relatively(atMs: number, nowMs: number, locale: string): string {
  const seconds = Math.round((atMs - nowMs) / 1_000)
  const [unit, length] = unitsSeconds.find(([, one]) => Math.abs(seconds) >= one) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.round(seconds / length), unit)
}

/** A message's head: today and yesterday by their names. */
export function postedAt(atMs: number, nowMs: number, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(atMs)
  const days = dayNumber(atMs) - dayNumber(nowMs)
  if (days !== 0 && days !== -1)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(atMs)
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  return `${day.charAt(0).toLocaleUpperCase(locale)}${day.slice(1)}, ${time}`
}

/** Days since 1970 on this machine's calendar. */
export function dayNumber(atMs: number): number {
  const date = new Date(atMs)
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/** Until the coming 09:00 of tomorrow, on this machine's calendar; in milliseconds. */
export function untilTomorrowAtNine(nowMs: number): number {
  const date = new Date(nowMs)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime() - nowMs
}
