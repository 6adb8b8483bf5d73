/** A select as Discord draws it: a field that opens a list; one choice closes it, of several the closing sends. Knows no message. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import type { EmojiView } from '../shapes.ts'
import { LabelEmoji, PlainText } from '../text/rich-text.ts'

export interface Choice {
  value: string
  label: string
  about?: string
  emoji?: EmojiView
}

export interface SelectProps {
  /** Of the field itself, for a label elsewhere. */
  id?: string
  /** What it is called to a screen reader. */
  label: string
  placeholder: string
  choices: readonly Choice[]
  chosen: readonly string[]
  minimum: number
  maximum: number
  disabled?: boolean
  busy?: boolean
  /** In a form. */
  required?: boolean
  invalid?: boolean
  describedBy?: string
  nothing: string
  onChoose: (values: string[]) => void
}

/** A list's height and a little more; nearer to the foot it opens upwards. */
const roomBelow = 300

export function Select(props: SelectProps): VNode {
  const { choices, maximum, minimum } = props
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<readonly string[]>(props.chosen)
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const [isUp, setUp] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isMany = maximum > 1
  const chosenKey = props.chosen.join('\n')
  useEffect(() => setMarked(props.chosen), [chosenKey])

  const needle = search.trim().toLocaleLowerCase()
  const shown = choices.filter(one => needle === '' || one.label.toLocaleLowerCase().includes(needle))

  const open = (): void => {
    if (props.disabled === true || isOpen) return
    const rect = box.current?.getBoundingClientRect()
    setUp(rect !== undefined && innerHeight - rect.bottom < roomBelow && rect.top > roomBelow)
    setSearch('')
    setAt(
      Math.max(
        0,
        choices.findIndex(one => props.chosen.includes(one.value)),
      ),
    )
    setOpen(true)
  }
  const close = (values: readonly string[]): void => {
    setOpen(false)
    setSearch('')
    if (values.join('\n') === chosenKey || values.length < minimum) {
      setMarked(props.chosen)
      return
    }
    props.onChoose([...values])
  }
  const pick = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    const without = marked.filter(one => one !== choice.value)
    if (!isMany) {
      const values = without.length === marked.length ? [choice.value] : minimum === 0 ? [] : marked
      setMarked(values)
      close(values)
      return
    }
    if (without.length < marked.length) setMarked(without)
    else if (marked.length < maximum) setMarked([...marked, choice.value])
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) {
      if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) {
        event.preventDefault()
        open()
      }
      return
    }
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') pick(shown[at])
    else if (event.key === 'Escape') close(isMany ? marked : props.chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const labels = marked.map(value => choices.find(one => one.value === value)?.label ?? value)

  return html`<div
    class="select ${isOpen ? 'open' : ''} ${isUp ? 'up' : ''} ${props.disabled === true ? 'disabled' : ''}"
    ref=${box}
    onFocusOut=${(event: FocusEvent) => {
      if (isOpen && !(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget) === true))
        close(isMany ? marked : props.chosen)
    }}
  >
    <div class="select-field" onClick=${open}>
      ${!isOpen && labels.length > 0 && html`<span class="select-labels">${labels.map(one => html`<span class="select-label"><${PlainText} source=${one} /></span>`)}</span>`}
      <input
        id=${props.id}
        role="combobox"
        aria-label=${labels.length > 0 ? `${props.label}: ${labels.join(', ')}` : props.label}
        aria-expanded=${isOpen}
        aria-controls=${`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant=${isOpen && shown[at] !== undefined ? `${id}-${at}` : undefined}
        aria-busy=${props.busy === true}
        aria-required=${props.required}
        aria-invalid=${props.invalid}
        aria-describedby=${props.describedBy}
        disabled=${props.disabled === true}
        placeholder=${labels.length > 0 && !isOpen ? '' : props.placeholder}
        value=${isOpen ? search : ''}
        readonly=${!isOpen}
        onInput=${(event: Event) => {
          setSearch((event.currentTarget as HTMLInputElement).value)
          setAt(0)
        }}
        onKeyDown=${onKey}
      />
      ${props.busy === true ? html`<span class="dots" aria-hidden="true">•••</span>` : html`<${Icon} name="down" />`}
    </div>
    ${
      isOpen &&
      html`<div class="select-list" role="listbox" id=${`${id}-list`} aria-label=${props.label} aria-multiselectable=${isMany} tabindex="-1">
      ${shown.length === 0 && html`<div class="nothing" role="option" aria-disabled="true" aria-selected="false">${props.nothing}</div>`}
      ${shown.map(
        (one, index) => html`<div
        key=${one.value}
        id=${`${id}-${index}`}
        role="option"
        aria-selected=${marked.includes(one.value)}
        class="choice ${index === at ? 'active' : ''}"
        ref=${index === at ? scrollTo : undefined}
        onMouseDown=${(event: Event) => event.preventDefault()}
        onMouseMove=${() => setAt(index)}
        onClick=${() => pick(one)}
      >
        <${LabelEmoji} emoji=${one.emoji} />
        <span class="choice-words"><span><${PlainText} source=${one.label} /></span>${one.about !== undefined && html`<small>${one.about}</small>`}</span>
        ${isMany ? html`<span class="tick ${marked.includes(one.value) ? 'on' : ''}">${marked.includes(one.value) && html`<${Icon} name="check" />`}</span>` : marked.includes(one.value) && html`<span class="chosen-mark"><${Icon} name="check" /></span>`}
      </div>`,
      )}
    </div>`
    }
  </div>`
}

export function scrollTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
