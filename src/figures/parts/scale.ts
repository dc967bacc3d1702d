import { max, min, nice, ticks } from 'd3-array'

/** 纵轴: round numbers from the least to the most, so that the line fills its field; `value` as a share of the height from above. */
export interface Scale {
  readonly ticks: readonly number[]
  readonly at: (value: number) => number
}

const lines = 4

export function scaleOf(values: readonly number[], from?: number): Scale {
  const most = max(values) ?? 0
  const least = Math.min(from ?? min(values) ?? 0, most)
  const [low, high] = nice(least, Math.max(most, least + lines), lines)
  return {
    ticks: ticks(low, high, lines).filter(Number.isInteger),
    at: (value) => 1 - (value - low) / (high - low),
  }
}
