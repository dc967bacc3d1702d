/** 标准: 六有, 六个规范, 八有, and 职工之家 of 企业, 机关事业, 区域行业 (001 第一至三类). */
export const standardKeys = ['six-have', 'six-norms', 'eight-have', 'ENT', 'PUB', 'REG'] as const
export type StandardKey = (typeof standardKeys)[number]
export type Category = Extract<StandardKey, 'ENT' | 'PUB' | 'REG'>

/**
 * 条目的状态. `met`, `gap`: as records say, or as the last assessment found; `open`: records cannot tell and nobody has looked yet; `claimed`: the union has
 * answered, and nobody has looked; `not-meant`: it means others.
 */
export const itemStates = ['met', 'gap', 'open', 'claimed', 'not-meant'] as const
export type ItemState = (typeof itemStates)[number]
