export type Updating = 'restarting' | 'downloading' | 'by-hand'

/** A browser fetches the new version when the page is loaded. */
export function watchForUpdate(): void {}

/** Loads the first page anew, from the server. */
export function update(): Updating {
  window.location.assign('/')
  return 'restarting'
}
