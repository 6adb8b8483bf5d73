/** Reads the files of a folder into memory, paths with `/` and relative to it. The one file here that touches the disk; it understands nothing. */

import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Throws what the file system throws. Names that begin with a dot (editors' and systems' own files) are passed over. */
export async function load(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter(parts => !parts.some(part => part.startsWith('.')))
  return new Map(
    await Promise.all(
      paths.map(async parts => [parts.join('/'), await readFile(join(folder, ...parts), 'utf8')] as const),
    ),
  )
}
