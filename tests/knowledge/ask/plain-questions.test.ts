/** Plain questions that were once misunderstood, on the real dataset: what is computed, what is only said, and what is declined. */
import { describe, expect, test } from 'vitest'
import { answer } from '../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { realKnowledge } from '../real-dataset.ts'
import { answerInShort } from './ask-dataset.ts'

const ask = indexForAsking(await realKnowledge())
const short = (question: string, language: string): string => answerInShort(question, ask, language)

describe('computed', () => {
  test.each([
    [
      'two of the five have no common border with china. which two?',
      'en',
      'turkmenistan uzbekistan',
      'with their number',
    ],
    [
      'which country was first to open diplomatic relations with china in 1992, and on what day',
      'en',
      'relations-with-china-since: uzbekistan',
      'what names the property names nobody else',
    ],
    [
      'Кто первым из пятёрки установил дипломатические отношения с КНР в 1992-м?',
      'ru',
      'relations-with-china-since: uzbekistan',
      'and no initiative',
    ],
    ['is the kamchik tunnel longer than the shahriston one', 'en', 'yes', 'the tunnels, not the railway and the road'],
    [
      'Сколько времени прошло между саммитом в Сиане и саммитом в Астане',
      'ru',
      '2 years, 761 days',
      'between those that are named surely',
    ],
    ['从第一届峰会到第二届峰会中间隔了多长时间', 'zh-CN', '2 years, 761 days', 'and how long asks for no length'],
    [
      "Which meetings of the foreign ministers took place in Xi'an",
      'en',
      'fourth-foreign-ministers-meeting-2023 second-foreign-ministers-meeting-2021',
      'and no opening of an office there',
    ],
    [
      'на сколько лет рахмон дольше у руля чем мирзиёев',
      'ru',
      '22 years, 8064 days',
      'by how much longer, with the word for longer apart from it',
    ],
    [
      'кто дольше у власти рахмон или мирзиёев',
      'ru',
      'in-office-since: emomali-rahmon > shavkat-mirziyoyev',
      'and who',
    ],
    [
      'trade with china by country',
      'en',
      'trade-with-china: kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan',
      'each, and not all together',
    ],
    ['population by country', 'en', 'population: kazakhstan, kyrgyzstan', 'and not one of them'],
    [
      'what are the capitals of kazakhstan and uzbekistan',
      'en',
      'capital: uzbekistan, kazakhstan',
      'of two, though “capital of Kazakhstan” is also a name',
    ],
    [
      'how many china-europe trains ran in 2023, 2024 and 2025',
      'en',
      'china-europe-railway-express 2025 (china-europe-railway-express.volume-2023)',
      'of whole years, and not the total until a day in one',
    ],
    ['is china bigger than all five stans put together', 'en', 'yes', 'one against the sum'],
    ['how many global initiatives are there', 'en', '4 global-civilization-initiative', 'and not all that is global'],
    ['does kazakhstan border china', 'en', 'yes', 'however long their border is'],
    ['is China larger than all five', 'en', 'yes', 'one against each'],
    ['is kazakhstan larger than china', 'en', 'no', 'one against another'],
    ['третья по площади страна центральной азии', 'ru', 'area: kazakhstan > turkmenistan > uzbekistan', 'the third'],
  ])('“%s” (%s): %s; %s', (question, language, expected) => {
    expect(short(question, language)).toContain(expected)
  })
})

