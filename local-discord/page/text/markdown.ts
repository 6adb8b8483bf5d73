/** Discord's markdown as a tree. Rules that Discord shares with Markdown come from simple-markdown; its own stand here. Draws nothing. */
import simpleMarkdown, { type Capture, type ParserRule, type State } from '@khanacademy/simple-markdown'

export type Inline =
  | { type: 'text'; content: string }
  | { type: 'emoji'; content: string }
  | { type: 'strong' | 'em' | 'u' | 'del' | 'spoiler' | 'quote' | 'subtext'; content: Inline[] }
  | { type: 'heading'; level: number; content: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | { type: 'link'; target: string; content: Inline[] }
  | { type: 'inlineCode'; content: string }
  | { type: 'codeBlock'; language: string; content: string }
  | { type: 'user' | 'channel' | 'role'; id: string }
  | { type: 'everyone'; content: string }
  | { type: 'command'; name: string }
  | { type: 'customEmoji'; name: string }
  | { type: 'time'; seconds: number; style: string }
  | { type: 'br' }

type Parse = (source: string, state: State) => unknown
type Build = (capture: Capture, parse: Parse, state: State) => Record<string, unknown>

function rule(
  order: number,
  match: (source: string, state: State) => RegExpExecArray | null,
  parse: Build,
): ParserRule {
  return { order, match: (source, state) => match(source, state), parse }
}

function anywhere(pattern: RegExp): (source: string) => RegExpExecArray | null {
  return source => pattern.exec(source)
}

/** Blocks begin only where a line begins; a block's own content begins one. */
function atLineStart(pattern: RegExp): (source: string, state: State) => RegExpExecArray | null {
  return (source, state) => {
    const before = state['prevCapture'] as Capture | null | undefined
    return before == null || before[0]?.endsWith('\n') === true ? pattern.exec(source) : null
  }
}

function inside(parse: Parse, source: string, state: State): unknown {
  state['prevCapture'] = null
  return parse(source, state)
}

const content: Build = (capture, parse, state) => ({ content: inside(parse, capture[1] ?? '', state) })
const id: Build = capture => ({ id: capture[1] })

const { defaultRules } = simpleMarkdown

/** https://support.discord.com/hc/en-us/articles/210298617 and https://discord.com/developers/docs/reference#message-formatting */
const rules: Record<string, ParserRule> = {
  codeBlock: rule(0, anywhere(/^```(?:([\w+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```\n?/), capture => ({
    language: capture[1] ?? '',
    content: capture[2] ?? '',
  })),
  escape: { ...defaultRules.escape, order: 1 },
  quote: rule(2, atLineStart(/^(?:>>> ([\s\S]+)|((?:> [^\n]*(?:\n|$))+))/), (capture, parse, state) => ({
    content: inside(parse, capture[1] ?? (capture[2] ?? '').replace(/^> /gm, '').replace(/\n$/, ''), state),
  })),
  heading: rule(3, atLineStart(/^(#{1,3}) +([^\n]+?) *(?:\n|$)/), (capture, parse, state) => ({
    level: capture[1]?.length ?? 1,
    content: inside(parse, capture[2] ?? '', state),
  })),
  subtext: rule(4, atLineStart(/^-# +([^\n]+)(?:\n|$)/), content),
  list: rule(
    5,
    atLineStart(
      /^ *(?:[-*] +[^\n]*(?:\n(?: *[-*]| +\d+\.) +[^\n]*)*|\d+\. +[^\n]*(?:\n(?: *\d+\.| +[-*]) +[^\n]*)*)(?:\n|$)/,
    ),
    (capture, parse, state) => listOf(capture[0] ?? '', parse, state),
  ),
  link: rule(
    6,
    anywhere(/^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/(?:\([^\s()]*\)|[^\s()<>])+)>?(?: +"[^"]*")?\)/),
    (capture, parse, state) => ({
      content: inside(parse, capture[1] ?? '', state),
      target: capture[2],
    }),
  ),
  autolink: rule(7, anywhere(/^<(https?:\/\/[^\s>]+)>/), plainLink),
  url: rule(8, anywhere(/^(https?:\/\/[^\s<]+[^\s<.,:;"'\])])/), plainLink),
  time: rule(9, anywhere(/^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/), capture => ({
    seconds: Number(capture[1]),
    style: capture[2] ?? 'f',
  })),
  user: rule(10, anywhere(/^<@!?(\d{1,20})>/), id),
  role: rule(10, anywhere(/^<@&(\d{1,20})>/), id),
  channel: rule(10, anywhere(/^<#(\d{1,20})>/), id),
  command: rule(10, anywhere(/^<\/([^:\n>]{1,100}):\d{1,20}>/), capture => ({ name: capture[1] })),
  customEmoji: rule(10, anywhere(/^<a?:(\w{2,32}):\d{1,20}>/), capture => ({ name: capture[1] })),
  everyone: rule(10, anywhere(/^@(?:everyone|here)\b/), capture => ({ content: capture[0] })),
  spoiler: rule(11, anywhere(/^\|\|([\s\S]+?)\|\|/), content),
  strong: { ...defaultRules.strong, order: 12 },
  u: { ...defaultRules.u, order: 12 },
  em: { ...defaultRules.em, order: 12 },
  del: rule(13, anywhere(/^~~([\s\S]+?)~~(?!_)/), content),
  inlineCode: { ...defaultRules.inlineCode, order: 14 },
  br: rule(15, anywhere(/^ *\n/), () => ({})),
  emoji: rule(16, anywhere(/^\p{RGI_Emoji}/v), capture => ({ content: capture[0] })),
  text: rule(17, anywhere(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\u2000\u3000-\ud7ff]|\n|https?:\/\/|$)/), capture => ({
    content: capture[0],
  })),
}

function plainLink(capture: Capture): Record<string, unknown> {
  return { type: 'link', target: capture[1], content: [{ type: 'text', content: capture[1] }] }
}

function listOf(source: string, parse: Parse, state: State): Record<string, unknown> {
  const lines = source.replace(/\n$/, '').split('\n')
  const first = /^ *(\d+)\./.exec(lines[0] ?? '')
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0
  const items: string[][] = []
  for (const line of lines) {
    const marked = /^( *)(?:[-*]|\d+\.) +(.*)$/.exec(line)
    const isDeeper = (marked?.[1]?.length ?? 0) > indent
    const last = items.at(-1)
    if (isDeeper && last !== undefined) last.push(line)
    else items.push([marked?.[2] ?? line])
  }
  return {
    ordered: first !== null,
    start: Number(first?.[1] ?? 1),
    items: items.map(([head = '', ...deeper]) => {
      const parsed = inside(parse, head, state)
      const nested = deeper.length === 0 ? [] : [{ type: 'list', ...listOf(deeper.join('\n'), parse, state) }]
      return [...(Array.isArray(parsed) ? (parsed as unknown[]) : []), ...nested]
    }),
  }
}

const parser = simpleMarkdown.parserFor(rules)

/** Never throws on any text: the last rule takes what no other does. */
export function parseMarkdown(source: string): Inline[] {
  return joined(parser(source, { inline: true }) as Inline[])
}

/** Neighbouring texts become one, so that a reader's screen sees words and not their letters. */
function joined(nodes: Inline[]): Inline[] {
  const all: Inline[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', content: last.content + node.content }
    else all.push(node)
  }
  return all
}
