import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../../src/knowledge/load.ts'

test('every file by its path with slashes, but none whose name or folder begins with a dot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dataset-'))
  try {
    await mkdir(join(folder, 'places'))
    await mkdir(join(folder, '.cache'))
    await writeFile(join(folder, 'dataset.yaml'), 'version: 1.0.0')
    await writeFile(join(folder, 'places', 'xian.yaml'), 'name: Xi’an')
    await writeFile(join(folder, 'places', '.xian.yaml.swp'), 'x')
    await writeFile(join(folder, '.cache', 'x.yaml'), 'x')
    const files = load(folder)
    expect(files).toEqual(
      new Map([
        ['dataset.yaml', 'version: 1.0.0'],
        ['places/xian.yaml', 'name: Xi’an'],
      ]),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a folder that is not there is an error', () => {
  expect(() => load('src/nowhere')).toThrow('ENOENT')
})
