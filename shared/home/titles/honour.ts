import { z } from 'zod'
import { isHeld, type TitleLevel, type TitleState } from './title'

/** 工会系统的荣誉: 劳动奖状 for a unit, 劳动奖章 for whoever leads it (004 18, 分工 45). */
export const Honour = z.enum(['certificate', 'medal'])
export type Honour = z.infer<typeof Honour>

/** 推荐的前提 by region: the title is needed, or its lack is told and nothing more. */
export type HonourRule = 'needs-title' | 'tells'

export type HonourVerdict =
  { readonly kind: 'may'; readonly held: boolean } | { readonly kind: 'needs'; readonly level: TitleLevel }

/**
 * TH-23: a unit or its leader proposed for an honour of a level needs a union that holds 模范职工之家 of that very level; a higher one does not stand in for it (“相应层级”).
 */
export function mayPropose(
  level: TitleLevel,
  titles: Readonly<Partial<Record<TitleLevel, TitleState>>>,
  rule: HonourRule,
): HonourVerdict {
  const held = isHeld(titles[level] ?? 'none')
  return held || rule === 'tells' ? { kind: 'may', held } : { kind: 'needs', level }
}
