import { Scene } from '../../shared/core/ids'

export type Scanned =
  | { readonly kind: 'scene'; readonly scene: string }
  /** A code, but not one of ours. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unsupported' }

/** 邀请码 of a page’s parameters: `scene` of a mini-program code, or `q`, the link of an ordinary QR code. */
export function sceneOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  return checked(decoded(params['scene'])) ?? sceneIn(decoded(params['q']))
}

/** What a scanned text means: a link of ours, a mini-program path, or something else. */
export function readScanned(text: string): Scanned {
  const scene = sceneIn(text)
  return scene === undefined ? { kind: 'foreign' } : { kind: 'scene', scene }
}

function sceneIn(text: string | undefined): string | undefined {
  return checked(decoded(/[?&]scene=([^&#]*)/.exec(text ?? '')?.[1]))
}

function checked(scene: string | undefined): string | undefined {
  return Scene.safeParse(scene).success ? scene : undefined
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}
