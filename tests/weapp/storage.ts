interface Told {
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
}

/** wx.*Storage* that keeps what it is given: the engine’s own forget everything. Each phone has its own. */
export function phoneStorage(): Readonly<Record<string, unknown>> {
  const kept = new Map<string, string>()
  const read = (key: string): unknown => {
    const text = kept.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }
  const done = (call: string, { success, complete }: Told, extra: object = {}) => {
    const result = { errMsg: `${call}:ok`, ...extra }
    success?.(result)
    complete?.(result)
  }
  return {
    setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
    getStorageSync: read,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    setStorage: (call: Told & { key: string; data: unknown }) => {
      kept.set(call.key, JSON.stringify(call.data))
      done('setStorage', call)
    },
    getStorage: (call: Told & { key: string }) => {
      if (kept.has(call.key)) return done('getStorage', call, { data: read(call.key) })
      const result = { errMsg: 'getStorage:fail data not found' }
      call.fail?.(result)
      call.complete?.(result)
    },
    removeStorage: (call: Told & { key: string }) => {
      kept.delete(call.key)
      done('removeStorage', call)
    },
  }
}
