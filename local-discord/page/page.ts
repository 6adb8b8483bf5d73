/** What every part of the page reaches: the state, the actions and the words of the person's language. */
import { createContext } from 'preact'
import { useContext, useLayoutEffect } from 'preact/hooks'
import type { Actions } from './actions.ts'
import { me, type Store, usePicked } from './state.ts'
import { type Words, wordsFor } from './words.ts'

export interface PageParts {
  store: Store
  actions: Actions
}

export const PageContext = createContext<PageParts | undefined>(undefined)

export function usePage(): PageParts {
  const parts = useContext(PageContext)
  if (parts === undefined) throw new Error('a part of the page is drawn outside of it')
  return parts
}

/** As Discord's client, in the language of the person that one is. */
export function useWords(): Words {
  const { store } = usePage()
  return wordsFor(usePicked(store, state => me(state)?.locale ?? 'en-US'))
}

/** When the part is gone and the focus with it, the focus goes back to where it was before the part came. */
export function useFocusBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
      })
    }
  }, [])
}
