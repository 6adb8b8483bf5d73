/** Being several people: the switcher, two windows, what only one sees, unread marks, direct messages, and what a reload keeps. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage, type Window } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage[Symbol.asyncDispose]())

async function leave(...windows: Window[]): Promise<void> {
  for (const window of windows) expect(window.complaints).toEqual([])
  await Promise.all(windows.map(one => one.page.context().close()))
}

test('a private answer is marked, seen by nobody else, and goes when it is dismissed', async () => {
  const [ada, grace] = await Promise.all([stage.open('ada'), stage.open('grace')])
  await ada.run('secret')
  await expect.poll(() => ada.last.textContent()).toContain('Only you can see this')
  expect(await grace.page.getByText('a secret').count()).toBe(0)
  await ada.last.getByRole('button', { name: 'Dismiss message' }).click()
  await expect.poll(() => ada.page.locator('.messages').getByText('a secret', { exact: true }).count()).toBe(0)
  await ada.page.reload()
  await ada.field.waitFor()
  expect(await ada.page.locator('li.message', { hasText: 'a secret' }).count()).toBe(0)
  await leave(ada, grace)
})

test('two windows are two people at once, live', async () => {
  const [ada, boris] = await Promise.all([stage.open('ada'), stage.open('boris')])
  await ada.field.fill('hello Boris')
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => boris.last.textContent()).toContain('hello Boris')
  await boris.field.fill('привет')
  await boris.page.keyboard.press('Enter')
  await expect.poll(() => ada.last.textContent()).toContain('привет')
  await leave(ada, boris)
})

test('somebody else is one press away, with their servers, their language and nothing private of the one before', async () => {
  const window = await stage.open('ada')
  const { page } = window
  await window.run('secret')
  await expect.poll(() => window.last.textContent()).toContain('a secret')
  await page.getByRole('button', { name: /Be somebody else/ }).click()
  await page.getByRole('menuitemradio', { name: /梅/ }).click()
  await expect.poll(() => window.field.getAttribute('placeholder')).toBe('发消息至 #general')
  expect(await page.locator('li.message', { hasText: 'a secret' }).count()).toBe(0)
  await page.getByRole('navigation', { name: '服务器' }).getByRole('button', { name: '丝路学社' }).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('as')).toBe('mei')
  // A moderator sees what members don't; found by keyboard alone, in this person's language.
  await page.getByRole('button', { name: /换一个身份/ }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=menuitemradio]:focus').waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('在另一个窗口中作为 Grace')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.locator(':focus').textContent()).toContain('moderators')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'backroom' }).waitFor()
  await expect.poll(() => page.locator(':focus').textContent()).toContain('Be somebody else')
  await leave(window)
})

test('what is unread is marked until it is read; a reload keeps place, words and draft', async () => {
  const [ada, grace] = await Promise.all([stage.open('ada'), stage.open('grace')])
  await grace.page.getByRole('button', { name: 'quiz' }).click()
  await expect.poll(() => grace.field.getAttribute('placeholder')).toBe('Message #quiz')
  await grace.field.fill('a question')
  await grace.page.keyboard.press('Enter')
  const quiz = ada.page.getByRole('button', { name: 'quiz, unread' })
  await quiz.click()
  await expect.poll(() => ada.last.textContent()).toContain('a question')
  await quiz.waitFor({ state: 'detached' })
  await ada.field.fill('half a thou')
  await ada.page.reload()
  await expect.poll(() => ada.field.getAttribute('placeholder')).toBe('Message #quiz')
  expect(await ada.field.inputValue()).toBe('half a thou')
  await expect.poll(() => ada.last.textContent()).toContain('a question')
  await leave(ada, grace)
})

test('direct messages with the bot', async () => {
  const ada = await stage.open('ada')
  await ada.page.getByRole('button', { name: /Direct Messages/ }).click()
  await expect.poll(() => ada.field.getAttribute('placeholder')).toBe('Message @Showcase')
  await ada.run('secret')
  await expect.poll(() => ada.last.textContent()).toContain('a secret')
  await ada.page.getByRole('button', { name: 'New message' }).click()
  await ada.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'Omar' }).click()
  await expect.poll(() => ada.field.getAttribute('placeholder')).toBe('Message @Omar')
  await leave(ada)
})

test('the application comes along where the bot is not', async () => {
  const { discord } = stage
  await discord.restartBot()
  const nora = await stage.open('nora')
  await expect.poll(() => nora.page.locator('.channels header').textContent()).toBe('Elsewhere')
  await nora.field.pressSequentially('/')
  await expect.poll(() => nora.page.getByRole('option').count()).toBeGreaterThan(0)
  await leave(nora)
})
