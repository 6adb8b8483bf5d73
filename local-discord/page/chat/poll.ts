/** Draws a poll and lets the person vote: as in Discord's client, the results show after the vote, or to whom asks for them. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { MessageView, PollView } from '../shapes.ts'
import { me } from '../state.ts'
import { LabelEmoji, PlainText, Time } from '../text/rich-text.ts'
import { wire } from '../wire.ts'

export function Poll({ poll, message }: { poll: PollView; message: MessageView }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const name = useId()
  const self = me(store.get())?.id
  const voted = (message.voters ?? []).filter(one => self !== undefined && one.people.includes(self)).map(one => one.id)
  const [marked, setMarked] = useState<readonly number[]>(voted)
  const [isPeeking, setPeeking] = useState(false)
  const votedKey = voted.join()
  // Another window of the same person may have voted.
  useEffect(() => setMarked(voted), [votedKey])
  const counts = new Map(poll.results.answer_counts.map(one => [one.id, one.count]))
  const sum = [...counts.values()].reduce((all, one) => all + one, 0)
  const isClosed = poll.results.is_finalized
  const isOver = isClosed || voted.length > 0
  const showsResults = isOver || isPeeking
  const vote = (answers: readonly number[]): void =>
    void actions.attempt(wire.vote(store.get().as, message, [...answers]))
  const mark = (id: number, isOn: boolean): void =>
    setMarked(poll.allow_multiselect ? (isOn ? [...marked, id] : marked.filter(one => one !== id)) : [id])
  const answers = poll.answers.map(({ answer_id: id, poll_media: { emoji, text } }) => {
    const label = html`<${LabelEmoji} emoji=${emoji} /><span class="poll-words"><${PlainText} source=${text} /></span>`
    if (!showsResults)
      return html`<label class="poll-answer" key=${id}>
        ${label}
        <input type=${poll.allow_multiselect ? 'checkbox' : 'radio'} name=${name} checked=${marked.includes(id)}
          onChange=${(event: Event) => mark(id, (event.currentTarget as HTMLInputElement).checked)} />
      </label>`
    const count = counts.get(id) ?? 0
    return html`<div class="poll-answer ${voted.includes(id) ? 'mine' : ''}" key=${id}>
      ${label}
      <span class="poll-count">${words.votes(count)}${sum > 0 && ` · ${Math.round((count / sum) * 100)} %`}</span>
      ${voted.includes(id) && html`<span class="chosen-mark" role="img" aria-label=${words.yourVote}><${Icon} name="check" /></span>`}
      <progress max=${Math.max(1, sum)} value=${count} aria-hidden="true"></progress>
    </div>`
  })
  return html`<form class="poll" onSubmit=${(event: Event) => {
    event.preventDefault()
    vote(marked)
  }}>
    <fieldset>
      <legend><${PlainText} source=${poll.question.text} /></legend>
      ${!isOver && html`<small class="poll-hint">${poll.allow_multiselect ? words.selectMany : words.selectOne}</small>`}
      ${answers}
    </fieldset>
    <div class="poll-foot">
      <span>${words.votes(sum)} · ${isClosed ? words.pollEnded : html`${words.ends} <${Time} seconds=${Math.round(Date.parse(poll.expiry) / 1_000)} style="R" />`}</span>
      <span class="grow"></span>
      ${!isOver && html`<button type="button" class="as-link" onClick=${() => setPeeking(!isPeeking)}>${isPeeking ? words.hideResults : words.showResults}</button>`}
      ${!showsResults && html`<button type="submit" class="button primary" disabled=${marked.length === 0}>${words.vote}</button>`}
      ${!isClosed && voted.length > 0 && html`<button type="button" class="as-link" onClick=${() => vote([])}>${words.removeVote}</button>`}
    </div>
  </form>`
}
