import { z } from 'zod'
import { RegionId, UnionId, UnitId } from '../core/ids'

/**
 * 单位性质: the list of 003 附件1 note 2 as routing's cases write it, with the two kinds that the rules need (劳务派遣单位, 社会组织). The values are
 * Chinese because the forms and the cases carry them as they stand.
 */
export const UnitKind = z.enum([
  '机关',
  '事业单位',
  '国有企业',
  '国有控股企业',
  '集体企业',
  '私营企业',
  '个体经济',
  '联营企业',
  '股份制企业',
  '外商投资企业',
  '港澳台投资企业',
  '劳务派遣单位',
  '社会组织',
  '其他',
])
export type UnitKind = z.infer<typeof UnitKind>

/** 单位, as routing reads it. `legalPerson` is true unless it says otherwise: a branch, project office or shop is part of its parent. */
export const Unit = z.object({
  name: z.string().optional(),
  /** The list of 003 ends in 等: a nature that is not on it is 其他. */
  kind: UnitKind.catch('其他'),
  region: RegionId.nullish(),
  parent: UnitId.nullish(),
  legalPerson: z.boolean().optional(),
  union: UnionId.nullish(),
  industry: z.string().nullish(),
  /** 联合工会 that list this unit: the other side of a union's `covers`. */
  coveredBy: z.array(UnionId).optional(),
})
export type Unit = z.infer<typeof Unit>
