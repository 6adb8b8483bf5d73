/** Plain HTTP against Local Discord for the tests that look at single answers, and interactions that no bot takes. */
import type { LocalDiscord } from '../../local-discord/open-local-discord.ts'
import type { Interaction } from '../../local-discord/world.ts'

export interface Got {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

export interface SendOptions {
  token?: string | null
  files?: { name: string; bytes: string }[]
}

export type Send = (method: string, path: string, body?: unknown, options?: SendOptions) => Promise<Got>

export function sender(discord: LocalDiscord): Send {
  return async (method, path, body, options = {}) => {
    const headers: Record<string, string> = {}
    const token = options.token === undefined ? discord.token : options.token
    if (token !== null) headers['authorization'] = `Bot ${token}`
    let payload: string | FormData | null = null
    if (options.files !== undefined) {
      payload = new FormData()
      payload.set('payload_json', JSON.stringify(body))
      for (const [index, file] of options.files.entries())
        payload.set(`files[${index}]`, new Blob([file.bytes]), file.name)
    } else if (body !== undefined) {
      payload = JSON.stringify(body)
      headers['content-type'] = 'application/json'
    }
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers,
      ...(payload === null ? {} : { body: payload }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    }
  }
}

/** Every fault in an answer's nested `errors`, as `content BASE_TYPE_MAX_LENGTH`. */
export function faultsIn(body: Record<string, unknown>): string[] {
  const faults: string[] = []
  const walk = (node: Record<string, unknown>, path: string[]): void => {
    for (const [key, value] of Object.entries(node)) {
      if (key === '_errors') for (const one of value as { code: string }[]) faults.push(`${path.join('.')} ${one.code}`)
      else walk(value as Record<string, unknown>, [...path, key])
    }
  }
  walk((body['errors'] ?? {}) as Record<string, unknown>, [])
  return faults
}

/** What comes of an interaction that the test answers itself: `act` begins it, the newest interaction is handed over. */
export interface Begun<T> {
  interaction: Interaction
  callback: string
  webhook: string
  outcome: Promise<T>
}

export function begin<T>(discord: LocalDiscord, act: () => Promise<T>): Begun<T> {
  let interaction: Interaction | undefined
  const stop = discord.live.subscribe(change => {
    if (change.kind === 'interaction-created') interaction = change.interaction
  })
  const outcome = act()
  // Tests that only look at the bot's side leave the person's unwatched.
  outcome.catch(() => undefined)
  stop()
  if (interaction === undefined) throw new Error('no interaction was begun')
  const { id, token } = interaction
  return {
    interaction,
    outcome,
    callback: `/interactions/${id}/${token}/callback`,
    webhook: `/webhooks/${discord.applicationId}/${token}`,
  }
}

/** The commands that most tests here use. */
export async function registerCommands(send: Send, discord: LocalDiscord): Promise<void> {
  await send('PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'ask', description: 'Asks', integration_types: [0, 1], contexts: [0, 1, 2] },
    {
      name: 'pick',
      description: 'Picks',
      options: [{ type: 3, name: 'name', description: 'Which', required: true, autocomplete: true }],
    },
    { name: 'Look this up', type: 3 },
  ])
}
