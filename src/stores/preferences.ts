/** Preferences: what a server, a channel or a person asked the bot to do differently. The contract and its values; knows no store. */

export const scopes = ['server', 'channel', 'person'] as const
export type Scope = (typeof scopes)[number]

export const visibilities = ['public', 'private'] as const
export const details = ['short', 'full'] as const
export const layouts = ['rich', 'text'] as const

/** What is absent was never set: who reads it then asks the next wider scope. */
export interface Settings {
  /** A BCP 47 tag. */
  readonly language?: string
  readonly visibility?: (typeof visibilities)[number]
  readonly detail?: (typeof details)[number]
  readonly layout?: (typeof layouts)[number]
}

export interface ServerSettings extends Settings {
  /** The id of the role that may moderate without Manage Server. */
  readonly moderatorRole?: string
}

export interface PersonSettings extends Settings {
  /** How far the person has come through the facts of a topic (`all` for every topic); see knowledge/facts.ts. */
  readonly factsRead?: Readonly<Record<string, { readonly round: number; readonly upTo: number }>>
}

export interface SettingsOf {
  readonly server: ServerSettings
  readonly channel: Settings
  readonly person: PersonSettings
}

/** Ids are Discord's snowflakes. Every method rejects when the store fails or holds a record that this release cannot read. */
export interface Preferences {
  /** Empty when nothing was set. */
  read<S extends Scope>(scope: S, id: string): Promise<SettingsOf[S]>
  /** All that bears on one request, in one round trip. A scope without an id (a direct message has no server) comes back empty. */
  readAll(ids: { readonly [S in Scope]?: string | undefined }): Promise<SettingsOf>
  /**
   * Replaces the settings by `change(current)` and returns them. Updates of one key run one after another, so none is
   * lost; what `change` throws rejects, and nothing is written. Settings that come out empty are not kept at all.
   *
   * This holds inside one process. Two processes that update the same key at the same moment may lose one of the two
   * changes. A server and its channels belong to one shard, hence to one process; only a person who talks to two
   * shards within the same few milliseconds can meet this.
   */
  update<S extends Scope>(
    scope: S,
    id: string,
    change: (current: SettingsOf[S]) => SettingsOf[S],
  ): Promise<SettingsOf[S]>
  /** Removes the record, also one that cannot be read. */
  forget(scope: Scope, id: string): Promise<void>
  /** Waits for what is under way, then lets go of the store. Later calls of the other methods reject; closing twice is once. */
  close(): Promise<void>
}
