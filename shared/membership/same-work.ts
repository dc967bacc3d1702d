import type { Situation } from './joining'

/**
 * 单位变没变: whether two answers tell of the same work. How many months a secondment has lasted goes on by itself and is no change of the workplace.
 */
export function isSameWork(one: Situation, other: Situation): boolean {
  return textOf(one) === textOf(other)
}

function textOf(situation: Situation): string {
  return JSON.stringify(situation.work === 'seconded' ? { ...situation, months: 0 } : situation, sorted)
}

/** Answers kept years ago may have their fields in another order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
