/** Asking in one's own words, in three languages: the answer and the ways on, what is kept of it and for how long. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReports } from '../../src/stores/open-asked.ts'
import type { KeptReport } from '../../src/stores/reports.ts'
import { type Inn, openInn } from './open-inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
  await warm(inn)
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)

/** On a busy machine the indexes take longer to make than Discord waits. */
async function warm({ discord }: Inn, times = 1): Promise<void> {
  const count = (): number => discord.botOutput().filter(({ text }) => text.includes('warm: ')).length
  while (count() < times) await new Promise(resolve => setTimeout(resolve, 50))
}

function askedIn(file: string): readonly string[] {
  const database = new DatabaseSync(file)
  const rows = database.prepare("SELECT value FROM keyv WHERE namespace = 'asked'").all()
  database.close()
  return rows.map(({ value }) => String(value))
}

async function reportsIn(file: string): Promise<readonly KeptReport[]> {
  const reports = await openReports({ url: `sqlite://${file}`, clock: { now: () => Date.now() } })
  const all = await reports.all()
  await reports.close()
  return all
}

const readers = [
  {
    who: 'ada',
    language: 'en',
    asked: 'whats the currency of kazakstan',
    title: '## 🇰🇿 tenge (KZT)',
    sentence: 'The currency of Kazakhstan is the tenge (KZT).',
    foot: ['-# Source', 'as of', 'dataset 1.'],
    other: 'Not what I meant',
    back: 'Back to the answer',
    report: 'Report',
    forget: 'Forget my question',
    gone: 'Please ask again',
    open: 'Kazakhstan',
    sources: 'Sources',
    goBack: 'Back',
    unknown: 'population of khorgos',
    notHeld: 'I have no population for Khorgos.',
    opinion: 'who is the best president',
    declined: 'I hold no opinions',
  },
  {
    who: 'boris',
    language: 'ru',
    asked: 'какая валюта у казахстана',
    title: '## 🇰🇿 тенге (KZT)',
    sentence: 'Валюта Казахстана — тенге (KZT).',
    foot: ['-# Источник', 'по состоянию на', 'набор данных 1.'],
    other: 'Я не об этом',
    back: 'Назад к ответу',
    report: 'Сообщить об ошибке',
    forget: 'Забыть мой вопрос',
    gone: 'Спросите, пожалуйста, ещё раз',
    open: 'Казахстан',
    sources: 'Источники',
    goBack: 'Назад',
    unknown: 'население хоргоса',
    notHeld: 'Хоргос: население — этого в моих данных нет.',
    opinion: 'кто лучший президент',
    declined: 'Своего мнения у меня нет',
  },
  {
    who: 'mei',
    language: 'zh-CN',
    asked: '哈萨克斯坦用什么货币',
    title: '## 🇰🇿 坚戈（KZT）',
    sentence: '哈萨克斯坦的货币是坚戈（KZT）。',
    foot: ['来源：', '截至', '数据集 1.'],
    other: '我不是问这个',
    back: '返回答案',
    report: '反馈问题',
    forget: '删除我的问题',
    gone: '请重新提问',
    open: '哈萨克斯坦',
    sources: '来源',
    goBack: '返回',
    unknown: '霍尔果斯有多少人口',
    notHeld: '我没有收录霍尔果斯的人口。',
    opinion: '哪个总统最好',
    declined: '我没有自己的看法',
  },
] as const