describe('not computed', () => {
  test.each([
    [
      'does the 2022 zoom call of the presidents count as the first summit or nah',
      'en',
      'virtual-summit-2022.not-numbered',
    ],
    ['did the middle corridor carry more or less in 2025 than the year before', 'en', 'middle-corridor.volume-2025'],
    ['what is the belt and road', 'en', 'belt-and-road-initiative.about'],
    ['哈国现在的外长是谁，不是努尔特列乌了吧', 'zh-CN', 'yermek-kosherbayev.office'],
    ['who is the president of china', 'en', 'xi-jinping.office'],
    ['что за страна казахстан', 'ru', 'kazakhstan.about'],
    ['что такое human rights in china', 'ru', 'human-rights-in-china.about'],
    ['next summit when n where', 'en', 'third-summit.due-on'],
    ['这个峰会是每年都开吗，还是隔几年？', 'zh-CN', 'china-central-asia-mechanism.rhythm'],
    ['год начала: железная дорога китай кыргызстан узбекистан', 'ru', 'cku-railway.begun-on'],
    ['is the fourth string of the gas pipe, the one via tajikistan, working yet', 'en', 'line-d.status'],
    ['明天考试，西安讲话里“四个坚持”具体是啥', 'zh-CN', 'four-commitments.elements'],
    ['八点建议的第四点讲的啥', 'zh-CN', 'eight-point-proposal.energy'],
  ])('“%s” (%s): %s', (question, language, statement) => {
    expect(short(question, language)).toMatch(new RegExp(`^said \\((?:.*, )?${statement}`))
  })
})

test('who came to a place is not answered by the country that it lies in', () => {
  expect(short('is almaty in kazakhstan', 'en')).toBe('yes (almaty.country)')
  expect(short('did turkmenistan come to almaty', 'en')).not.toContain('almaty.country')
})

test('of a list it says all that there are, in their order', () => {
  const names = ['akmolinsk', 'tselinograd', 'akmola', 'nur-sultan'].map(name => `astana.former-name-${name}`)
  expect(short('all the old names of astana', 'en')).toBe(`said (${names.join(', ')})`)
  expect(short('阿斯塔纳以前都叫过什么名字', 'zh-CN')).toBe(`said (${names.join(', ')})`)
})

test.each([
  ['when and where was the second summit', 'en', ['astana-summit-2025.held-in', 'astana-summit-2025.date']],
  ['第一届中国中亚峰会是哪年开的呀，在哪个城市', 'zh-CN', ['xian-summit-2023.held-in', 'xian-summit-2023.date']],
])('“%s” (%s) asks for two things: both, and nothing else', (question, language, statements) => {
  const found = answer(ask, question, language)
  expect(found).toMatchObject({ is: 'found', areSeveral: true })
  expect(found.is === 'found' && found.statements.map(({ id }) => id).toSorted()).toEqual(statements.toSorted())
})

test('of one of several that one comes first', () => {
  const lineC = short('when did line c of the central asia china gas pipeline open', 'en')
  expect(lineC).toMatch(/^said \(central-asia-china-gas-pipeline.opened-line-c/)
})

test.each([
  ['kyrgyzstan china trade 2022', 'a figure of 2023 compares itself with it'],
  ['who was the president of china before him', 'who is it is another question'],
  ['what is nazarbayev up to these days', 'days are no span of time'],
  ['how many days does a container need over the middle corridor', 'nor are they containers'],
  ['time difference beijing - bishkek', 'beside the names nothing is asked but what is not held'],
  ['how many kazakhs live in kyrgyzstan', 'between two names the word that asks compares nothing'],
])('“%s” is declined: %s', question => {
  expect(short(question, 'en')).toBe('unknown')
})

test('an opinion is declined, but a known question may have a word of opinion in it', () => {
  expect(short('should china build more railways', 'en')).toBe('opinion')
  expect(short('should i write republic or plain turkmenistan on an invitation', 'en')).not.toBe('opinion')
})

test('where the question asks when and the value is no date, it says since when it holds', () => {
  const found = answer(ask, 'since when do kazakhs need no visa for china', 'en')
  expect(found).toMatchObject({ is: 'found', since: '2023-11-10', statements: [{ id: 'kazakhstan.visa-regime' }] })
  expect(answer(ask, 'do uzbeks need a visa for china', 'en')).not.toHaveProperty('since')
})
