/** WeChat signs every call in by itself: a call that nobody is signed in to is shown like any other refusal. */
export function signIn(): void {}

export async function demoDoor(): Promise<string | undefined> {
  return undefined
}
