/** The little of Discord's REST that the rest of this folder needs: discord.js' own client satisfies it. */
import type { RequestData, RouteLike } from 'discord.js'

export interface Rest {
  get(route: RouteLike, options?: RequestData): Promise<unknown>
  put(route: RouteLike, options?: RequestData): Promise<unknown>
  post(route: RouteLike, options?: RequestData): Promise<unknown>
  delete(route: RouteLike, options?: RequestData): Promise<unknown>
  patch(route: RouteLike, options?: RequestData): Promise<unknown>
}
