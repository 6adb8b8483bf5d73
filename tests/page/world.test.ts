/** Being the world: the clock, the bot's rights and process, Discord's troubles, the drawer; and how the page itself is served. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage, type Window } from './open-page.ts'

let stage: Stage
let grace: Window
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage[Symbol.asyncDispose]())
beforeEach(async () => {
  grace = await stage.open('grace')
  await grace.page.getByRole('button', { name: /The world/ }).click()
  return async () => {
    expect(grace.complaints).toEqual([])
    await grace.page.context().close()
  }
})

test('the clock is turned by an hour, to tomorrow 09:00, and back', async () => {
  const { page } = grace
  const before = stage.discord.now()
  await page.getByRole('button', { name: '+ 1 hour' }).click()
  await expect.poll(() => stage.discord.now() - before).toBeGreaterThan(3_500_000)
  await page.getByRole('button', { name: 'Tomorrow 09:00' }).click()
  await expect.poll(() => new Date(stage.discord.now()).getHours()).toBe(9)
  expect(new Date(stage.discord.now()).getMinutes()).toBe(0)
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect.poll(() => Math.abs(stage.discord.now() - Date.now())).toBeLessThan(5_000)
})

test('a right is taken from the bot in this channel, and given back', async () => {
  const right = grace.page.getByRole('checkbox', { name: 'Embed links' })
  await right.uncheck()
  const { world } = stage.discord
  const overwrites = (): unknown => world.value.channels[stage.discord.channel('general').id]?.overwrites
  await expect.poll(() => JSON.stringify(overwrites())).toContain(`"deny":"${1 << 14}"`)
  await right.check()
  await expect.poll(() => JSON.stringify(overwrites())).toContain('"deny":"0"')
  await expect.poll(() => right.isChecked()).toBe(true)
})

test('Discord fails, and what the bot asked stands in the drawer', async () => {
  const { page } = grace
  await page.getByRole('radio', { name: /failing/ }).check()
  await expect.poll(() => stage.discord.faults.orders().length).toBe(1)
  await grace.run('secret')
  await expect.poll(() => grace.last.textContent()).toContain('The application did not respond')
  await page.getByRole('radio', { name: 'well' }).check()
  await expect.poll(() => stage.discord.faults.orders().length).toBe(0)
  await page.getByRole('button', { name: /Requests, refusals/ }).click()
  await page.getByRole('tab', { name: /Requests/ }).click()
  await expect.poll(() => page.getByRole('tabpanel').textContent()).toMatch(/500POST\/interactions\//)
})

test('the drawer by keyboard: arrows change the list, a reload keeps it, Escape gives the focus back', async () => {
  const { page } = grace
  const opener = page.getByRole('button', { name: /Requests, refusals/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /Refused/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('tabpanel').getAttribute('aria-label')).toBe('Requests')
  await expect.poll(() => page.locator(':focus').textContent()).toContain('Requests')
  await page.reload()
  await page.getByRole('tabpanel').waitFor()
  await page.getByRole('button', { name: 'Close the drawer' }).click()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Close the drawer' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').textContent()).toContain('Requests, refusals')
})

test('what Local Discord refused is shown with its rule', async () => {
  const { page } = grace
  await fetch(`${stage.discord.apiUrl}/v10/channels/${stage.discord.channel('general').id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${stage.discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x'.repeat(2_001) }),
  })
  await page.getByRole('button', { name: /Requests, refusals/ }).click()
  await expect.poll(() => page.getByRole('tabpanel').textContent()).toContain('Must be 2000 or fewer in length')
  stage.discord.clearLog()
})

test('the bot is killed, started and restarted, and the page says how it stands', async () => {
  const { page } = grace
  const banner = page.locator('.banner')
  await page.getByRole('button', { name: 'Kill' }).click()
  await expect.poll(() => banner.textContent()).toContain('The bot is down')
  await grace.run('secret')
  await expect.poll(() => grace.last.textContent()).toContain('The application did not respond')
  await banner.getByRole('button', { name: 'Start it now' }).click()
  await expect.poll(() => banner.count()).toBe(0)
  await grace.run('secret')
  await expect.poll(() => grace.last.textContent()).toContain('a secret')
  // What stands there for a moment only is written down.
  await page.evaluate(`{
    globalThis.said = []
    const listen = new MutationObserver(() => said.push(document.querySelector('.banner')?.textContent ?? ''))
    listen.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true })
  }`)
  await page.getByRole('button', { name: 'Restart' }).click()
  await expect.poll(() => page.evaluate(`said.join('\\n')`)).toMatch(/down[^]*starting/)
  await expect.poll(() => banner.count()).toBe(0)
})

test('Local Discord itself goes and comes back: the page says so in one place and goes on', async () => {
  const { page } = grace
  await stage.goAway()
  const banner = page.locator('.banner')
  await expect.poll(() => banner.textContent()).toContain('Local Discord does not answer')
  await grace.run('secret')
  await expect.poll(() => grace.last.locator('.failure').textContent()).toBe('Local Discord does not answer.')
  expect(await page.locator('.toast').count()).toBe(0)
  await stage.comeBack()
  await expect.poll(() => banner.count()).toBe(0)
  await grace.run('secret')
  await expect.poll(() => grace.last.textContent()).toContain('a secret')
  // The browser itself complains of every try.
  expect(grace.complaints.filter(one => !one.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
  grace.complaints.length = 0
})

test('the page is served with a policy that runs no script but its own, and serves nothing beside', async () => {
  const answer = await fetch(`${stage.url}/`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const statuses = await Promise.all(
    [
      '/page/../control.ts',
      '/page/..%2fcontrol.ts',
      '/page/tsconfig.json',
      '/lib/anything.mjs',
      '/fonts/noto-sans/../../../package.json',
      '/emoji/../package.json',
      '/package.json',
      '/page/',
    ].map(async path => (await fetch(`${stage.url}${path}`)).status),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
  expect((await fetch(`${stage.url}/page/main.ts`)).headers.get('content-type')).toContain('text/javascript')
})
