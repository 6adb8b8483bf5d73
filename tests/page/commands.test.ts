/** Commands by keyboard and mouse: the list, hints, choices, completions, what is refused before sending, and the answers. */
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
  expect(stage.discord.refusals()).toEqual([])
  await ada.page.context().close()
})

test('a slash opens the list, and what is typed narrows it', async () => {
  const { field, page } = ada
  await field.pressSequentially('/')
  const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
  await expect.poll(() => options.count()).toBeGreaterThan(8)
  await field.pressSequentially('fi')
  await expect.poll(() => options.count()).toBe(2)
  await expect.poll(() => options.first().textContent()).toContain('Options of every kind')
})

test('a letter typed anywhere goes to the field, and a button keeps the space bar', async () => {
  const { field, page } = ada
  await page.getByRole('button', { name: 'quiz' }).click()
  await expect.poll(() => field.getAttribute('placeholder')).toBe('Message #quiz')
  await page.keyboard.type('/fin')
  await expect.poll(() => field.inputValue()).toBe('/fin')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'city' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Space')
  await page.locator('.command-form').waitFor({ state: 'detached' })
})

test('a command is picked, completed by the bot while one types, and sent, all by keyboard', async () => {
  const { field, last, page } = ada
  await field.pressSequentially('/find')
  await page.keyboard.press('Enter')
  const city = page.getByRole('combobox', { name: 'city' })
  await city.pressSequentially('as')
  const cities = page.getByRole('listbox', { name: 'city' }).getByRole('option')
  await expect.poll(() => cities.allTextContents()).toEqual(['Ashgabat', 'Astana'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => city.inputValue()).toBe('Astana')
  // The optional option: pointed at in the list, then one of its choices.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'detail' }).pressSequentially('fu')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => last.locator('.content').textContent()).toBe('got city=ASTANA detail=f')
  expect(await last.locator('.reply-line').textContent()).toMatch(/Ada\s*used\s*\/find/)
})

test('words typed where options are added go to the first option that is left', async () => {
  const { last, page } = ada
  await ada.begin('find')
  await page.keyboard.type('xi')
  await page.getByRole('option', { name: 'Xi’an' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('sho')
  await expect.poll(() => page.getByRole('combobox', { name: 'detail' }).inputValue()).toBe('sho')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(() => last.locator('.content').textContent()).toBe('got city=XI’AN detail=s')
})

test('the same with the mouse, options of every kind', async () => {
  const { last, page } = ada
  await page.getByRole('button', { name: 'Commands' }).click()
  await page.getByRole('option', { name: /\/fill/ }).click()
  await page.getByRole('combobox', { name: 'number' }).fill('7')
  await page.getByRole('combobox', { name: 'colour' }).click()
  await page.getByRole('option', { name: 'Blue' }).click()
  const add = async (name: string, pick: string | RegExp): Promise<void> => {
    await page.locator('.add-option').click()
    await page.getByRole('option', { name: new RegExp(`^${name} `) }).click()
    await page.getByRole('option', { name: pick }).click()
  }
  await add('sure', 'True')
  await add('who', /Grace/)
  await add('where', '#general')
  await add('role', '@moderators')
  await page.getByRole('button', { name: 'Send' }).click()
  const { discord } = stage
  const grace = discord.person('grace').id
  await expect
    .poll(() => last.locator('.content').textContent())
    .toContain(`got number=7 colour=b sure=true who=${grace} where=${discord.channel('general').id}`)
})

test('a file goes along', async () => {
  const { last, page } = ada
  await ada.begin('fill')
  await page.getByRole('combobox', { name: 'number' }).fill('1')
  await page.getByRole('combobox', { name: 'colour' }).fill('Red')
  await page.locator('.add-option').fill('file')
  await page.keyboard.press('Enter')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'goods.txt', mimeType: 'text/plain', buffer: Buffer.from('tea') })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => last.locator('.content').textContent()).toMatch(/colour=r file=\d+/)
})

test('what Discord’s client refuses never reaches the bot', async () => {
  const { page } = ada
  const before = stage.discord.measured().length
  await ada.begin('fill')
  await page.keyboard.press('Enter')
  const fault = page.locator('.fault')
  await expect.poll(() => fault.textContent()).toBe('This option is required. Specify a value.')
  const number = page.getByRole('combobox', { name: 'number' })
  await number.fill('seven')
  await expect.poll(() => fault.textContent()).toBe('Input a valid integer.')
  await number.fill('12')
  await expect.poll(() => fault.textContent()).toBe('Value must be less than or equal to 9.')
  await number.fill('3')
  await page.getByRole('combobox', { name: 'colour' }).fill('Green')
  await page.keyboard.press('Enter')
  await expect.poll(() => fault.textContent()).toBe('Value is not a valid choice.')
  expect(stage.discord.measured().length).toBe(before)
})

test('a deferred answer thinks first, and one that never comes is said', async () => {
  const { last, page } = ada
  await ada.run('slow')
  await expect.poll(() => last.textContent()).toContain('is thinking…')
  await ada.run('hurry')
  const thought = page.locator('li.message', { hasText: 'used /slow' }).last()
  await expect.poll(() => thought.locator('.content').textContent()).toContain('thought about it')
  await ada.run('silent')
  await expect.poll(() => last.textContent()).toContain('The application did not respond')
  await last.getByRole('button', { name: 'Dismiss message' }).click()
  await expect.poll(() => last.textContent()).toContain('hurrying')
})

test('a command that is mentioned is begun when it is pressed', async () => {
  const { page } = ada
  stage.discord.person('grace').say('try </find:1310662880416235520>', { in: 'general' })
  // A page that has only just come may not hear yet: what was said before it came it shows in any case.
  await page.reload()
  await page.getByRole('button', { name: '/find' }).last().click()
  await page.getByRole('combobox', { name: 'city' }).waitFor()
})

test('descriptions are in the person’s language', async () => {
  const boris = await stage.open('boris')
  await boris.field.pressSequentially('/най')
  await expect.poll(() => boris.page.getByRole('option').first().textContent()).toContain('Дополняет, пока пишут')
  const mei = await stage.open('mei')
  await mei.field.pressSequentially('/find')
  await expect.poll(() => mei.page.getByRole('option').first().textContent()).toContain('/查找')
  await Promise.all([boris.page.context().close(), mei.page.context().close()])
})

test('words are said, and a line that failed to be sent stays in the field', async () => {
  await ada.field.fill('hello **all**')
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => ada.last.locator('strong').textContent()).toBe('all')
  expect(await ada.field.inputValue()).toBe('')
})
