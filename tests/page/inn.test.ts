/** The project's own bot in the page, as a first visitor meets it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './open-page.ts'

const root = resolve(import.meta.dirname, '../..')

let stage: Stage
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caravanserai-page-'))
  const env = { DATABASE_URL: `sqlite://${join(folder, 'bot.sqlite')}`, NODE_ENV: 'test' }
  stage = await openStage(
    { args: ['start.js'], cwd: root, env },
    { tryThis: 'Try this', examples: [{ command: '/country', options: { name: 'kazakhstan' } }] },
  )
})
afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

test('an example, the answer, its buttons and selects, a private panel; nothing refused', async () => {
  const ada = await stage.open('ada')
  const { last, page } = ada
  await page.getByRole('button', { name: '/country name: kazakhstan' }).click()
  await expect.poll(() => last.getByRole('heading', { name: 'Kazakhstan' }).count()).toBe(1)
  await last.getByRole('button', { name: 'Sources' }).click()
  await expect.poll(() => last.getByRole('button', { name: 'Back' }).count()).toBe(1)
  await ada.run('preferences')
  await expect.poll(() => last.textContent()).toContain('Only you can see this')
  await last.getByRole('combobox').first().click()
  await page.getByRole('option', { name: /Русский/ }).click()
  await expect.poll(() => last.textContent()).toContain('Русский')
  expect(ada.complaints).toEqual([])
  expect(stage.discord.refusals()).toEqual([])
  await page.context().close()
})

test('in Russian and in Chinese, each in their own server', async () => {
  for (const [name, server, command, answer] of [
    ['boris', 'Клуб Шёлкового пути', '/страна ', 'Казахстан'],
    ['mei', '丝路学社', '/国家 ', '哈萨克斯坦'],
  ] as const) {
    const window = await stage.open(name)
    await window.page.getByRole('button', { name: server }).click()
    await expect.poll(() => window.page.locator('.channels header').textContent()).toBe(server)
    await window.field.fill(command)
    await window.page.locator('.option input').fill(answer)
    await window.page.getByRole('option', { name: answer }).first().click()
    await window.page.keyboard.press('Enter')
    await expect.poll(() => window.last.getByRole('heading', { name: answer }).count()).toBe(1)
    expect(window.complaints).toEqual([])
    await window.page.context().close()
  }
})
