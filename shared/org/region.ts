import { z } from 'zod'
import { RegionId } from '../core/ids'

/** 地区层级, from the widest to the narrowest; 开发区/园区 (devzone) stands beside 镇街 (township). ROUTING.md, Words; 000 一(一). */
export const RegionLevel = z.enum(['city', 'district', 'township', 'devzone', 'community', 'grid'])
export type RegionLevel = z.infer<typeof RegionLevel>

/** 地区, as routing reads it: it names its parent, so that the chain 网格 → 社区 → 镇街 → 区县 → 市 can be walked. */
export const Region = z.object({
  name: z.string().optional(),
  level: RegionLevel,
  parent: RegionId.nullish(),
})
export type Region = z.infer<typeof Region>

/** What people call the level. */
export const regionLevelName: Readonly<Record<RegionLevel, string>> = {
  city: '市',
  district: '区县',
  township: '镇街',
  devzone: '开发区（园区）',
  community: '社区（村）',
  grid: '网格',
}
