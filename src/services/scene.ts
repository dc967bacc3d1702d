import { ConfirmationCode, HandedCode, Scene, SlipText } from '../../shared/core/ids'

export type Scanned =
  | { readonly kind: 'scene'; readonly scene: string }
  /** A code that a desk page shows, or that an officer hands over: the page it belongs to, and itself. */
  | { readonly kind: 'code'; readonly page: CodePage; readonly code: string }
  /** A code, but not one of ours. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unsupported' }

/** Pages that a code leads to: `/m/confirm?code=…` in the cloud, `#/pages/confirm/index?code=…` on one machine. */
const codePages = ['confirm', 'office', 'binding', 'certificate', 'card/verify', 'review/slip'] as const
export type CodePage = (typeof codePages)[number]
const codeLink = /\/(?:m|pages)\/([a-z/]+?)(?:\/index)?\?(?:[^#]*&)?code=([^&#]+)/

/** 邀请码 of a page’s parameters: `scene` of a mini-program code, or `q`, the link of an ordinary QR code. */
export function sceneOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  return checked(decoded(params['scene'])) ?? sceneIn(decoded(params['q']))
}

/** 确认码、任职码、绑定码、证明码、纸条上的码 of a page’s parameters: `code`, or inside `q`, the link that WeChat’s own camera scanned. */
export function codeOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  const scanned = codeIn(decoded(params['q']))
  return soundCode(decoded(params['code'])) ?? scanned?.code
}

/** What a scanned text means: a link of ours, a mini-program path, or something else. */
export function readScanned(text: string): Scanned {
  const scene = sceneIn(text)
  if (scene !== undefined) return { kind: 'scene', scene }
  return codeIn(text) ?? { kind: 'foreign' }
}

function codeIn(text: string | undefined): Extract<Scanned, { kind: 'code' }> | undefined {
  const [, named, code] = codeLink.exec(text ?? '') ?? []
  const page = codePages.find((one) => one === named || one.endsWith(`/${named}`))
  const sound = soundCode(decoded(code))
  if (sound === undefined || page === undefined) return undefined
  return { kind: 'code', page, code: sound }
}

function sceneIn(text: string | undefined): string | undefined {
  return checked(decoded(/[?&]scene=([^&#]*)/.exec(text ?? '')?.[1]))
}

function checked(scene: string | undefined): string | undefined {
  return Scene.safeParse(scene).success ? scene : undefined
}

function soundCode(code: string | undefined): string | undefined {
  const known = [ConfirmationCode, HandedCode, SlipText].some((one) => one.safeParse(code).success)
  return known ? code : undefined
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}
