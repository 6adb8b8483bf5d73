/** Finds the commands: every file of `src/commands` is one. A bad or a duplicate file stops the start with its name. */
import { readdir } from 'node:fs/promises'
import type { Command, MessageCommand, Press } from './define.ts'

export interface Commands {
  readonly slash: ReadonlyMap<string, Command>
  readonly onMessages: ReadonlyMap<string, MessageCommand>
  readonly pressByComponent: ReadonlyMap<string, Press>
}

type Any = Command | MessageCommand

const folder = new URL('../commands/', import.meta.url)

export async function loadCommands(): Promise<Commands> {
  const entries = await readdir(folder, { withFileTypes: true })
  // A folder holds parts that several commands share; they import it themselves.
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('.ts')).map(entry => entry.name)
  const commands = await Promise.all(
    files.toSorted().map(async file => {
      const { default: command } = (await import(new URL(file, folder).href)) as { default?: Partial<Any> }
      return { file, command: whole(file, command) }
    }),
  )
  return gather(commands)
}

const isOnMessages = (command: Partial<Any>): command is MessageCommand => 'onMessage' in command

export function whole(file: string, command: Partial<Any> | undefined): Any {
  const expected = file.slice(0, -'.ts'.length)
  if (command === undefined || !(isOnMessages(command) || ('run' in command && typeof command.run === 'function'))) {
    throw new Error(`src/commands/${file} must export a command (defineCommand or defineMessageCommand) as its default`)
  }
  if (command.name?.toLowerCase().replaceAll(' ', '-') !== expected) {
    throw new Error(
      `src/commands/${file} must declare the command "${expected}", like its file, and declares "${command.name ?? ''}"`,
    )
  }
  return command as Any
}

/** Commands may share a press, but no two presses may answer to one component. */
export function gather(commands: readonly { file: string; command: Any }[]): Commands {
  const pressByComponent = new Map<string, Press>()
  for (const { file, command } of commands) {
    for (const press of command.presses ?? []) {
      const other = pressByComponent.get(press.component)
      if (other && other !== press)
        throw new Error(
          `src/commands/${file} answers to the component "${press.component}", which another command already does`,
        )
      pressByComponent.set(press.component, press)
    }
  }
  const slash = new Map<string, Command>()
  const onMessages = new Map<string, MessageCommand>()
  for (const { command } of commands) {
    if (isOnMessages(command)) onMessages.set(command.name, command)
    else slash.set(command.name, command)
  }
  return { slash, onMessages, pressByComponent }
}
