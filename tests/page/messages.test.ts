/** Messages as they are drawn and used: every component, files, polls, modals, message commands, and hostile words. */
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage, type Window } from './open-page.ts'

let stage: Stage
let ada: Window
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage[Symbol.asyncDispose]())
beforeEach(async () => {
  ada = await stage.open('ada')
})
afterEach(async () => {
  expect(ada.complaints).toEqual([])
  expect(ada.strangers).toEqual([])
  await ada.page.context().close()
})

/** Of the picture itself: 0 until it has come. */
function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth)
}

test('components of the second kind: all are drawn', async () => {
  await ada.run('cards')
  const card = ada.last.locator('.container')
  await card.waitFor()
  const accent = await ada.page.evaluate(`getComputedStyle(document.querySelector('.container')).borderLeftColor`)
  expect(accent).toBe('rgb(192, 57, 43)')
  await expect.poll(() => card.locator('.rich').first().textContent()).toContain('const a = "<b>"')
  const picture = card.getByRole('link', { name: 'a map of the road' }).first()
  const opened = await fetch((await picture.getAttribute('href')) ?? '')
  expect(opened.headers.get('content-type')).toBe('image/png')
  // What a person sent may be markup: opened by itself it runs nothing either.
  expect(opened.headers.get('content-security-policy')).toBe('sandbox')
  expect(await card.getByRole('heading').allTextContents()).toEqual(['Largest', 'Larger', 'Large'])
  expect(await card.locator('ul').first().textContent()).toBe('onedeepertwo')
  expect(await card.locator('a', { hasText: 'a link' }).getAttribute('href')).toBe('https://example.org/a_(b)')
  await expect.poll(() => widthOf(card.getByRole('img', { name: '🇰🇿' }))).toBeGreaterThan(0)
  await expect.poll(() => widthOf(card.locator('.thumbnail img'))).toBe(2)
  expect(await card.locator('.gallery > *').count()).toBe(3)
  // What lies elsewhere is named and linked, never fetched.
  expect(await card.locator('.gallery a.elsewhere').getAttribute('href')).toBe('https://example.org/far.png')
  expect(await card.locator('.file').textContent()).toContain('goods.txt')
  expect(await card.getByRole('button', { name: 'Disabled' }).isDisabled()).toBe(true)
  expect(await card.getByRole('link', { name: 'Link', exact: true }).getAttribute('href')).toBe('https://example.org')
  expect(await card.getByRole('combobox').count()).toBe(5)
  expect(await card.locator('.mention').allTextContents()).toEqual(['@everyone', '/cards', '@Ada', '#general'])
})

test('a timestamp counts on, and follows the clock', async () => {
  await ada.run('cards')
  const time = ada.last.locator('time.time').last()
  await expect.poll(() => time.textContent()).toMatch(/\d+ seconds? ago/)
  const first = await time.textContent()
  await expect.poll(() => time.textContent()).not.toBe(first)
  await stage.discord.turnClock('2h')
  await expect.poll(() => time.textContent()).toContain('2 hours ago')
  await stage.discord.turnClock('-2h')
})

test('a spoiler is hidden until it is pressed', async () => {
  await ada.run('classic')
  const spoiler = ada.last.getByRole('button', { name: /Spoiler/ })
  await spoiler.waitFor()
  expect(await ada.page.evaluate(`getComputedStyle(document.querySelector('button.spoiler span')).visibility`)).toBe(
    'hidden',
  )
  await spoiler.click()
  await expect.poll(() => ada.last.locator('.spoiler.open').textContent()).toBe('hidden')
})

