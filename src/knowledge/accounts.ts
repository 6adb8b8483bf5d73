/** What a statement rests on, whatever its standing. */
import type { Account, Statement } from './model.ts'

/** Every account that a statement holds, whoever holds it: for its sources, never for its words. */
export function accountsOf(statement: Statement): readonly Account[] {
  switch (statement.standing) {
    case 'settled':
    case 'expected':
      return [statement.account]
    case 'viewpoint':
      return [statement.view.claim]
    case 'disputed':
      return statement.sides
  }
}
