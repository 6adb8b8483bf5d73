/** How an address names an SQLite file. Knows the text only, not whether there is such a file. */

export const defaultDatabaseUrl = 'sqlite://./var/caravanserai.sqlite'

const scheme = 'sqlite://'

/** The path after `sqlite://`, as it is written: nothing is decoded, and a relative one starts where the bot was started. */
export function readSqliteUrl(url: string): { readonly path: string } | { readonly fault: string } {
  if (/^postgres(?:ql)?:/i.test(url)) {
    return { fault: `expected ${scheme} and a path: preferences are kept in SQLite in this version, not in PostgreSQL` }
  }
  if (!url.startsWith(scheme)) {
    return { fault: `expected ${scheme} and a path, like ${defaultDatabaseUrl}; it starts with ${startOf(url)}` }
  }
  const path = url.slice(scheme.length)
  if (path === '') return { fault: `expected a path after ${scheme}, like ${defaultDatabaseUrl}; there is none` }
  if (path === ':memory:') return { fault: 'expected a file; preferences in :memory: would be lost at every stop' }
  // node:sqlite would read both as a URI and its options.
  if (path.startsWith('file:') || path.includes('?')) {
    return { fault: `expected a path without "file:" and without options after "?", like ${defaultDatabaseUrl}` }
  }
  return { path }
}

/** The same for whoever opens it; throws what is wrong with the address. */
export function sqlitePath(url: string): string {
  const place = readSqliteUrl(url)
  if ('fault' in place) throw new Error(`DATABASE_URL: ${place.fault}.`)
  return place.path
}

/** Enough to recognise a wrong address, and too little to show a password. */
function startOf(url: string): string {
  return JSON.stringify(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i.exec(url)?.[0] ?? url.slice(0, 6))
}
