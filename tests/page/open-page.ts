/** Opens a Local Discord with a bot in it, its page, and a browser in which people look at it. Everything ends with it. */
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { openControl } from '../../local-discord/control.ts'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { makePage, type PageText } from '../../local-discord/page-server.ts'
import { chromiumPath } from './chromium-path.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const showcase = { args: [new URL('./bots/showcase.ts', import.meta.url).pathname] }

export interface Window {
  page: Page
  /** What the browser's console complained of. */
  complaints: string[]
  /** Addresses outside of this machine that were asked for. */
  strangers: string[]
  /** Where one writes. */
  field: Locator
  /** The newest message that is shown. */
  last: Locator
  /** Types a command, up to its options. */
  begin(command: string): Promise<void>
  /** Types a command that needs no options, and sends it. */
  run(command: string): Promise<void>
}

export interface Stage extends AsyncDisposable {
  discord: LocalDiscord
  url: string
  /** The page's server goes, Discord and the bot stay. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** A window of its own, with storage of its own. */
  open(as: string, options?: BrowserContextOptions & { path?: string }): Promise<Window>
}

export async function openStage(
  bot: { args: readonly string[]; env?: Record<string, string>; cwd?: string } = showcase,
  text: PageText = {},
): Promise<Stage> {
  const discord = await openLocalDiscord({ bot, applicationName: 'Showcase' })
  const pages = makePage(discord.apiUrl, text)
  let control = await openControl(discord, 0, pages)
  const { url } = control
  await discord.startBot()
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: flags })
  return {
    discord,
    url,
    goAway: () => control.close(),
    async comeBack() {
      control = await openControl(discord, Number(new URL(url).port), pages)
    },
    async open(as, { path = '', ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options })
      const page = await context.newPage()
      const complaints: string[] = []
      const strangers: string[] = []
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', error => complaints.push(String(error)))
      page.on('request', request => {
        if (new URL(request.url()).hostname !== '127.0.0.1') strangers.push(request.url())
      })
      await page.goto(`${url}/?as=${as}${path}`)
      const field = page.locator('.composer textarea')
      const window: Window = {
        page,
        complaints,
        strangers,
        field,
        last: page.locator('.messages li.message').last(),
        async begin(command) {
          await field.fill(`/${command} `)
          await page.locator('.command-form').waitFor()
        },
        async run(command) {
          await window.begin(command)
          await page.keyboard.press('Enter')
          await page.locator('.command-form').waitFor({ state: 'detached' })
        },
      }
      await field.waitFor()
      return window
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await control.close()
      await discord.close()
    },
  }
}
