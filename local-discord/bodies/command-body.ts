/** How application commands look in the API, with their localisations or without. Decides nothing. */
import type { Command, CommandOption, World } from '../world.ts'
import type { Body } from './bodies.ts'

/** Localisations are left out of lists unless asked for, https://discord.com/developers/docs/interactions/application-commands#localization */
export function commandBody(world: World, command: Command, localised: boolean): Body {
  const body: Body = {
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    default_member_permissions: command.default_member_permissions,
    type: command.type,
    name: command.name,
    description: command.description,
    nsfw: command.nsfw,
  }
  if (localised) {
    body['name_localizations'] = command.name_localizations
    body['description_localizations'] = command.description_localizations
  }
  if (command.options.length > 0) body['options'] = command.options.map(one => optionBody(one, localised))
  if (command.serverId !== null) return { ...body, guild_id: command.serverId }
  return {
    ...body,
    dm_permission: command.contexts === null || command.contexts.includes(1),
    contexts: command.contexts,
    integration_types: command.integration_types,
  }
}

function optionBody(option: CommandOption, localised: boolean): Body {
  const { name_localizations, description_localizations, options, choices, ...rest } = option
  return {
    ...rest,
    ...(localised && name_localizations !== undefined ? { name_localizations } : {}),
    ...(localised && description_localizations !== undefined ? { description_localizations } : {}),
    ...(choices === undefined ? {} : { choices: choices.map(choice => choiceBody(choice, localised)) }),
    ...(options === undefined ? {} : { options: options.map(one => optionBody(one, localised)) }),
  }
}

function choiceBody(choice: NonNullable<CommandOption['choices']>[number], localised: boolean): Body {
  const { name_localizations, ...rest } = choice
  return localised && name_localizations !== undefined ? { ...rest, name_localizations } : rest
}
