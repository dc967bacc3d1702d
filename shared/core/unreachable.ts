/** Stands in the `default` of an exhaustive switch: a forgotten case is a compile error, and at run time a bug that names itself. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
