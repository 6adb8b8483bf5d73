/** What a command returns: a message's visible part, before Discord's envelope of flags and mentions is put around it. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'

export interface View {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** A message of its own for its reader alone, whatever was chosen and wherever it was pressed: a refusal, a “did you mean”. */
  readonly private?: true
}
