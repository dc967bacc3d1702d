/** Unique for one account within a day is all that it has to be; nothing secret hangs on it. */
export function newRequestId(): string {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

/** Which request an input is being sent as, until it was answered. */
export interface Pending {
  readonly input: string
  readonly requestId: string
}

/** The same input, sent again before an answer came, is the same request: 重试 after a lost network repeats the act instead of doing it twice. */
export function requestFor(pending: Pending | undefined, input: unknown, fresh: () => string): Pending {
  const text = JSON.stringify(input)
  return pending?.input === text ? pending : { input: text, requestId: fresh() }
}
