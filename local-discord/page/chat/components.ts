/** Draws a message's components, of both kinds: https://discord.com/developers/docs/components/reference */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { ComponentView, MessageView } from '../shapes.ts'
import { usePicked } from '../state.ts'
import { LabelEmoji, PlainText, RichText } from '../text/rich-text.ts'
import { kinds } from './kinds.ts'
import { File, Gallery, Media, safeAddress } from './media.ts'
import { MessageSelect } from './message-select.ts'

export function Components({
  components,
  message,
}: {
  components: readonly ComponentView[]
  message: MessageView
}): VNode[] {
  return components.map(one => html`<${Component} component=${one} message=${message} />`)
}

function Component({ component, message }: { component: ComponentView; message: MessageView }): VNode | null {
  switch (component.type) {
    case kinds.actionRow:
      return html`<div class="action-row"><${Components} components=${component.components ?? []} message=${message} /></div>`
    case kinds.button:
      return html`<${Button} component=${component} message=${message} />`
    case kinds.stringSelect:
    case kinds.userSelect:
    case kinds.roleSelect:
    case kinds.mentionableSelect:
    case kinds.channelSelect:
      return html`<${MessageSelect} component=${component} message=${message} />`
    case kinds.section:
      return html`<div class="section">
        <div class="section-texts"><${Components} components=${component.components ?? []} message=${message} /></div>
        ${component.accessory && html`<div class="accessory"><${Component} component=${component.accessory} message=${message} /></div>`}
      </div>`
    case kinds.textDisplay:
      return html`<${RichText} source=${component.content ?? ''} />`
    case kinds.thumbnail:
      return html`<div class="thumbnail">
        <${Media} media=${component.media ?? { url: '' }} description=${component.description} spoiler=${component.spoiler} />
      </div>`
    case kinds.mediaGallery:
      return html`<${Gallery} items=${component.items ?? []} />`
    case kinds.file:
      return html`<${File} name=${component.name ?? ''} bytes=${component.size} url=${component.file?.url ?? ''} spoiler=${component.spoiler} />`
    case kinds.separator:
      return component.divider === false
        ? html`<div class="gap spacing-${component.spacing ?? 1}"></div>`
        : html`<hr class="spacing-${component.spacing ?? 1}" />`
    case kinds.container:
      return html`<${Container} component=${component} message=${message} />`
    default:
      return null
  }
}

function Container({ component, message }: { component: ComponentView; message: MessageView }): VNode {
  const words = useWords()
  const { accent_color: accent } = component
  // Through the object model, for the page's policy lets no style stand in markup.
  const paint = (element: HTMLElement | null): void => {
    if (accent != null) element?.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`)
  }
  const inner = html`<${Components} components=${component.components ?? []} message=${message} />`
  if (component.spoiler === true)
    return html`<details class="container spoiled ${accent == null ? '' : 'accented'}" ref=${paint}><summary>${words.spoiler}</summary>${inner}</details>`
  return html`<div class="container ${accent == null ? '' : 'accented'}" ref=${paint}>${inner}</div>`
}

/** https://discord.com/developers/docs/components/reference#button-button-styles */
const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'] as const
const linkStyle = 5

function Button({ component, message }: { component: ComponentView; message: MessageView }): VNode {
  const { store, actions } = usePage()
  const { custom_id: customId = '', emoji, label, style = 2 } = component
  const isBusy = usePicked(store, state =>
    state.pending.some(one => one.messageId === message.id && one.customId === customId && one.failure === null),
  )
  const words = html`<${LabelEmoji} emoji=${emoji} />${label !== undefined && html`<${PlainText} source=${label} />`}`
  if (style === linkStyle)
    return html`<a class="button link" href=${safeAddress(component.url)} target="_blank" rel="noopener noreferrer">
      ${words}<${Icon} name="link" />
    </a>`
  return html`<button
    type="button"
    class="button ${buttonStyles[style] ?? 'secondary'} ${isBusy ? 'busy' : ''}"
    aria-busy=${isBusy}
    disabled=${component.disabled === true}
    onClick=${() => {
      if (!isBusy) void actions.press(message, customId)
    }}
  >${words}</button>`
}
