/** `npm run words:check`: lists what a language does not say of the commands, and fails where the language is promised. */
import { loadCommands } from '../src/discord/load-commands.ts'
import { missingWords } from '../src/discord/missing-words.ts'
import { promisedLanguages } from '../src/knowledge/language.ts'
import { loadLanguages } from '../src/locales/load.ts'

const promised: readonly string[] = promisedLanguages
const [commands, languages] = await Promise.all([loadCommands(), loadLanguages()])

for (const tag of promised) {
  if (!languages.has(tag)) fail(`src/locales/${tag}.ts is promised and does not exist`)
}
for (const language of languages.values()) {
  if (language.tag === 'en') continue
  const missing = missingWords(commands, language)
  console.log(`${language.tag}: ${missing.length === 0 ? 'complete' : `${missing.length} missing`}`)
  for (const path of missing) {
    if (promised.includes(language.tag)) fail(`src/locales/${language.tag}.ts › commands.${path} is missing`)
    else console.log(`  commands.${path}`)
  }
}

function fail(reason: string): void {
  console.error(reason)
  process.exitCode = 1
}
