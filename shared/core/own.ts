/** The last of a list. `at(-1)` is newer than the oldest phones that the mini-program runs on. */
export function last<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}

/** Whether an object itself has this key. `Object.hasOwn` is newer than the oldest phones that the mini-program runs on. */
export function hasOwn(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key)
}
