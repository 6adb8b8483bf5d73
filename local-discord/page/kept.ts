/** What this browser keeps of the page over a reload: theme, what was read, what was dismissed, unsent words. Knows no server. */
import type { Id } from './shapes.ts'

const keptDismissals = 500

function take<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    // Storage may be forbidden, or hold what an older page wrote.
    return otherwise
  }
}

function put(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Then nothing is kept over a reload; the page works on.
  }
}

export const kept = {
  theme: (): 'dark' | 'light' =>
    take<'dark' | 'light'>('theme', matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'),
  keepTheme: (theme: 'dark' | 'light') => put('theme', theme),
  read: (as: string) => take<Record<Id, Id>>(`read:${as}`, {}),
  keepRead: (as: string, read: Record<Id, Id>) => put(`read:${as}`, read),
  dismissed: (as: string) => take<Id[]>(`dismissed:${as}`, []),
  keepDismissed: (as: string, ids: readonly Id[]) => put(`dismissed:${as}`, ids.slice(-keptDismissals)),
  draft: (as: string, channelId: Id) => take(`draft:${as}:${channelId}`, ''),
  keepDraft: (as: string, channelId: Id, text: string) => put(`draft:${as}:${channelId}`, text),
  open: () => take('open', { members: true, world: false, drawer: false }),
  keepOpen: (open: { members: boolean; world: boolean; drawer: boolean }) => put('open', open),
  hasTried: () => take('tried', false),
  keepTried: () => put('tried', true),
}
