/** WeChat signs every call in by itself: a call that nobody is signed in to is shown like any other refusal. */
export function signIn(): void {}

/** WeChat keeps what lies on the phone apart for each account. */
export function account(): string | undefined {
  return undefined
}

export async function demoDoor(): Promise<string | undefined> {
  return undefined
}