test('buttons and selects are used: one, several, people, roles, channels', async () => {
  const { discord } = stage
  await ada.run('cards')
  const card = ada.page.locator('.messages li.message', { has: ada.page.locator('.container') }).last()
  const said = (): Promise<string | null> => ada.last.locator('.content').textContent()
  await card.getByRole('button', { name: 'Primary' }).click()
  await expect.poll(said).toBe('pressed one')
  await card.getByRole('combobox', { name: 'Which goods?' }).click()
  await ada.page.getByRole('option', { name: /Silk/ }).click()
  await ada.page.getByRole('option', { name: 'Tea' }).click()
  await ada.page.keyboard.press('Escape')
  await expect.poll(said).toBe('chose silk, tea')
  await card.getByRole('combobox', { name: 'Who?' }).press('ArrowDown')
  await ada.page.keyboard.type('бор')
  await ada.page.keyboard.press('Enter')
  await expect.poll(said).toBe(`chose ${discord.person('boris').id}`)
  await card.getByRole('combobox', { name: 'Which channel?' }).click()
  await ada.page.getByRole('option', { name: '#quiz' }).click()
  await expect.poll(said).toBe(`chose ${discord.channel('quiz').id}`)
  await card.getByRole('combobox', { name: 'Which role?', exact: true }).click()
  await ada.page.getByRole('option', { name: '@moderators' }).click()
  await expect.poll(said).toMatch(/chose \d+/)
})

test('a poll is voted in, and the vote is seen by others and after a reload', async () => {
  const grace = await stage.open('grace')
  await ada.run('poll')
  await grace.last.getByRole('button', { name: 'Show results' }).click()
  await ada.last.getByRole('radio', { name: /northern/ }).check()
  await ada.last.getByRole('button', { name: 'Vote' }).click()
  await expect.poll(() => grace.last.locator('.poll-answer').first().textContent()).toContain('1 vote · 100 %')
  await ada.page.reload()
  await expect.poll(() => ada.last.locator('.poll-answer.mine').textContent()).toContain('The northern')
  await ada.last.getByRole('button', { name: 'Remove Vote' }).click()
  await expect.poll(() => grace.last.locator('.poll-answer').first().textContent()).toContain('0 votes')
  await expect.poll(() => ada.last.getByRole('radio', { name: /northern/ }).isChecked()).toBe(false)
  await grace.page.context().close()
})

test('a modal: required fields, choices, people, files, and what was filled in before', async () => {
  await ada.run('form')
  const dialog = ada.page.getByRole('dialog', { name: 'Every field' })
  await dialog.waitFor()
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await expect.poll(() => dialog.getByRole('alert').textContent()).toBe('This option is required. Specify a value.')
  await expect.poll(() => dialog.locator('input:focus').getAttribute('aria-invalid')).toBe('true')
  await dialog.getByLabel(/Topic/).fill('si')
  await expect.poll(() => dialog.getByRole('alert').textContent()).toBe('Must be at least 3 characters.')
  await dialog.getByLabel(/Topic/).fill('silk')
  await dialog.getByRole('combobox', { name: /Who/ }).click()
  await ada.page.getByRole('option', { name: /Grace/ }).click()
  await dialog.getByLabel('Papers').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => ada.last.locator('.content').textContent()).toBe('topic: silk')
})

test('a modal of long text, radio buttons and checkboxes; Escape closes it', async () => {
  await ada.run('boxes')
  const dialog = ada.page.getByRole('dialog', { name: 'Small fields' })
  await dialog.getByRole('radio', { name: /South/ }).check()
  await dialog.getByRole('checkbox', { name: 'Silk' }).check()
  await dialog.getByRole('checkbox', { name: 'I have a camel' }).check()
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await expect.poll(() => ada.last.locator('.content').textContent()).toBe('topic: as filled in')
  await ada.run('boxes')
  await dialog.waitFor()
  await ada.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a message command from the message’s menu', async () => {
  await ada.field.fill('worth quoting')
  await ada.page.keyboard.press('Enter')
  const message = ada.page.locator('.messages li.message', { hasText: 'worth quoting' }).last()
  await message.click({ button: 'right' })
  await ada.page.getByRole('menuitem', { name: 'Quote this' }).click()
  await expect.poll(() => ada.last.locator('.content').textContent()).toContain('quoted')
  expect(await ada.last.locator('.reply-line').textContent()).toMatch(/Ada\s*used\s*Quote this/)
})

test('an emoji that Twemoji lacks is drawn all the same', async () => {
  await ada.field.fill('\u{1fae9}')
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => widthOf(ada.last.getByRole('img', { name: '\u{1fae9}' }))).toBeGreaterThan(0)
})

