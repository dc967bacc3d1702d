import { z } from 'zod'

/** 评议种类 (001 满意度测评): 会员评家 by a union’s own members, 区域内随机抽查 by members who were drawn, 职工满意率调查 by staff, members or not. */
export const ReviewKind = z.enum(['members', 'sample', 'staff'])
export type ReviewKind = z.infer<typeof ReviewKind>

/** 方式 (VOTE-03): by phone, on paper, or either. */
export const ReviewForm = z.enum(['electronic', 'written', 'mixed'])
export type ReviewForm = z.infer<typeof ReviewForm>

/** 满意 / 基本满意 / 不满意 (002 工作绩效2). */
export const Grade = z.enum(['satisfied', 'mostly', 'dissatisfied'])
export type Grade = z.infer<typeof Grade>

/** 等次: those that a review offers, best first; whoever offers two leaves 基本满意 out. */
export const GradesOffered = z
  .array(Grade)
  .min(2)
  .refine((grades) => Grade.options.filter((each) => grades.includes(each)).join() === grades.join())
  .refine((grades) => grades.includes('satisfied') && grades.includes('dissatisfied'))
  .readonly()

/** How many gave each grade. */
export type Grades = Readonly<Record<Grade, number>>

export const noGrades: Grades = { satisfied: 0, mostly: 0, dissatisfied: 0 }

export function ballotsIn({ satisfied, mostly, dissatisfied }: Grades): number {
  return satisfied + mostly + dissatisfied
}

/** 合计: paper and phone are only ever shown as this one sum. */
export function sumOf(...parts: readonly Grades[]): Grades {
  return parts.reduce(
    (sum, part) => ({
      satisfied: sum.satisfied + part.satisfied,
      mostly: sum.mostly + part.mostly,
      dissatisfied: sum.dissatisfied + part.dissatisfied,
    }),
    noGrades,
  )
}
