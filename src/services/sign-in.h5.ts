const key = 'token'

export function token(): string | undefined {
  return localStorage.getItem(key) ?? undefined
}

/** To where a browser signs in, and back to this page afterwards. */
export function signIn(): void {
  localStorage.removeItem(key)
  const back = window.location.hash.slice(1)
  window.location.assign(`/demo?back=${encodeURIComponent(back)}`)
}
