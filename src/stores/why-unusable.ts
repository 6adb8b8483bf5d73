/** Why a database file could not be used, and what to do. Knows the codes of SQLite and of the file system; opens nothing. */

import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** One or two sentences for whoever starts the bot; `file` is absolute. */
export function whyUnusable(error: unknown, file: string): string {
  return bySqlite(error, file) ?? bySystem(error, file) ?? messageOf(error)
}

/** Whether SQLite was kept from its work by somebody else's lock. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error)
  return code === 5 || code === 6
}

/** The primary result code, https://sqlite.org/rescode.html; the higher bits of an extended code only refine it. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
}

function bySqlite(error: unknown, file: string): string | undefined {
  const code = resultCode(error)
  if (code === undefined) return undefined
  const may = `Let the user that runs the bot write the file and its folder ${dirname(file)}, or point DATABASE_URL elsewhere.`
  switch (code) {
    case 5:
    case 6:
      return 'another process holds it locked. Stop that process (a second bot, a backup, an open sqlite3 shell), then start again.'
    case 8:
      return `it may be read but not written. ${may}`
    case 13:
      return 'its disk is full. Make room, then start again.'
    case 14:
      if (isFolder(file)) return 'it is a folder. Point DATABASE_URL to a file in it.'
      if (!isFolder(dirname(file))) return `${dirname(file)} is no folder. Point DATABASE_URL elsewhere.`
      return `it cannot be opened. ${may}`
    case 11:
    case 26:
      return 'it is damaged, or no SQLite database at all. Put a backup in its place, or move it away and the bot starts a new one.'
    default:
      return `SQLite says "${messageOf(error)}". See to the disk, or point DATABASE_URL elsewhere.`
  }
}

function bySystem(error: unknown, file: string): string | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  return `its folder ${dirname(file)} cannot be made (${messageOf(error)}). Make it, or point DATABASE_URL elsewhere.`
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
