import { JSDOM } from 'jsdom'

const shared = [
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'Event',
  'CustomEvent',
  'TouchEvent',
  'MutationObserver',
  'Text',
  'DocumentFragment',
] as const

/** The document that WeChat’s component engine paints into; it must stand before the engine is loaded. */
function openDocument(): void {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', {
    url: 'https://weapp.test/',
    pretendToBeVisual: true,
  })
  Object.assign(globalThis, { window }, Object.fromEntries(shared.map((name) => [name, window[name]])))
}

openDocument()

/** Ends the document’s own clock, so that a finished test run can end. */
export function closeDocument(): void {
  window.close()
}
