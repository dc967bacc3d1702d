/** What adapters share about the work of a transaction. */

/** An answer with `ok: false`: the transaction is rolled back, the answer handed back. */
export function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/** Gives up work that takes too long, so that a hanging one does not hold up all others. */
export async function within<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`a transaction took longer than ${limitMs} ms and was given up`)),
      limitMs,
    )
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
