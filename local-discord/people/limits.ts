/** What Discord's client holds people to. */

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure */
export const maximumOptionText = 6_000
/** https://discord.com/developers/docs/components/reference#text-input */
export const maximumInputText = 4_000
/** For people without Nitro. */
export const maximumSaid = 2_000
