/** `/settings`: what holds in a server and in its channels. */
import { channel, defineCommand, optional, press } from '../discord/define.ts'
import { choosePlaceSetting, resetPlaceSettings, targetOf } from '../views/settings-panel.ts'
import { changeModeratorRole, changeSetting, openPanel, resetSettings } from './parts/settings.ts'

export default defineCommand({
  name: 'settings',
  about: 'Language, privacy, detail and layout of answers in this server or in one channel',
  where: 'servers',
  who: 'moderators',
  visibility: 'private',
  options: { channel: optional(channel('Only this channel. The whole server if left out')) },
  presses: [
    press(
      choosePlaceSetting,
      ({ channel: id, name }, [chosen], ask) =>
        name === 'moderatorRole' ? changeModeratorRole(chosen, ask) : changeSetting(targetOf(id), name, chosen, ask),
      'moderators',
    ),
    press(resetPlaceSettings, ({ channel: id }, _, ask) => resetSettings(targetOf(id), ask), 'moderators'),
  ],
  run: ({ channel: id }, ask) =>
    openPanel(id === undefined ? { scope: 'server' } : { scope: 'channel', channel: id }, ask),
})
