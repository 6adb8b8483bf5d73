/** The folder is the registry: what stops a start, and what may be shared. */
import { expect, test } from 'vitest'
import { type Command, defineCommand, press } from '../../src/discord/define.ts'
import { gather, loadCommands, whole } from '../../src/discord/load-commands.ts'
import { component } from '../../src/views/component.ts'

const shown = { components: [] }
const command = (name: string, presses: Command['presses'] = []): Command =>
  defineCommand({
    name,
    about: 'x',
    options: {},
    where: 'anywhere',
    who: 'anyone',
    visibility: 'chosen',
    presses,
    run: () => shown,
  })
const pressed = component('pressed', {})

test('every file of the folder is a command, and shared parts are not', async () => {
  const { slash, onMessages } = await loadCommands()
  expect([...slash.keys()]).toEqual([
    'ask',
    'changes',
    'compare',
    'country',
    'fact',
    'help',
    'preferences',
    'principle',
    'project',
    'settings',
    'source',
    'summit',
    'term',
    'timeline',
  ])
  expect([...onMessages.keys()]).toEqual(['Look this up'])
})

test('a file without a command is named', () => {
  expect(() => whole('fact.ts', undefined)).toThrow('src/commands/fact.ts must export a command')
})

test('a command of another name than its file is named, with both', () => {
  expect(() => whole('fact.ts', command('country'))).toThrow(
    'must declare the command "fact", like its file, and declares "country"',
  )
})

test('two answers to one component are refused, and the second is named', () => {
  const one = press(pressed, () => shown)
  const other = press(pressed, () => shown)
  expect(() =>
    gather([
      { file: 'a.ts', command: command('a', [one]) },
      { file: 'b.ts', command: command('b', [other]) },
    ]),
  ).toThrow('src/commands/b.ts answers to the component "pressed"')
  expect(() =>
    gather([
      { file: 'a.ts', command: command('a', [one]) },
      { file: 'b.ts', command: command('b', [one]) },
    ]),
  ).not.toThrow()
})
