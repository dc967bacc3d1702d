import { parseMobile } from '../../../shared/identity/mobile'
import { unreachable } from '../../../shared/core/unreachable'
import { educationName, householdName, industryName } from '../../../shared/membership/labels'
import { fullDayText } from '../today'
import type { NamedUnit } from './answers'
import { elsewhereToSend } from './elsewhere'
import { checkIdentity, householdOfDocument } from './identity-check'
import { establishmentChoices, workName } from './questions'
import { industryFor, monthsOf, placeFor, unitFor } from './situation'
import { pagesOf, type Facts, type Step } from './steps'
import { stepName } from './texts'

export interface SummaryRow {
  readonly heading: string
  readonly text: string
  /** The page where it is changed. */
  readonly step: Step
}

/** 核对: every answer with the page that changes it; what was derived stands there too, so that nobody sends what they never saw. */
export function summaryOf(facts: Facts): readonly SummaryRow[] {
  const work = [...workSteps(facts)].map((step) => ({ heading: stepName[step], text: workText(step, facts), step }))
  return [...work, ...identityRows(facts), ...detailRows(facts), ...elsewhereRows(facts)]
}

type WorkStep = Exclude<Step, 'start' | 'identity' | 'retired' | 'details' | 'elsewhere' | 'route' | 'letter' | 'check'>

function workSteps(facts: Facts): ReadonlySet<WorkStep> {
  const steps = new Set<WorkStep>(['work'])
  switch (facts.answers.work) {
    case undefined:
      break
    case 'unit':
      steps.add('unit')
      if (pagesOf(facts).includes('establishment')) steps.add('establishment')
      break
    case 'owner':
      steps.add('unit')
      break
    case 'dispatched':
      steps.add('agency').add('user-unit')
      break
    case 'outsourced':
      steps.add('employer').add('host')
      break
    case 'platform':
      steps.add('station').add('industry').add('place')
      break
    case 'several':
      steps.add('jobs').add('industry').add('place')
      break
    case 'seconded':
      steps.add('home').add('host').add('months')
      break
    case 'other':
      steps.add('note').add('place')
      break
    default:
      return unreachable(facts.answers.work)
  }
  return steps
}

function workText(step: WorkStep, facts: Facts): string {
  const { answers } = facts
  switch (step) {
    case 'work':
      return answers.work === undefined ? '' : workName(answers.work)
    case 'unit':
    case 'agency':
    case 'user-unit':
    case 'employer':
    case 'home':
    case 'host':
      return unitText(unitFor(facts, step))
    case 'establishment':
      return establishmentChoices.find(({ value }) => value === answers.establishment)?.label ?? ''
    case 'months':
      return `${monthsOf(answers) ?? ''} 个月`
    case 'jobs':
      return answers.jobs === undefined || answers.jobs.length === 0
        ? '没有固定的单位'
        : answers.jobs.map(unitText).join('、')
    case 'station':
      return answers.station === undefined || answers.station === 'none' ? '没有，自己接单' : unitText(answers.station)
    case 'industry': {
      const industry = industryFor(facts)
      return industry === undefined ? '' : industryName[industry]
    }
    case 'note':
      return answers.note ?? ''
    case 'place':
      return placeFor(facts)?.name ?? ''
    default:
      return unreachable(step)
  }
}

function unitText(unit: NamedUnit | undefined): string {
  if (unit === undefined) return ''
  return unit.reference.kind === 'by-hand' ? `${unit.name}（手工填写）` : unit.name
}

function identityRows(facts: Facts): readonly SummaryRow[] {
  const { identity } = facts.answers
  const { masked, documentName, sex, birth } = checkIdentity(identity, facts.today)
  const mobile = parseMobile(identity.mobile)
  const rows: readonly (readonly [string, string])[] = [
    ['姓名', identity.name.trim()],
    [documentName ?? '证件号码', masked ?? ''],
    ['性别', sex === undefined ? '' : sex === 'male' ? '男' : '女'],
    ['出生日期', birth === undefined ? '' : fullDayText(birth)],
    // In full: no check digit finds a slip here, only the person’s own eye.
    ['手机号', mobile.ok ? mobile.normalised : ''],
  ]
  return rows.filter(([, text]) => text !== '').map(([heading, text]) => ({ heading, text, step: 'identity' }))
}

function detailRows(facts: Facts): readonly SummaryRow[] {
  const { education, retired } = facts.answers
  const household = facts.answers.household ?? householdOfDocument(facts.answers, facts.today)
  return [
    ...(pagesOf(facts).includes('retired')
      ? [{ heading: stepName.retired, text: retired === true ? '已经退休' : '还没有', step: 'retired' as const }]
      : []),
    ...(education === undefined ? [] : [{ heading: '学历', text: educationName[education], step: 'details' as const }]),
    ...(household === undefined ? [] : [{ heading: '户籍', text: householdName[household], step: 'details' as const }]),
  ]
}

function elsewhereRows({ answers: { elsewhere }, today }: Facts): readonly SummaryRow[] {
  const told = elsewhere === undefined ? undefined : elsewhereToSend(elsewhere, today)
  if (told === undefined) return []
  const { unionName, since, proof } = told
  return [
    { heading: '转入前的工会', text: unionName, step: 'elsewhere' },
    ...(since === undefined ? [] : [{ heading: '在那里入会', text: fullDayText(since), step: 'elsewhere' as const }]),
    { heading: '会员证照片', text: proof === undefined ? '没有附' : '已附', step: 'elsewhere' },
  ]
}
