/** Draws a poll with its votes so far, and lets the person vote. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useId, useState } from 'preact/hooks'
import { usePage, useWords } from '../page.ts'
import type { MessageView, PollView } from '../shapes.ts'
import { me } from '../state.ts'
import { Emoji, PlainText, Time } from '../text/rich-text.ts'
import { wire } from '../wire.ts'

export function Poll({ poll, message }: { poll: PollView; message: MessageView }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const name = useId()
  const self = me(store.get())?.id
  const voted = (message.voters ?? []).filter(one => self !== undefined && one.people.includes(self)).map(one => one.id)
  const [marked, setMarked] = useState<readonly number[]>(voted)
  const counts = new Map(poll.results.answer_counts.map(one => [one.id, one.count]))
  const sum = [...counts.values()].reduce((all, one) => all + one, 0)
  const isClosed = poll.results.is_finalized
  const mark = (id: number, isOn: boolean): void =>
    setMarked(poll.allow_multiselect ? (isOn ? [...marked, id] : marked.filter(one => one !== id)) : [id])
  return html`<form class="poll" onSubmit=${(event: Event) => {
    event.preventDefault()
    void actions.attempt(wire.vote(store.get().as, message, [...marked]))
  }}>
    <fieldset>
      <legend><${PlainText} source=${poll.question.text} /></legend>
      ${poll.answers.map(one => {
        const count = counts.get(one.answer_id) ?? 0
        return html`<label class="poll-answer">
          <input type=${poll.allow_multiselect ? 'checkbox' : 'radio'} name=${name} disabled=${isClosed} checked=${marked.includes(one.answer_id)}
            onChange=${(event: Event) => mark(one.answer_id, (event.currentTarget as HTMLInputElement).checked)} />
          ${one.poll_media.emoji?.name !== undefined && html`<${Emoji} emoji=${one.poll_media.emoji.name} />`}
          <span class="poll-words"><${PlainText} source=${one.poll_media.text} /></span>
          <span class="poll-count">${words.votes(count)}${sum > 0 && ` · ${Math.round((count / sum) * 100)} %`}</span>
          <progress max=${Math.max(1, sum)} value=${count} aria-hidden="true"></progress>
        </label>`
      })}
    </fieldset>
    <div class="poll-foot">
      <span>${words.votes(sum)} · ${isClosed ? words.pollEnded : html`${words.ends} <${Time} seconds=${Math.round(Date.parse(poll.expiry) / 1_000)} style="R" />`}</span>
      ${!isClosed && html`<button type="submit" class="button primary" disabled=${marked.join() === voted.join()}>${words.vote}</button>`}
    </div>
  </form>`
}