test('one who has scrolled back stays there, but sees what comes of their own command', async () => {
  const grace = await stage.open('grace')
  const top = (): Promise<number> => ada.page.evaluate(`document.querySelector('.messages').scrollTop`)
  await ada.run('cards')
  await ada.last.locator('.container').waitFor()
  await expect.poll(top).toBeGreaterThan(400)
  await ada.page.evaluate(`document.querySelector('.messages').scrollTop = 0`)
  const toPresent = ada.page.getByRole('button', { name: 'Jump To Present' })
  await toPresent.waitFor()
  await grace.field.fill('unseen yet')
  await grace.page.keyboard.press('Enter')
  await expect.poll(() => ada.last.textContent()).toContain('unseen yet')
  expect(await top()).toBe(0)
  await toPresent.click()
  await toPresent.waitFor({ state: 'detached' })
  await ada.page.evaluate(`document.querySelector('.messages').scrollTop = 0`)
  await toPresent.waitFor()
  await ada.run('secret')
  await toPresent.waitFor({ state: 'detached' })
  await expect.poll(top).toBeGreaterThan(400)
  await grace.page.context().close()
})

test('hostile names stay names: of people, channels, roles, threads and files', async () => {
  const name = `<img src=x onerror="window.hurt=1">"'><script>window.hurt=1</script>`
  const { discord } = stage
  const home = discord.server()
  const eve = discord.addPerson({ name: 'eve', displayName: name, joins: [home.name] })
  const channel = home.addChannel(name)
  const role = home.addRole(name, [])
  home.addThread(name, { in: 'general', by: 'ada' })
  const { page } = ada
  await page.reload()
  await page.getByRole('complementary', { name: 'Members' }).getByText(name).waitFor()
  await page.getByRole('button', { name: /Be somebody else/ }).click()
  await page.getByRole('menuitemradio', { name: name }).waitFor()
  await page.keyboard.press('Escape')
  await ada.begin('fill')
  await page.getByRole('combobox', { name: 'number' }).fill('1')
  await page.getByRole('combobox', { name: 'colour' }).fill('Red')
  for (const option of ['who', 'where', 'role']) {
    await page.locator('.add-option').click()
    await page.getByRole('option', { name: new RegExp(`^${option} `) }).click()
    await page.getByRole('option', { name: name }).first().click()
  }
  await page.locator('.add-option').fill('file')
  await page.keyboard.press('Enter')
  const file = {
    name: '<img src=x onerror=window.hurt=1>.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>'),
  }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => ada.last.textContent()).toContain(`who=${eve.id}`)
  await ada.field.fill(`<@${eve.id}> <#${channel.id}> <@&${role.id}>`)
  await page.keyboard.press('Enter')
  await expect.poll(() => ada.last.locator('.mention').allTextContents()).toEqual([`@${name}`, `#${name}`, `@${name}`])
  await ada.last.getByRole('button', { name: `#${name}` }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
  expect(
    await page.evaluate(`[window.hurt ?? null, document.querySelectorAll('#page script, [onerror]').length]`),
  ).toEqual([null, 0])
})

const hostile = [
  '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
  '[click](javascript:window.hurt=1) <javascript:window.hurt=1>',
  '[x](https://example.org/"onmouseover="window.hurt=1)',
  '`</code><b>` ||<svg onload=window.hurt=1>|| ```\n</pre><script>window.hurt=1</script>\n```',
  '<t:99999999999999:R> <@999> <#1> <@&2> ${window.hurt=1} {{hurt}}',
  '***__~~||`unfinished',
]

test.each(hostile)('hostile words stay words: %s', async words => {
  const { page } = ada
  await ada.field.fill(words)
  await page.keyboard.press('Enter')
  await expect.poll(() => stage.discord.channel('general').last()?.raw.content).toBe(words)
  await ada.begin('echo')
  await page.getByRole('combobox', { name: 'words' }).fill(words)
  await page.keyboard.press('Enter')
  await ada.last.locator('.embed').waitFor()
  const found = await page.evaluate(`({
    hurt: window.hurt ?? null,
    strangers: document.querySelectorAll('.message script, .message iframe, .message b, .message [onerror], .message [onload], .message [onmouseover]').length,
    links: [...document.querySelectorAll('.message a')].map(one => new URL(one.href).protocol),
  })`)
  expect(found).toMatchObject({ hurt: null, strangers: 0 })
  expect((found as { links: string[] }).links.filter(one => !['http:', 'https:'].includes(one))).toEqual([])
})
