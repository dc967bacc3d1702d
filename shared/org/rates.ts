import { unreachable } from '../core/unreachable'
import type { ToldFigures } from './figures'

/** 建会率、职工入会率、农民工入会率 (001; REQUIREMENTS A8), and how many members activated their card. */
export const rateKeys = ['units', 'members', 'rural', 'cards'] as const
export type RateKey = (typeof rateKeys)[number]

/** 率: two whole numbers. It is never kept or compared as a fraction with a point. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Where each rate comes from (docs/rules/figures.md, R1–R4). Retained members are in none; a union whose staff nobody knows is in neither number of its rate,
 * so that members without a denominator cannot raise it.
 */
export function rateOf(key: RateKey, figures: ToldFigures): Rate {
  switch (key) {
    case 'units':
      return { numerator: figures.unitsOrganised, denominator: figures.unitsDue }
    case 'members':
      return { numerator: figures.ratedMembers, denominator: figures.staff }
    case 'rural':
      return { numerator: figures.ratedRural, denominator: figures.ruralStaff }
    case 'cards':
      return { numerator: figures.cards, denominator: figures.members }
    default:
      return unreachable(key)
  }
}

/** 达标, 含本数: whole numbers are compared; undefined where there is nothing to compare. */
export function meets({ numerator, denominator }: Rate, percent: number): boolean | undefined {
  return denominator === 0 ? undefined : numerator * 100 >= percent * denominator
}

/** How many more it takes. */
export function missing({ numerator, denominator }: Rate, percent: number): number {
  return Math.max(0, Math.ceil((percent * denominator - numerator * 100) / 100))
}

/** 率的目标, in percent: of a union that has others below it, and of one that has none (001: 区域 90、80; 单位 100). */
export interface RateTargets {
  readonly region: { readonly [Key in RateKey]?: number | undefined }
  readonly unit: { readonly [Key in RateKey]?: number | undefined }
}
