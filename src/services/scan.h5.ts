import type { Scanned } from './scene'

export { codeOf, sceneOf } from './scene'

/** A browser does not scan: the phone’s own camera opens a poster’s link. */
export async function scan(): Promise<Scanned> {
  return { kind: 'unsupported' }
}
