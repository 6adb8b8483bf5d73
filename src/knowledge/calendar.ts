/** Calendar dates as precise as their source (`2023`, `2023-05`, `2023-05-18`): which exist, and which days they cover. No time zones, no clock. */

import type { CalendarDate } from './model.ts'

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Proleptic Gregorian, as ISO 8601 has it. `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = pattern.exec(text) ?? []
  if (year === undefined || Number(year) === 0) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)))
}

/** The first day that a date covers, as `2023-05-18`: these compare as plain text. */
export function firstDay(date: CalendarDate): string {
  return `${date}-01-01`.slice(0, 10)
}

/** The last day that a date covers. */
export function lastDay(date: CalendarDate): string {
  if (date.length === 10) return date
  const month = date.length === 7 ? date : `${date}-12`
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

/** True when every day of `a` lies after every day of `b`. */
export function isAfter(a: CalendarDate, b: CalendarDate): boolean {
  return firstDay(a) > lastDay(b)
}
