/** Whole numbers below this prime: their products are exact, and no sum of a few figures vanishes by it. */
const prime = 94_906_249

type Row = readonly number[]

/** Whether some sum or difference of the rows, each as often as one likes, is this one. */
export function derivableFrom(rows: readonly Row[]): (wanted: Row) => boolean {
  const steps: { readonly at: number; readonly row: Row }[] = []
  const rest = (row: Row) =>
    steps.reduce<Row>((left, { at, row: taken }) => {
      const times = left[at] ?? 0
      return times === 0 ? left : left.map((value, column) => inField(value - times * (taken[column] ?? 0)))
    }, row.map(inField))
  for (const row of rows) {
    const left = rest(row)
    const at = left.findIndex((value) => value !== 0)
    if (at < 0) continue
    const factor = inverse(left[at] ?? 1)
    steps.push({ at, row: left.map((value) => inField(value * factor)) })
  }
  return (wanted) => rest(wanted).every((value) => value === 0)
}

function inField(value: number): number {
  const left = value % prime
  return left < 0 ? left + prime : left
}

/** By Fermat. */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = inField(result * base)
    base = inField(base * base)
  }
  return result
}

/** Every choice of so many, the empty one too. */
export function everyChoice(count: number): readonly (readonly boolean[])[] {
  return count === 0
    ? [[]]
    : everyChoice(count - 1).flatMap((chosen) => [
        [...chosen, false],
        [...chosen, true],
      ])
}
