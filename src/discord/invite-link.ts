/** The link by which a server, or a person for themselves, installs the bot. */
import { OAuth2Scopes } from 'discord-api-types/v10'

/** Without permissions: answers to commands need none. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: '0',
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}
