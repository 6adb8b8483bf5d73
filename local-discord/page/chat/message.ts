/** One message: who wrote it, in answer to what, everything that stands in it, and what can be done with it. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { ComponentView, Id, MessageView, User } from '../shapes.ts'
import { me, type State, usePicked } from '../state.ts'
import { inWords, postedAt } from '../text/instants.ts'
import { PlainText, RichText } from '../text/rich-text.ts'
import { Avatar } from './avatar.ts'
import { Components } from './components.ts'
import { EmbedCard } from './embed.ts'
import { Attachments } from './media.ts'
import { MessageMenu } from './message-menu.ts'
import { Poll } from './poll.ts'

export interface MessageProps {
  message: MessageView
  /** Right after another of the same author: without name and picture. */
  isFurther: boolean
  /** The world's instant when it was drawn. */
  nowMs: number
}

export function nameOf(user: User): string {
  return user.global_name ?? user.username
}

export function Message({ message, isFurther, nowMs }: MessageProps): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const person = me(store.get())
  const locale = person?.locale ?? 'en-US'
  const failure = usePicked(store, state => state.pending.find(one => one.messageId === message.id)?.failure ?? null)
  const { author } = message
  const atMs = Date.parse(message.timestamp)
  const origin = message.interaction_metadata
  const command = message.interaction?.name
  const reply = message.referenced_message
  const hasHead = !isFurther || command !== undefined || reply != null
  const isMentioned =
    person !== undefined &&
    (message.mention_everyone ||
      message.mentions.some(one => one.id === person.id) ||
      rolesOf(store.get(), person.id).some(id => message.mention_roles.includes(id)))
  const classes = [
    'message',
    hasHead ? 'head' : 'further',
    message.private ? 'private' : '',
    isMentioned && !message.private ? 'mentions-me' : '',
  ]

  return html`<li class=${classes.filter(one => one !== '').join(' ')} id=${`message-${message.id}`} data-id=${message.id}>
    ${
      command !== undefined &&
      origin !== undefined &&
      html`<div class="reply-line">
      <span class="spine"><${Icon} name="spine" /></span>
      <${Avatar} id=${origin.user.id} name=${nameOf(origin.user)} size="tiny" />
      <span class="reply-name">${nameOf(origin.user)}</span> ${words.used} <span class="command-name">${origin.target_message_id === undefined ? '/' : ''}${command}</span>
    </div>`
    }
    ${
      reply != null &&
      html`<div class="reply-line">
      <span class="spine"><${Icon} name="spine" /></span>
      <${Avatar} id=${reply.author.id} name=${nameOf(reply.author)} bot=${reply.author.bot} size="tiny" />
      <span class="reply-name">${nameOf(reply.author)}</span>
      <a class="reply-text" href=${`#message-${reply.id}`}>${preview(reply)}</a>
    </div>`
    }
    <div class="message-row">
      ${hasHead ? html`<${Avatar} id=${author.id} name=${nameOf(author)} bot=${author.bot} />` : html`<time class="side-time" datetime=${message.timestamp}>${inWords(atMs, 't', locale)}</time>`}
      <div class="message-body">
        ${
          hasHead &&
          html`<div class="message-head">
          <span class="author ${author.bot === true ? 'bot' : ''}">${nameOf(author)}</span>
          ${author.bot === true && html`<span class="app-mark">✓ ${words.app}</span>`}
          <time datetime=${message.timestamp} title=${inWords(atMs, 'F', locale)}>${postedAt(atMs, nowMs, locale)}</time>
        </div>`
        }
        ${message.loading ? html`<div class="thinking" role="status"><span class="dots" aria-hidden="true">•••</span> ${nameOf(author)} ${words.thinking}</div>` : html`<${Content} message=${message} locale=${locale} />`}
        ${failure !== null && html`<div class="failure" role="alert">${failure === words.noResponse || failure.startsWith('The application did not') ? words.failed : failure}</div>`}
        ${message.private && html`<div class="only-you"><${Icon} name="eye" /> ${words.onlyYou} • <button type="button" class="as-link" onClick=${() => actions.dismiss(message.id)}>${words.dismiss}</button></div>`}
      </div>
    </div>
    ${!message.loading && html`<${MessageMenu} message=${message} />`}
  </li>`
}

function rolesOf({ servers }: State, personId: Id): readonly Id[] {
  return servers.flatMap(one => one.members.find(member => member.id === personId)?.roleIds ?? [])
}

/** The first words of what is answered: of its content, or of its first text display. */
function preview(message: MessageView): string {
  const first = (components: readonly ComponentView[]): string =>
    components.map(one => one.content ?? first(one.components ?? [])).find(text => text !== '') ?? ''
  const text = message.content === '' ? first(message.components) : message.content
  return (
    text
      .replace(/^[#>*\- ]+/, '')
      .split('\n', 1)[0]
      ?.slice(0, 120) ?? ''
  )
}

function Content({ message, locale }: { message: MessageView; locale: string }): VNode {
  const words = useWords()
  return html`<div class="content">
    ${message.content !== '' && html`<${RichText} source=${message.content} />`}
    ${message.embeds.map(one => html`<${EmbedCard} embed=${one} locale=${locale} />`)}
    ${message.poll !== undefined && html`<${Poll} poll=${message.poll} message=${message} />`}
    ${!holdsFiles(message) && html`<${Attachments} attachments=${message.attachments} />`}
    <${Components} components=${message.components} message=${message} />
    ${message.edited_timestamp !== null && html`<small class="edited" title=${inWords(Date.parse(message.edited_timestamp), 'F', locale)}>${words.edited}</small>`}
  </div>`
}

/** With components of the second kind, files stand only where a component puts them. */
const componentsFlag = 1 << 15

function holdsFiles(message: MessageView): boolean {
  return (message.flags & componentsFlag) !== 0
}

/** What Discord's client says itself when something typed did not work: seen by nobody else, kept nowhere. */
export function Notice({
  command,
  failure,
  onDismiss,
}: {
  command: string
  failure: string | null
  onDismiss: () => void
}): VNode {
  const { store } = usePage()
  const words = useWords()
  const person = me(store.get())
  return html`<li class="message head notice ${failure === null ? '' : 'failed'}">
    <div class="reply-line">
      <span class="spine"><${Icon} name="spine" /></span>
      ${person !== undefined && html`<${Avatar} id=${person.id} name=${person.displayName} size="tiny" /><span class="reply-name">${person.displayName}</span>`} ${words.used} <span class="command-name"><${PlainText} source=${command} /></span>
    </div>
    <div class="message-row">
      <${Avatar} id="0" name="" bot=${true} />
      <div class="message-body">
        ${
          failure === null
            ? html`<div class="thinking" role="status"><span class="dots" aria-hidden="true">•••</span> ${words.sending}</div>`
            : html`<div class="failure" role="alert">${failure.startsWith('The application did not') ? words.noResponse : failure}</div>
            <div class="only-you"><${Icon} name="eye" /> ${words.onlyYou} • <button type="button" class="as-link" onClick=${onDismiss}>${words.dismiss}</button></div>`
        }
      </div>
    </div>
  </li>`
}
