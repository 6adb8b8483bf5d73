/** What a command returns: a message's visible part, before Discord's envelope of flags and mentions is put around it. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'
import type { Statement } from '../knowledge/model.ts'

export interface View {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** A message of its own for its reader alone, whatever was chosen and wherever it was pressed: a refusal, a “did you mean”. */
  readonly private?: true
  /** What the page states and under which title: the page of its sources tells of these. */
  readonly stated?: { readonly sign?: string; readonly title: string; readonly statements: readonly Statement[] }
}
