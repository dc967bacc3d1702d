import { committeeName, CommitteeKind } from '../../../shared/org/committees'
import { roleName } from '../../../shared/org/officers'
import type { ElectionDraft, ElectionStep } from './draft'

/** 选举结果, in a line each, and where each is changed. */
export function electionFacts(
  { heldOn, termYears, seats, chairs, posts }: ElectionDraft,
  dayText: (day: string | undefined) => string,
): readonly {
  readonly heading: string
  readonly text: string
  readonly step: ElectionStep
}[] {
  return [
    { heading: '会员（代表）大会', text: dayText(heldOn), step: 'meeting' },
    ...(termYears === undefined ? [] : [{ heading: '任期', text: `${termYears} 年`, step: 'meeting' as const }]),
    ...CommitteeKind.options.flatMap((kind) =>
      (chairs[kind] ?? '') === ''
        ? []
        : [{ heading: committeeName[kind], text: `${chairs[kind]}，${seats[kind]} 人`, step: 'committees' as const }],
    ),
    ...posts.flatMap(({ role, name, mobile }) =>
      name === '' ? [] : [{ heading: roleName[role], text: `${name}，${mobile}`, step: 'leaders' as const }],
    ),
  ]
}
