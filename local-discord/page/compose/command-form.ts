/** A command's options, filled in one after another with hints, choices and completions, by keyboard or mouse. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { CommandOption } from '../shapes.ts'
import type { Options } from '../wire.ts'
import { descriptionIn, type Entry, nameIn, optionTypes } from './entries.ts'
import { OptionPopup } from './option-popup.ts'
import { type Field, givenFile, readField } from './option-values.ts'
import { type Suggestion, useSuggestions } from './suggestions.ts'

export interface CommandFormProps {
  entry: Entry
  locale: string
  /** Back to plain writing, with this in the field. */
  onLeave: (text: string) => void
  onSent: () => void
}

/** The field at the end, which adds optional options. */
const adding = '+'

export function CommandForm({ entry, locale, onLeave, onSent }: CommandFormProps): VNode {
  const { actions } = usePage()
  const words = useWords()
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  const [fields, setFields] = useState<readonly Field[]>(() =>
    entry.options.filter(one => one.required === true).map(one => ({ name: one.name, text: '' })),
  )
  const [focused, setFocused] = useState<string>(() => fields[0]?.name ?? adding)
  const [addText, setAddText] = useState('')
  const [at, setAt] = useState(0)
  const [isPopupOpen, setPopupOpen] = useState(true)
  const [isTried, setTried] = useState(false)

  const optionOf = (name: string): CommandOption | undefined => entry.options.find(one => one.name === name)
  const rest = entry.options.filter(one => !fields.some(field => field.name === one.name))
  const field = fields.find(one => one.name === focused)
  const filled = (): Options =>
    Object.fromEntries(
      fields.flatMap(one => {
        const option = optionOf(one.name)
        const read = option === undefined ? undefined : readField(option, one, words)
        return read !== undefined && 'value' in read ? [[one.name, read.value]] : []
      }),
    )
  const { [focused]: _focused, ...others } = filled()
  const suggestions = useSuggestions(
    entry,
    field?.picked === undefined ? optionOf(focused) : undefined,
    field?.text ?? '',
    others,
    locale,
  )
  const additions: Suggestion[] = rest
    .filter(one => nameIn(one, locale).startsWith(addText.trim()))
    .map(one => ({ label: nameIn(one, locale), about: descriptionIn(one, locale), value: one.name }))
  const list = focused === adding ? additions : suggestions.list
  const faultOf = (one: Field): string | undefined => {
    const option = optionOf(one.name)
    const read = option === undefined ? undefined : readField(option, one, words)
    return isTried && read !== undefined && 'fault' in read ? read.fault : undefined
  }

  // The field that is filled in has the focus; a new one gets it when it is drawn.
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(focused)}"]`)?.focus()
  }, [focused, fields.length])

  const change = (name: string, next: Partial<Field>): void => {
    setFields(
      fields.map(one =>
        one.name === name
          ? { name, text: next.text ?? one.text, ...(next.picked === undefined ? {} : { picked: next.picked }) }
          : one,
      ),
    )
    setAt(0)
    setPopupOpen(true)
  }
  const add = (name: string, text = ''): void => {
    setFields([...fields, { name, text }])
    setAddText('')
    setAt(0)
    setFocused(name)
  }
  /** What is the beginning of no option's name is meant for the first option that is left. */
  const typeToAdd = (text: string): void => {
    const [first] = rest
    if (first !== undefined && !rest.some(one => nameIn(one, locale).startsWith(text.trim())))
      return add(first.name, text)
    setAddText(text)
    setAt(0)
  }
  const remove = (name: string): void => {
    const left = fields.filter(one => one.name !== name)
    setFields(left)
    setFocused(left.at(-1)?.name ?? adding)
  }
  const pick = (suggestion: Suggestion): void => {
    if (focused === adding) return typeof suggestion.value === 'string' ? add(suggestion.value) : undefined
    change(focused, { text: suggestion.label, picked: suggestion.value })
    const next = fields.find(one => one.name !== focused && one.text === '' && one.picked === undefined)
    setFocused(next?.name ?? (rest.length > 0 ? adding : focused))
  }
  const submit = (): void => {
    setTried(true)
    const faulty = fields.find(one => {
      const option = optionOf(one.name)
      return option !== undefined && 'fault' in readField(option, one, words)
    })
    if (faulty !== undefined) {
      setFocused(faulty.name)
      setPopupOpen(true)
      return
    }
    void actions.slash(entry.line, filled())
    onSent()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const active = isPopupOpen ? list[at] : undefined
    const isEmpty = focused === adding ? addText === '' : field?.text === '' && field.picked === undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.length === 0) return
      setPopupOpen(true)
      setAt(focused === adding && at < 0 ? 0 : (at + (event.key === 'ArrowDown' ? 1 : list.length - 1)) % list.length)
    } else if (event.key === 'Enter') {
      // At the end one sends; an optional option is added only when it was pointed at or typed.
      const isSending = focused === adding && addText === '' && at < 0
      if (active !== undefined && !isSending) pick(active)
      else submit()
    } else if (event.key === 'Tab' && !event.shiftKey && active !== undefined && !isEmpty) pick(active)
    else if (event.key === 'Escape') {
      if (isPopupOpen && list.length > 0) setPopupOpen(false)
      else onLeave('')
    } else if (event.key === 'Backspace' && isEmpty) {
      const optional = fields.findLast(one => optionOf(one.name)?.required !== true)
      if (focused !== adding && optionOf(focused)?.required !== true) remove(focused)
      else if (focused === adding && fields.length > 0) setFocused((optional ?? fields.at(-1))?.name ?? adding)
      else onLeave(entry.shown)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const attach = (name: string, file: File | undefined): void => {
    if (file === undefined) return
    void actions.attempt(givenFile(file).then(given => change(name, { text: file.name, picked: given })))
  }
  const comboboxOf = (name: string): Record<string, unknown> => ({
    'data-option': name,
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': focused === name && list.length > 0,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': focused === name && list[at] !== undefined ? `${id}-list-${at}` : undefined,
    onKeyDown: onKey,
    onFocus: () => {
      setFocused(name)
      setAt(name === adding ? -1 : 0)
    },
  })

  const hint = optionOf(focused)
  return html`<form class="command-form" ref=${box} onSubmit=${(event: Event) => {
    event.preventDefault()
    submit()
  }}>
    <${OptionPopup}
      id=${`${id}-list`}
      title=${hint === undefined ? entry.shown : nameIn(hint, locale)}
      about=${hint === undefined ? entry.description : descriptionIn(hint, locale)}
      fault=${field === undefined ? undefined : faultOf(field)}
      suggestions=${{ state: focused === adding ? 'done' : suggestions.state, list: isPopupOpen ? list : [] }}
      isSearching=${hint?.autocomplete === true && field?.picked === undefined && (field?.text ?? '') !== ''}
      at=${at}
      onPick=${pick}
      onPoint=${setAt}
    />
    <div class="field" onClick=${(event: Event) => {
      if (event.target === event.currentTarget) setFocused(rest.length > 0 ? adding : focused)
    }}>
      <button type="button" class="icon-button" aria-label=${words.cancel} onClick=${() => onLeave('')}><${Icon} name="close" /></button>
      <span class="command-chip">${entry.shown}</span>
      ${fields.map(one => {
        const option = optionOf(one.name)
        const label = option === undefined ? one.name : nameIn(option, locale)
        const isFile = option?.type === optionTypes.attachment
        return html`<label class="option ${focused === one.name ? 'focused' : ''} ${faultOf(one) === undefined ? '' : 'faulty'}" key=${one.name}>
          <span class="option-name">${label}</span>
          ${
            isFile
              ? html`<input type="file" data-option=${one.name} onKeyDown=${onKey} onFocus=${() => setFocused(one.name)} onChange=${(event: Event) => attach(one.name, (event.currentTarget as HTMLInputElement).files?.[0])} />`
              : html`<input
                ...${comboboxOf(one.name)}
                size=${Math.max(4, Math.min(40, one.text.length + 1))}
                aria-invalid=${faultOf(one) !== undefined}
                value=${one.text}
                onInput=${(event: Event) => change(one.name, { text: (event.currentTarget as HTMLInputElement).value })}
              />`
          }
        </label>`
      })}
      ${
        rest.length > 0 &&
        html`<input
        ...${comboboxOf(adding)}
        class="add-option"
        aria-label=${words.more(rest.length)}
        placeholder=${words.more(rest.length)}
        value=${addText}
        onInput=${(event: Event) => typeToAdd((event.currentTarget as HTMLInputElement).value)}
      />`
      }
      ${fields.length === 0 && rest.length === 0 && html`<input data-option=${adding} class="add-option" aria-label=${entry.shown} value="" readonly onKeyDown=${onKey} />`}
      <button type="submit" class="icon-button send-button" aria-label=${words.send}><${Icon} name="send" /></button>
    </div>
  </form>`
}
