import { fullDayInWords } from '../../../shared/core/calendar'
import { unreachable } from '../../../shared/core/unreachable'
import { reasonName } from '../../../shared/membership/labels'
import type { MembershipEventRecord } from '../../_kernel/records/memberships'

/** 会籍变动的一条, as the member, the officers and the export read it. */
export function sentenceOf(event: MembershipEventRecord): string {
  const { kind, reason, decidedOn, on } = event
  if (kind === 'deceased') return on === undefined ? '登记去世' : `登记去世，${fullDayInWords(on)}去世`
  const because = reason === undefined ? '' : `（${reasonName[reason]}）`
  const from = on === undefined ? '' : `，自 ${fullDayInWords(on)}起`
  const decision = decidedOn === undefined ? '' : `，委员会 ${fullDayInWords(decidedOn)}讨论通过`
  return `${whatHappened(event)}${because}${from}${decision}`
}

function whatHappened({
  kind,
  unionName,
  fromUnionName,
  fromOutside,
  fromRoster,
  unitName,
  fromUnitName,
  noted,
}: MembershipEventRecord): string {
  switch (kind) {
    case 'joined':
      return fromRoster ? `按花名册登记为${unionName}的会员` : `加入${unionName}`
    case 'resumed':
      return `会籍接续到${unionName}`
    case 'bound':
      return '绑定了微信'
    case 'corrected':
      return `经${unionName}核对，更正了资料`
    case 'confirmed':
      return '核对过资料，没有变化'
    case 'noted':
      return whatIsOnFile(noted)
    case 'merged':
      return '两份重复的登记合并成一份'
    case 'moved':
      if (fromOutside !== undefined) return `从${fromOutside}转入${unionName}`
      return fromUnionName === undefined ? `转到${unionName}` : `从${fromUnionName}转到${unionName}`
    case 'retained':
      return `会籍保留在${unionName}`
    case 'left':
      return `退出${unionName}`
    case 'expelled':
      return `被${unionName}开除会籍`
    case 'deceased':
      return '登记去世'
    case 'reinstated':
      return `${unionName}撤销了错误的登记，会籍恢复`
    case 'entrusted':
      return '委托其他工会管理，会籍和投票仍在原工会'
    case 'entrust-ended':
      return '委托管理结束'
    case 'workplace-changed':
      return fromUnitName === undefined || fromUnitName === ''
        ? `工作单位写作${unitName ?? ''}，还在${unionName}`
        : `工作单位从${fromUnitName}改成${unitName ?? ''}，还在${unionName}`
    case 'unit-merged':
      return `单位重复登记，合并后写作${unitName ?? ''}`
    default:
      return unreachable(kind)
  }
}

function whatIsOnFile(noted: MembershipEventRecord['noted']): string {
  switch (noted?.what) {
    case 'contract':
      return `记下合同到期日：${fullDayInWords(noted.until)}`
    case 'secondment':
      return `记下借调，自 ${fullDayInWords(noted.since)}起`
    case 'contract-over':
      return '原来的合同结束'
    case 'secondment-over':
      return '借调结束'
    case undefined:
      return '核对过资料'
    default:
      return unreachable(noted)
  }
}
