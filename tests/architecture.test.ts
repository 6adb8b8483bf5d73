/** Holds the table of who may import whom (ARCHITECTURE.md). Reads the sources as text; an import that it does not know is a fault. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** What a file may import: folders or files of the project, packages, and Node's own modules only where `node:` stands. */
interface Rule {
  readonly within: string
  readonly except?: readonly string[]
  readonly may: readonly string[]
}

const rules: readonly Rule[] = [
  { within: 'src/knowledge/', except: ['src/knowledge/load.ts'], may: ['src/knowledge/', 'js-yaml', 'yaml', 'zod'] },
  {
    within: 'src/knowledge/ask/',
    may: ['src/knowledge/', 'minisearch', '@orama/stemmers', 'opencc-js'],
  },
  { within: 'src/knowledge/load.ts', may: ['node:'] },
  {
    within: 'src/views/',
    may: ['src/views/', 'src/knowledge/', 'src/locales/en.ts', '@discordjs/builders', 'discord-api-types/v10'],
  },
  {
    within: 'src/locales/',
    except: ['src/locales/load.ts'],
    may: [
      'src/locales/',
      'src/knowledge/model.ts',
      'src/knowledge/shelves.ts',
      'src/knowledge/ask/answer.ts',
      'src/stores/reports.ts',
    ],
  },
  { within: 'src/locales/load.ts', may: ['src/locales/', 'node:'] },
  {
    within: 'src/commands/',
    may: [
      'src/commands/parts/',
      'src/discord/define.ts',
      'src/views/',
      'src/knowledge/',
      'src/locales/en.ts',
      'src/stores/in-force.ts',
      'src/stores/preferences.ts',
      'src/stores/reports.ts',
    ],
  },
  {
    within: 'src/stores/',
    may: ['src/stores/', 'src/runtime/', 'keyv', '@keyv/sqlite', 'zod', 'node:'],
  },
  { within: 'src/runtime/', may: ['src/runtime/', 'pino', 'node:'] },
  { within: 'src/discord/define.ts', may: ['src/knowledge/', 'src/locales/en.ts', 'src/stores/', 'src/views/'] },
  {
    within: 'src/discord/',
    may: ['src/', '@discordjs/builders', 'discord.js', 'discord-api-types/v10', 'node:'],
  },
  { within: 'src/config.ts', may: ['src/stores/', 'src/runtime/', 'zod', 'node:'] },
  { within: 'src/bot.ts', may: ['src/', '@discordjs/builders', 'discord.js', 'discord-api-types/v10', 'node:'] },
  { within: 'src/read-knowledge.ts', may: ['src/knowledge/', 'node:'] },
  { within: 'src/index.ts', may: ['src/', 'local-discord/playground.ts', 'node:'] },
  // In the browser: of Local Discord only its types.
  {
    within: 'local-discord/page/',
    may: [
      'local-discord/page/',
      'local-discord/world/world.ts',
      'preact',
      'htm/preact',
      '@khanacademy/simple-markdown',
    ],
  },
  {
    within: 'local-discord/',
    may: ['local-discord/', 'discord-api-spec', 'discord-api-types/v10', 'ws', 'zod', 'node:'],
  },
]

const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bset(?:Timeout|Interval|Immediate)\(|\b(?:process|performance|crypto|console|globalThis)\.|\bfetch\(/

interface Import {
  readonly from: string
  readonly to: string
}

/** Static and dynamic imports, of types too: `import … from '…'`, `export … from '…'`, `import('…')`, `require('…')`. */
const pattern = /(?:\bfrom\s+|\b(?:import|require)\s*\(\s*|^import\s+)'([^']+)'/gm

/** An import whose target is only known when it runs, which the table cannot hold. */
const computed = /\b(?:import|require)\s*\(\s*(?![\s'])/
const mayCompute = ['src/discord/load-commands.ts', 'src/locales/load.ts']

async function importsOf(folder: string): Promise<readonly Import[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && /\.[mc]?[jt]s$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  const imports = await Promise.all(
    files.map(async file => {
      const text = await readFile(file, 'utf8')
      const from = relative(root, file).split(sep).join('/')
      const found = [...text.matchAll(pattern)].map(([, target = '']) => ({
        from,
        to: target.startsWith('.') ? posix.join(dirname(from), target) : target,
      }))
      return computed.test(text) && !mayCompute.includes(from) ? [...found, { from, to: 'what it computes' }] : found
    }),
  )
  return imports.flat()
}

const ruleFor = (file: string): Rule | undefined => {
  const fitting = rules.filter(
    ({ within, except }) =>
      (within.endsWith('/') ? file.startsWith(within) : file === within) && !except?.includes(file),
  )
  return fitting.toSorted((one, other) => other.within.length - one.within.length)[0]
}

const allowed = (rule: Rule, to: string): boolean =>
  rule.may.some(may =>
    may.endsWith('/') || may.endsWith(':') ? to.startsWith(may) : to === may || to.startsWith(`${may}/`),
  )

const imports = [...(await importsOf('src')), ...(await importsOf('local-discord'))]

describe('who may import whom', () => {
  test('there are imports to look at', () => {
    expect(imports.length).toBeGreaterThan(200)
  })

  test('every file stays within its rule', () => {
    const broken = imports.filter(({ from, to }) => {
      const rule = ruleFor(from)
      return rule === undefined || !allowed(rule, to)
    })
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('nobody imports the entry, and commands do not import each other', () => {
    expect(imports.filter(({ to }) => to === 'src/index.ts')).toEqual([])
    expect(imports.filter(({ to }) => /^src\/commands\/[^/]+\.ts$/.test(to))).toEqual([])
  })

  test('discord.js is imported by `discord` and by the bot that is put together from it', () => {
    const importers = new Set(imports.filter(({ to }) => to === 'discord.js').map(({ from }) => from))
    expect([...importers].filter(from => !from.startsWith('src/discord/') && from !== 'src/bot.ts')).toEqual([])
  })

  test('the pure folders reach for no clock, chance, timer or process', async () => {
    const entries = await readdir(root + '/src', { recursive: true, withFileTypes: true })
    const pure = entries
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter(file => /^src\/(knowledge|views)\//.test(file) && file !== 'src/knowledge/load.ts')
    const found = await Promise.all(
      pure.map(async file => {
        const text = (await readFile(join(root, file), 'utf8')).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        return impure.test(text) ? [file] : []
      }),
    )
    expect(found.flat()).toEqual([])
  })
})
