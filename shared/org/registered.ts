import { z } from 'zod'
import { refuse, succeed, type Outcome } from '../core/outcome'
import { foundableAlone, foundableTogether } from './founding'
import { UnionType } from './union'
import { UnitKind } from './unit'

/** 登记的项: not told at a round, but decided; the union above enters what changed. */
export const registeredFields = ['unitName', 'unitKind', 'name', 'type'] as const
export type RegisteredField = (typeof registeredFields)[number]

/** 市、区县总工会: they set rules for their place, so that no union becomes one, or stops being one, by an entry in the registry. */
const general: readonly UnionType[] = ['city_general', 'district_general']
const kinds: readonly (readonly UnionType[])[] = [
  foundableAlone,
  foundableTogether,
  UnionType.options.filter(
    (type) => ![...foundableAlone, ...foundableTogether, ...general].some((one) => one === type),
  ),
]

/** 可以改成的类型: of the same sort. A union of one unit becomes one of several, or one that leads others, by founding and ending alone. */
export function typesLike(type: UnionType): readonly UnionType[] {
  return kinds.find((kind) => kind.includes(type)) ?? [type]
}

/** 单位名称, as its licence has it: sixty letters, so that its entries for 检索 change in one transaction. */
const UnitName = z.string().trim().min(2).max(60)
const UnionName = z.string().trim().min(4, '请写工会全称').max(60, '最多 60 个字')

export type RegisteredChange =
  | { readonly field: 'unitName'; readonly after: string }
  | { readonly field: 'name'; readonly after: string }
  | { readonly field: 'type'; readonly after: UnionType }
  | { readonly field: 'unitKind'; readonly after: UnitKind }

/** 改登记的项: what is read, or a sentence that says how to mend it. */
export function readRegistered(
  field: RegisteredField,
  raw: string,
  { type, hasUnit }: { readonly type: UnionType; readonly hasUnit: boolean },
): Outcome<RegisteredChange, 'FIELD_INVALID'> {
  switch (field) {
    case 'unitName': {
      const name = UnitName.safeParse(raw)
      if (!hasUnit) return wrong('这个工会没有自己的单位，不用填单位名称')
      return name.success ? succeed({ field, after: name.data }) : wrong('请写单位全称，和营业执照上一样，2 到 60 个字')
    }
    case 'name': {
      const name = UnionName.safeParse(raw)
      return name.success ? succeed({ field, after: name.data }) : wrong('请写工会全称，4 到 60 个字')
    }
    case 'type': {
      const after = typesLike(type).find((one) => one === raw)
      return after === undefined ? wrong('这类工会不能直接改成那一类，请另行建会') : succeed({ field, after })
    }
    case 'unitKind': {
      const kind = UnitKind.safeParse(raw)
      if (!hasUnit) return wrong('这个工会没有自己的单位，不用填单位性质')
      return kind.success ? succeed({ field, after: kind.data }) : wrong('请从名单里选单位性质')
    }
  }
}

function wrong(message: string) {
  return refuse('FIELD_INVALID' as const, { field: 'value', message })
}
