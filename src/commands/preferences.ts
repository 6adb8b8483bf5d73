/** `/preferences`: what one person prefers, everywhere. */
import { defineCommand, press } from '../discord/define.ts'
import { choosePreference, resetPreferences } from '../views/settings-panel.ts'
import { changeSetting, openPanel, resetSettings } from './parts/settings.ts'

export default defineCommand({
  name: 'preferences',
  about: 'Your language, privacy, detail and layout, wherever you ask',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'private',
  options: {},
  presses: [
    press(choosePreference, ({ name }, [chosen], ask) => changeSetting({ scope: 'person' }, name, chosen, ask)),
    press(resetPreferences, (_values, _chosen, ask) => resetSettings({ scope: 'person' }, ask)),
  ],
  run: (_, ask) => openPanel({ scope: 'person' }, ask),
})
