/** What a command returns: a message's visible part, before Discord's envelope of flags and mentions is put around it. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'

export interface View {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Shown to its reader alone, whatever was chosen: a refusal, a "did you mean". */
  readonly private?: true
}
