import { z } from 'zod'
import { FileId } from '../../core/ids'
import { shownText } from '../../core/shown-text'
import { IsoDate } from '../../core/time'

/**
 * 会员(代表)大会 and 职工(代表)大会: two kinds of meeting under two laws, of two bodies, with powers of their own (000 三(一)). What the minutes of both hold stands in `held`;
 * each kind adds its own powers and the word that tells it from the other, so that nothing that is one can be read as the other.
 */
export const mostPapers = 6
export const mostLines = 20

const oneLine = (text: string) => !text.includes('\n')
const line = (least: string, most: number) => shownText(least, most).refine(oneLine, '请写在一行')
const people = z.number('请填人数').int('请填整数').min(0, '请填人数').max(1_000_000, '请核对人数')
const ordinal = (ask: string) => z.number(ask).int('请填整数').min(1, ask).max(99, '请核对一下，数太大了')

/** 开会的形式: everybody comes; or delegates, of whom so many are women, 劳务派遣工, 农民工 (000 二(一)). One delegate may be all three. */
export const Convened = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('everybody') }),
  z.strictObject({ form: z.literal('delegates'), women: people, dispatched: people, rural: people }),
])
export type Convened = z.infer<typeof Convened>

/** 决议: its words, and how many voted for it where they were counted. */
export const Resolution = z.strictObject({ text: shownText('请写决议内容', 300), agreed: people.optional() })
export type Resolution = z.infer<typeof Resolution>

/** 纸质档案: paper stays obligatory (001 基础建设); the record says where it lies, under which number, and never takes its place. */
export const Paper = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('not-yet') }),
  z.strictObject({
    kept: z.literal('paper'),
    place: line('请写放在哪里，例如：工会办公室 2 号柜', 60),
    volume: line('请写档案卷号', 40),
  }),
])
export type Paper = z.infer<typeof Paper>

const heldShape = {
  /** 第几届、第几次. */
  period: ordinal('请填第几届'),
  session: ordinal('请填第几次会议'),
  day: IsoDate,
  place: line('请写开会的地方', 60),
  convened: Convened,
  /** 应到、实到. */
  entitled: people.min(1, '请填应到人数'),
  attended: people,
  /** 会标, as it hung there; empty is none. */
  banner: z.union([z.literal(''), line('请照会标写', 60)]),
  agenda: z.array(line('请写议程', 100)).max(mostLines, `最多 ${mostLines} 项`),
  resolutions: z.array(Resolution).max(mostLines, `最多 ${mostLines} 项`),
  papers: z.array(FileId).max(mostPapers, `最多 ${mostPapers} 张`),
  paper: Paper,
}

/** 会员(代表)大会的职权: 基层工会会员代表大会条例第七条. */
export const MemberPower = z.enum(['committee-report', 'audit-report', 'assess', 'elect', 'recall', 'decide-union'])
export type MemberPower = z.infer<typeof MemberPower>

/** 职工(代表)大会的职权: 企业民主管理规定第十三、十四条. */
export const StaffPower = z.enum(['hear', 'adopt', 'elect-staff', 'supervise', 'appraise', 'decide-staff'])
export type StaffPower = z.infer<typeof StaffPower>

interface Countable {
  readonly entitled: number
  readonly attended: number
  readonly convened: Convened
  readonly resolutions: readonly Resolution[]
}

/** 人数前后对得上. */
function fits({ value, issues }: z.core.ParsePayload<Countable>): void {
  const wrong = (message: string, ...path: (string | number)[]) =>
    issues.push({ code: 'custom', message, path, input: value })
  const { entitled, attended, convened, resolutions } = value
  if (attended > entitled) wrong('实到不能比应到多', 'attended')
  if (convened.form === 'delegates')
    for (const group of ['women', 'dispatched', 'rural'] as const)
      if (convened[group] > entitled) wrong('不能比代表总数多', 'convened', group)
  resolutions.forEach(({ agreed }, at) => {
    if (agreed !== undefined && agreed > attended) wrong('赞成的不能比实到的多', 'resolutions', at, 'agreed')
  })
}

/** 会员(代表)大会的记录. */
export const MemberCongress = z
  .strictObject({ meeting: z.literal('members'), ...heldShape, powers: z.array(MemberPower).max(6) })
  .check(fits)
export type MemberCongress = z.infer<typeof MemberCongress>

/** 职工(代表)大会的记录; 提案 sent in and dealt with (001 制度(4)). */
export const StaffCongress = z
  .strictObject({
    meeting: z.literal('staff'),
    ...heldShape,
    powers: z.array(StaffPower).max(6),
    proposals: z.strictObject({ received: people, answered: people }),
  })
  .check(fits)
  .refine(({ proposals: { received, answered } }) => answered <= received, {
    error: '办了的不能比收到的多',
    path: ['proposals', 'answered'],
  })
export type StaffCongress = z.infer<typeof StaffCongress>

/** 哪一种会. */
export type MeetingKind = (MemberCongress | StaffCongress)['meeting']
export const MeetingKind = z.enum(['members', 'staff'])
