import { z } from 'zod'

const key = 'token'

/** Where the demo’s door, which stands in for WeChat, signed somebody in. */
export function token(): string | undefined {
  return localStorage.getItem(key) ?? undefined
}

/** Whom the demo’s token speaks for: its mark changes, the name in front of it does not. */
export function account(): string | undefined {
  return token()?.split('~')[0]
}

/** To where a browser signs in: the demo’s door where there is one, else by the phone. */
export function signIn(): void {
  localStorage.removeItem(key)
  const back = window.location.hash.slice(1)
  if (back.startsWith('/pages/sign-in/')) return
  void demoDoor().then((door) =>
    window.location.assign(door === undefined ? '/#/pages/sign-in/index' : `${door}?back=${encodeURIComponent(back)}`),
  )
}

const Door = z.object({ door: z.literal('/demo') })

/** Only a local system has one; what is deployed knows nothing of it. */
export async function demoDoor(): Promise<string | undefined> {
  try {
    const answer = await fetch('/demo/door')
    const found = Door.safeParse(await answer.json())
    return found.success ? found.data.door : undefined
  } catch {
    return undefined
  }
}