describe.each(readers)('$who, who reads $language', words => {
  const asks = (question: string, options: object = { private: true }) =>
    person(words.who).slash('/ask', { question, ...options }, { in: 'general' })

  test('gets the short answer, the sentence behind it, its source and as-of, and ways on', async () => {
    const reply = await asks(words.asked)
    expect(reply.private).toBe(true)
    expect(reply.text.split('\n').slice(0, 2)).toEqual([words.title, words.sentence])
    for (const word of words.foot) expect(reply.text).toContain(word)
    expect(reply.buttons.map(({ label }) => label).slice(-3)).toEqual([words.other, words.report, words.forget])
  })

  test('opens what it names, reads its sources, and comes back to the answer', async () => {
    const me = person(words.who)
    const reply = await asks(words.asked)
    const opened = await me.press(words.open, { on: reply })
    expect(opened.kind).toBe('update')
    const back = await me.press(words.goBack, { on: opened })
    expect([back.text, back.buttons]).toEqual([reply.text, reply.buttons])
    const sources = await me.press(words.sources, { on: back })
    expect(sources.text).toMatch(/\(<https?:/)
    const again = await me.press(words.goBack, { on: sources })
    expect([again.text, again.buttons]).toEqual([reply.text, reply.buttons])
  })

  test('asks in another language and is answered in that one', async () => {
    for (const other of readers) {
      const reply = await asks(other.asked)
      expect(reply.text).toContain(other.sentence)
      expect(reply.buttons.map(({ label }) => label)).toContain(other.forget)
    }
  })

  test('did not mean that: is offered the next, takes one, and comes back', async () => {
    const me = person(words.who)
    const reply = await asks(words.asked)
    const candidates = await me.press(words.other, { on: reply })
    expect(candidates.kind).toBe('update')
    expect(candidates.message.id).toBe(reply.message.id)
    const [select] = candidates.selects
    const [option] = select?.options ?? []
    if (!select || !option) throw new Error('no candidates')
    expect(select.options.map(({ value }) => value)).not.toContain('kazakhstan.currency')
    const back = await me.press(words.back, { on: candidates })
    expect(back.text).toBe(reply.text)
    const chosen = await me.choose(select.id, [option.value], { on: await me.press(words.other, { on: back }) })
    expect(chosen.kind).toBe('update')
    expect(chosen.text).not.toContain(words.sentence)
    for (const word of words.foot) expect(chosen.text).toContain(word)
    expect(chosen.buttons.map(({ label }) => label)).toContain(words.other)
  })

  test('reports it, and nobody is named', async () => {
    const me = person(words.who)
    const before = (await reportsIn(inn.database)).length
    const reply = await asks(words.asked)
    const reasons = await me.press(words.report, { on: reply })
    expect(reasons.kind).toBe('reply')
    expect(reasons.private).toBe(true)
    const thanks = await me.choose(reasons.selects[0]?.id ?? '', ['outdated'], { on: reasons })
    expect(thanks.kind).toBe('update')
    expect(thanks.selects).toEqual([])
    const all = await reportsIn(inn.database)
    expect(all).toHaveLength(before + 1)
    expect(all.at(-1)).toMatchObject({
      reason: 'outdated',
      question: words.asked,
      language: words.language,
    })
    expect(all.at(-1)?.dataset).toMatch(/^\d+\.\d+\.\d+$/)
    expect(all.at(-1)?.statements[0]).toBe('kazakhstan.currency')
    expect(JSON.stringify(all)).not.toContain(me.id)
  })

  test('has it forgotten: it is off the disk at once, and the buttons ask to ask again', async () => {
    const me = person(words.who)
    const reply = await asks(`${words.asked} ?!?`)
    const holding = () => askedIn(inn.database).filter(text => text.includes('?!?'))
    expect(holding()).toHaveLength(1)
    const done = await me.press(words.forget, { on: reply })
    expect(done.private).toBe(true)
    expect(holding()).toEqual([])
    const pressed = await me.press(words.other, { on: reply })
    expect(pressed.private).toBe(true)
    expect(pressed.text).toContain(words.gone)
    const reasons = await me.press(words.report, { on: reply })
    await me.choose(reasons.selects[0]?.id ?? '', ['other'], { on: reasons })
    const report = (await reportsIn(inn.database)).at(-1)
    expect(report).toMatchObject({ reason: 'other', statements: ['kazakhstan.currency'] })
    expect(report?.question).toBeUndefined()
  })

  test('is told what is not held of something known, and what can be asked instead', async () => {
    const reply = await asks(words.unknown, {})
    expect(reply.private).toBe(true)
    expect(reply.text.split('\n')[0]).toBe(`## 🔍 ${words.notHeld}`)
    for (const word of words.foot) expect(reply.text).not.toContain(word)
    const [select] = reply.selects
    const chosen = await person(words.who).choose(select?.id ?? '', [select?.options[0]?.value ?? ''], { on: reply })
    for (const word of words.foot) expect(chosen.text).toContain(word)
  })

  test('is declined in a sentence where no dataset could answer', async () => {
    const reply = await asks(words.opinion, {})
    expect(reply.private).toBe(true)
    expect(reply.text).toContain(words.declined)
    for (const word of words.foot) expect(reply.text).not.toContain(word)
  })

  test('takes a suggestion, and it is answered', async () => {
    const choices = await person(words.who).complete('/ask', { question: words.asked })
    expect(choices.length).toBeGreaterThan(0)
    expect(choices.length).toBeLessThanOrEqual(25)
    const [first] = choices
    expect(first?.name).toBe(first?.value)
    expect((await asks(String(first?.value))).text).toContain(words.sentence)
    expect((await person(words.who).complete('/ask', { question: '' })).length).toBeGreaterThanOrEqual(10)
  })
})

describe('an answer for everyone', () => {
  test('is in the language of the question, and seen by all', async () => {
    const reply = await person('mei').slash('/ask', { question: 'столица казахстана' }, { in: 'general' })
    expect(reply.private).toBe(false)
    expect(reply.text).toMatch(/столица Казахстана/iu)
  })

  test('pressed by somebody else opens for them alone, without the question of the asker', async () => {
    const reply = await person('ada').slash('/ask', { question: 'capital of kazakhstan' }, { in: 'general' })
    const opened = await person('boris').press('Not what I meant', { on: reply })
    expect(opened.kind).toBe('reply')
    expect(opened.private).toBe(true)
    expect(reply.now()?.text).toBe(reply.text)
    const [select] = opened.selects
    const chosen = await person('boris').choose(select?.id ?? '', [select?.options[0]?.value ?? ''], { on: opened })
    expect(chosen.buttons.map(({ label }) => label)).not.toContain('Forget my question')
    const refused = await person('boris').press('Forget my question', { on: reply })
    expect(refused.private).toBe(true)
    expect(refused.text).toContain('Удалить вопрос может только тот, кто его задал')
    expect((await person('ada').press('Not what I meant', { on: reply })).kind).toBe('update')
  })

  test('may be reported by anybody', async () => {
    const reply = await person('ada').slash('/ask', { question: 'capital of kazakhstan' }, { in: 'general' })
    const reasons = await person('boris').press('Report', { on: reply })
    expect(reasons.private).toBe(true)
    await person('boris').choose(reasons.selects[0]?.id ?? '', ['wrong'], { on: reasons })
    expect((await reportsIn(inn.database)).at(-1)).toMatchObject({ reason: 'wrong', question: 'capital of kazakhstan' })
  })
})

describe('an answer that somebody else goes on from', () => {
  test.each([
    ['what is the currency of kazakhstan', 'Kazakhstan'],
    // Its own statement alone would say less.
    ['which of the five is the largest', undefined],
  ])('“%s” comes back for them alone, and they cannot have it forgotten', async (question, label) => {
    const reply = await person('ada').slash('/ask', { question }, { in: 'general' })
    const boris = person('boris')
    const opened = label
      ? await boris.press(label, { on: reply })
      : await boris.choose(reply.selects[0]?.id ?? '', ['kazakhstan'], { on: reply })
    expect([opened.kind, opened.private]).toEqual(['reply', true])
    const once = await boris.press('Назад', { on: opened })
    expect(once.text).toBe(reply.text)
    expect(once.buttons.map(({ label: shown }) => shown)).not.toContain('Forget my question')
    const sources = await boris.press('Sources', { on: once })
    const twice = await boris.press('Back', { on: sources })
    expect(twice.text).toBe(reply.text)
    expect(twice.buttons.map(({ label: shown }) => shown)).not.toContain('Forget my question')
    expect(reply.now()?.text).toBe(reply.text)
    expect((await person('ada').press('Forget my question', { on: reply })).text).toContain('deleted')
    // Now it stands on its statement.
    expect((await boris.press('Sources', { on: twice })).text).toMatch(/\(<https?:/)
  })
})

describe('computed answers', () => {
  test.each([
    ['which of the five is the largest', ['Kazakhstan: 2,724,900 km²', '2. Turkmenistan: 488,100 km²']],
    ['does kazakhstan border china', ['Yes. China is among them.', 'Kazakhstan borders']],
    ['how many years between the first and the second summit', ['2 years (18 May 2023 – 17 June 2025)']],
    ['how long is the railway to uzbekistan', ['532.5 km / 523 km / 486 km (disputed)', '- Silk Road News']],
    ['when is the next summit', ['2027 (expected)', '(Expected) ']],
  ])('“%s” names what it uses', async (question, parts) => {
    const { text } = await person('ada').slash('/ask', { question, private: true })
    for (const part of parts) expect(text).toContain(part)
  })
})

describe('what people type', () => {
  test.each([
    ['pings and markup', '@everyone <@&1> **who** [is](https://example.org) `xi` jinping'],
    ['marks from right to left', '\u202E?anihc fo latipac eht si tahw\u202C'],
    ['only signs', '?!?!'],
    ['half a character', '\uDBFF'],
    ['three hundred letters', 'k'.repeat(300)],
    ['an injection', "'; DROP TABLE keyv; --"],
  ])('%s never comes back', async (_, question) => {
    const { text } = await person('ada').slash('/ask', { question })
    expect(text).not.toContain(question)
    expect(text).not.toMatch(/@everyone|<@|example\.org/)
  })
})

describe('everywhere', () => {
  test('in direct messages', async () => {
    const reply = await person('boris').slash('/спросить', { question: 'столица казахстана' }, { in: 'dm' })
    expect(reply.text).toContain('Астана')
    expect((await person('boris').press('Я не об этом', { on: reply })).kind).toBe('update')
  })

  test('installed by a person, in a server that the bot is not in', async () => {
    const reply = await person('nora').slash('/ask', { question: 'capital of kazakhstan' }, { in: 'lobby' })
    expect(reply.text).toContain('Astana')
    expect((await person('nora').press('Forget my question', { on: reply })).text).toContain('deleted')
  })

  test('by its name in Chinese', async () => {
    const reply = await person('mei').slash('/提问', { question: '哈萨克斯坦首都是哪', private: true })
    expect(reply.text).toContain('阿斯塔纳')
  })
})

describe('a message that is looked up', () => {
  test.each(readers)('is answered where it asks, for $who, and its text is not kept', async words => {
    const before = askedIn(inn.database).length
    const said = person('grace').say(`${words.asked} ?`, { in: 'general' })
    const menu = { en: 'Look this up', ru: 'Найти в справочнике', 'zh-CN': '查一查' }[words.language]
    const reply = await person(words.who).use(menu, said, { in: 'general' })
    expect(reply.private).toBe(true)
    expect(reply.text).toContain(words.sentence)
    expect(askedIn(inn.database)).toHaveLength(before)
    expect(reply.buttons.map(({ label }) => label)).not.toContain(words.forget)
    expect(reply.buttons.map(({ label }) => label)).toContain(words.report)
    const [next] = reply.selects
    const [option] = next?.options ?? []
    const chosen = await person(words.who).choose(next?.id ?? '', [option?.value ?? ''], { on: reply })
    for (const word of words.foot) expect(chosen.text).toContain(word)
  })

  test('of more than 300 characters is only looked through for names', async () => {
    const said = person('grace').say(`what is the currency of kazakhstan? ${'well, '.repeat(60)}`, { in: 'general' })
    const reply = await person('ada').use('Look this up', said, { in: 'general' })
    expect(reply.text).toContain('## 🇰🇿 Kazakhstan')
  })

  test.each(readers)('that neither asks nor names anything leads $who on', async words => {
    const said = person('grace').say('lorem ipsum', { in: 'general' })
    const menu = { en: 'Look this up', ru: 'Найти в справочнике', 'zh-CN': '查一查' }[words.language]
    const look = () => person(words.who).use(menu, said, { in: 'general' })
    const reply = await look()
    expect(reply.private).toBe(true)
    for (const word of words.foot) expect(reply.text).not.toContain(word)
    expect(reply.buttons).toHaveLength(4)
    for (const { label } of reply.buttons)
      expect((await person(words.who).press(label, { on: await look() })).selects).not.toEqual([])
  })

  test('offers the names in it besides the answer', async () => {
    const said = person('grace').say('when did xi jinping propose the belt and road?', {
      in: 'general',
    })
    const reply = await person('ada').use('Look this up', said, { in: 'general' })
    expect(reply.text).toContain('2013')
    expect(reply.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Belt and Road Initiative', 'Xi Jinping']),
    )
  })
})

test('what is asked is not in the log', () => {
  const log = inn.discord
    .botOutput()
    .map(({ text }) => text)
    .join('\n')
  for (const { asked } of readers) expect(log).not.toContain(asked)
})

test('Local Discord had nothing to refuse, and the log has no error', () => {
  expect(inn.discord.refusals()).toEqual([])
  expect(inn.discord.botOutput().filter(line => /"level":"(?:error|fatal)"/.test(line.text))).toEqual([])
})

describe('time', () => {
  test('a restart loses no button', async () => {
    const reply = await person('ada').slash('/ask', { question: 'capital of kazakhstan', private: true })
    await inn.discord.restartBot()
    await warm(inn, 2)
    const candidates = await person('ada').press('Not what I meant', { on: reply })
    expect(candidates.kind).toBe('update')
    expect((await person('ada').press('Back to the answer', { on: candidates })).text).toBe(reply.text)
  })

  test('a page that was opened from an answer goes back to it after a restart', async () => {
    const ada = person('ada')
    const reply = await ada.slash('/ask', { question: 'which of the five is the largest', private: true })
    const opened = await ada.choose(reply.selects[0]?.id ?? '', ['kazakhstan'], { on: reply })
    await inn.discord.restartBot()
    await warm(inn, 3)
    const back = await ada.press('Back', { on: opened })
    expect([back.text, back.buttons]).toEqual([reply.text, reply.buttons])
  })

  test('a bot that is killed in the middle has lost nothing either', async () => {
    const reply = await person('ada').slash('/ask', { question: 'capital of kazakhstan', private: true })
    await inn.discord.killBot()
    await inn.discord.startBot()
    await warm(inn, 4)
    expect((await person('ada').press('Not what I meant', { on: reply })).kind).toBe('update')
  })

  test('after a day the buttons ask to ask again, and a start deletes what was asked', async () => {
    const reply = await person('ada').slash('/ask', { question: 'capital of kazakhstan', private: true })
    await inn.discord.turnClock('23h')
    const candidates = await person('ada').press('Not what I meant', { on: reply })
    expect(candidates.kind).toBe('update')
    const computed = await person('ada').slash('/ask', { question: 'which of the five is the largest', private: true })
    const declined = await person('ada').slash('/ask', { question: 'population of khorgos' })
    const opened = await person('ada').choose(computed.selects[0]?.id ?? '', ['kazakhstan'], { on: computed })
    const ofDeclined = await person('ada').press('Khorgos', { on: declined })
    await inn.discord.turnClock('2h')
    const pressed = await person('ada').press('Back to the answer', { on: candidates })
    expect(pressed.private).toBe(true)
    expect(pressed.text).toContain('Please ask again')
    const [select] = candidates.selects
    const chosen = await person('ada').choose(select?.id ?? '', [select?.options[0]?.value ?? ''], { on: candidates })
    expect(chosen.text).toContain('dataset')
    expect(chosen.buttons.map(({ label }) => label)).not.toContain('Forget my question')
    expect(askedIn(inn.database).length).toBeGreaterThan(0)
    await inn.discord.turnClock('23h')
    // What was stated is still known, what was asked is not.
    const back = await person('ada').press('Back', { on: opened })
    expect(back.text).toContain('Kazakhstan covers 2,724,900 km²')
    expect(back.text).not.toContain('2. Turkmenistan')
    expect(back.buttons.map(({ label }) => label)).not.toContain('Forget my question')
    const ofNothing = await person('ada').press('Back', { on: ofDeclined })
    expect([ofNothing.private, ofNothing.text.includes('Please ask again')]).toEqual([true, true])
    await inn.discord.restartBot()
    await warm(inn, 5)
    expect(askedIn(inn.database)).toEqual([])
  })
})
