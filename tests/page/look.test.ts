/** How the page looks and reads: dark and light, a phone's width, Cyrillic and Chinese, and what axe-core finds. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage, type Window } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(undefined, {
    tryThis: 'Try one of these',
    examples: [{ command: '/echo', options: { words: 'from an example' } }],
  })
})
afterAll(() => stage[Symbol.asyncDispose]())

async function leave(window: Window): Promise<void> {
  expect(window.complaints).toEqual([])
  expect(window.strangers).toEqual([])
  await window.page.context().close()
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = `color => {
  const [red, green, blue] = color.match(/[\\d.]+/g).map(part => { const one = part / 255; return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4 })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}`

async function backgroundOf(window: Window): Promise<number> {
  return await window.page.evaluate(`(${luminance})(getComputedStyle(document.querySelector('main')).backgroundColor)`)
}

test('a first visit: one line and an example that runs on a click, and then it is gone', async () => {
  const ada = await stage.open('ada')
  const welcome = ada.page.getByRole('region', { name: 'What to try' })
  await welcome.getByRole('button', { name: /\/echo/ }).click()
  await expect.poll(() => ada.last.textContent()).toContain('from an example')
  await welcome.waitFor({ state: 'detached' })
  await ada.page.reload()
  await ada.field.waitFor()
  expect(await welcome.count()).toBe(0)
  await leave(ada)
})

test('dark and light, as the machine wishes, and then as the person does', async () => {
  const dark = await stage.open('ada', { colorScheme: 'dark' })
  const light = await stage.open('ada', { colorScheme: 'light' })
  expect(await backgroundOf(dark)).toBeLessThan(0.05)
  expect(await backgroundOf(light)).toBeGreaterThan(0.8)
  await dark.page.getByRole('button', { name: 'Light theme' }).click()
  expect(await backgroundOf(dark)).toBeGreaterThan(0.8)
  await dark.page.reload()
  await dark.field.waitFor()
  expect(await backgroundOf(dark)).toBeGreaterThan(0.8)
  await leave(dark)
  await leave(light)
})

test('on a phone nothing is wider than the screen, and the lists come in from the sides', async () => {
  const ada = await stage.open('ada', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page } = ada
  await ada.run('cards')
  await ada.last.locator('.container').waitFor()
  const isTooWide = `document.documentElement.scrollWidth > innerWidth || document.querySelector('.messages').scrollWidth > document.querySelector('.messages').clientWidth`
  expect(await page.evaluate(isTooWide)).toBe(false)
  const channel = page.getByRole('button', { name: 'daily' })
  expect(await channel.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Servers and channels' }).click()
  await channel.click()
  await expect.poll(() => ada.field.getAttribute('placeholder')).toBe('Message #daily')
  await expect.poll(() => channel.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Members' }).click()
  await page.getByRole('complementary', { name: 'Members' }).waitFor()
  expect(await page.evaluate(isTooWide)).toBe(false)
  await leave(ada)
})

/** The letters that no loaded piece of the font holds: these would be left to whatever the machine has. */
async function lettersMissing(window: Window, words: string, family: string): Promise<string[]> {
  return await window.page.evaluate(`(async () => {
    await document.fonts.ready
    const pieces = [...document.fonts].filter(one => one.family.replaceAll('"', '') === ${JSON.stringify(family)} && one.status === 'loaded')
    const has = letter => pieces.some(piece => piece.unicodeRange.split(',').some(range => {
      const [first, last = first] = range.trim().slice(2).split('-').map(one => Number.parseInt(one, 16))
      return first <= letter && letter <= last
    }))
    return [...${JSON.stringify(words)}].filter(one => /\\p{Letter}/u.test(one) && !has(one.codePointAt(0)))
  })()`)
}

interface FontsUsed {
  fonts: { familyName: string; isCustomFont: boolean }[]
}

/** The fonts that Chromium took for what stands in an element. */
async function fontsIn({ page }: Window, selector: string): Promise<FontsUsed['fonts']> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts }: FontsUsed = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts
}

test('Chinese in code is written in letters that the page brings along', async () => {
  const ada = await stage.open('ada')
  stage.discord.person('grace').say('`饕餮`', { in: 'general' })
  await expect.poll(() => ada.last.locator('code').textContent()).toBe('饕餮')
  const areOurs = async (): Promise<boolean[]> =>
    (await fontsIn(ada, '.message:last-child code .chinese')).map(one => one.isCustomFont)
  await expect.poll(areOurs).toEqual([true])
  await leave(ada)
})

test.each([
  ['Казахстан, Өзбекстан, Ўзбекистон', 'Noto Sans Variable'],
  ['中国—中亚峰会', 'Noto Sans SC Variable'],
])('%s is written in letters that the page brings along', async (words, family) => {
  const ada = await stage.open('ada')
  await ada.field.fill(words)
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => ada.last.textContent()).toContain(words)
  await expect.poll(() => lettersMissing(ada, words, family)).toEqual([])
  await leave(ada)
})

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface Finding {
  id: string
  impact: string
  nodes: { html: string; failureSummary: string }[]
}

async function seriousFindings(window: Window): Promise<string[]> {
  await window.page.evaluate(axe)
  const { violations } = await window.page.evaluate<{ violations: Finding[] }>('axe.run()')
  return violations
    .filter(one => one.impact === 'serious' || one.impact === 'critical')
    .map(one => `${one.id}: ${one.nodes.map(node => `${node.html} ${node.failureSummary}`).join('\n')}`)
}

test.each(['dark', 'light'] as const)('axe-core finds nothing serious in the %s theme', async colorScheme => {
  // Only here: axe-core itself is foreign to the page and is kept out by its policy.
  const window = await stage.open('grace', { colorScheme, bypassCSP: true })
  const { page } = window
  expect(await seriousFindings(window)).toEqual([])
  await window.run('cards')
  await window.run('classic')
  await window.run('poll')
  await window.run('secret')
  await expect.poll(() => window.last.textContent()).toContain('a secret')
  expect(await seriousFindings(window)).toEqual([])
  await window.field.fill('/f')
  await page.getByRole('listbox', { name: 'Commands' }).waitFor()
  expect(await seriousFindings(window)).toEqual([])
  await window.begin('fill')
  await page.keyboard.press('Enter')
  await page.locator('.fault').waitFor()
  expect(await seriousFindings(window)).toEqual([])
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: /The world/ }).click()
  await page.getByRole('button', { name: /Requests, refusals/ }).click()
  await page.getByRole('tab', { name: /Requests/ }).click()
  await page.getByRole('button', { name: /Be somebody else/ }).click()
  expect(await seriousFindings(window)).toEqual([])
  await page.keyboard.press('Escape')
  for (const command of ['form', 'boxes']) {
    await window.run(command)
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Submit' }).click()
    expect(await seriousFindings(window)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.context().close()
})
