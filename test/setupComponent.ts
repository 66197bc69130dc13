import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

declare global {
  // React warns of an update that no test waited for only where this is set.
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

configure({
  // What comes late because the machine is busy has still come.
  asyncUtilTimeout: 20_000,
  // Without the whole page as text, which is written anew each time that something has not come yet.
  getElementError: (message) => new Error(message ?? 'not found'),
})

// Nothing changes size here, so there is nothing to observe.
globalThis.ResizeObserver = class implements ResizeObserver {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}

// jsdom has no media queries: a light, wide screen that never changes.
globalThis.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })

afterEach(cleanup)
