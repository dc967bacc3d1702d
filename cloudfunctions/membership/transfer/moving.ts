import { chinaDay } from '../../../shared/core/time'
import type { ChangeReason } from '../../../shared/membership/life'
import type { Situation } from '../../../shared/membership/joining'
import type { TransferRecord } from '../../_kernel/records/transfers'
import type { Call } from '../../_kernel/serve'
import type { UnionLabel } from '../joining/assess'
import { changing, type ChangePorts } from '../life/change'
import { workplaceOf } from '../life/workplace'
import { openTransferSecrets } from './secrets'

/** What belongs to the work that was left, and is gone unless the new one brings its own. */
export const leftBehind = { unit: undefined, agency: undefined, seconded: undefined, contractUntil: undefined } as const

/** 会籍随劳动关系流动 (T5): the membership of a transfer that both sides have done with, under its number and its first day. */
export function moving(
  before: TransferRecord,
  { to }: Pick<TransferRecord, 'to'>,
  ports: ChangePorts & Pick<Call<unknown>, 'sealer'>,
) {
  const { person, change, from, clause, followUps, unit, unitName } = before
  const { situation } = openTransferSecrets(before, ports)
  if (to === undefined || situation === undefined) throw new Error('a transfer is done without knowing where to')
  return changing(
    {
      person,
      change,
      reason: reasonOf(change, situation),
      on: chinaDay(ports.now),
      from: named(from),
      union: named(to),
      facts: { ...leftBehind, ...workplaceOf(person, situation, { unit, unitName }, ports), followUps: [...followUps] },
      clause,
      tell: `转会办好了，您现在是${to.name}的会员。会员号和入会时间不变。`,
    },
    ports,
  )
}

function reasonOf(change: TransferRecord['change'], { work }: Situation): ChangeReason {
  if (change === 'resume') return 'working-again'
  return work === 'seconded' ? 'secondment' : 'changed-unit'
}

const named = ({ union, name }: UnionLabel) => ({ _id: union, name })
