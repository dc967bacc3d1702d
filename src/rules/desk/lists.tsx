import type { PolicyDesk, PolicyRow, ProposedRow } from '../../../shared/contract/registry-policies'
import { Card } from '../../components/Card'
import { Fold } from '../../components/Fold'
import { ListRow } from '../../components/ListRow'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { fullDayText } from '../../pages/today'
import { go } from '../../services/route'
import { valueText } from '../parts/value-text'
import { policyGroups, policyWords } from '../parts/words'

interface ListsProps {
  readonly desk: PolicyDesk
  readonly rows: readonly PolicyRow[]
  readonly onRule: (row: PolicyRow) => void
  readonly onProposal: (provision: string) => void
}

/** 待公布的, 可以规定的, 办过的. */
export function Lists({ desk, rows, onRule, onProposal }: ListsProps) {
  const { region, place, keys, proposed, below } = desk
  const open = proposed.filter(({ state }) => state === 'proposed')
  const decided = proposed.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <Card title={place} {...(open.length === 0 ? { note: '没有待公布的规定。' } : {})}>
        <TextAction id="desk-public" label="看大家看到的" onTap={() => void go('rules/policies/index', { region })} />
      </Card>
      {open.map((each) => (
        <ListRow
          key={each.provision}
          id={`proposal-${each.key}`}
          title={policyWords[each.key].label}
          note={`改为：${valueText(each.key, each.value)}；${fullDayText(each.effectiveFrom)}起`}
          tag={<Tag tone="warning">{each.mine ? '我提的，待公布' : '待公布'}</Tag>}
          onTap={() => onProposal(each.provision)}
        />
      ))}
      {below.map(({ union, name, open: count }) => (
        <ListRow
          key={union}
          id={`desk-below-${union}`}
          title={name}
          note={`待公布 ${count} 条；那里没有第二位干部的，您可以公布`}
          onTap={() => void go('rules/desk/index', { union })}
        />
      ))}
      {keys.length > 0 && (
        <Card title="改哪一项？" note="先选一类。">
          {policyGroups.map(({ title, keys: group }, at) => (
            <Group
              key={title}
              id={`desk-group-${at}`}
              title={title}
              rows={group.filter((key) => keys.includes(key)).flatMap((key) => rows.filter((row) => row.key === key))}
              onRule={onRule}
            />
          ))}
        </Card>
      )}
      {decided.length > 0 && (
        <Fold id="desk-decided" summary="最近办过的">
          {decided.map((each) => (
            <ListRow
              key={each.provision}
              title={policyWords[each.key].label}
              note={decidedText(each)}
              tag={<Tag tone={each.state === 'adopted' ? 'success' : 'neutral'}>{stateText[each.state]}</Tag>}
            />
          ))}
        </Fold>
      )}
    </>
  )
}

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly rows: readonly PolicyRow[]
  readonly onRule: (row: PolicyRow) => void
}

function Group({ id, title, rows, onRule }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <Fold id={id} summary={title}>
      {rows.map((row) => (
        <ListRow
          key={row.key}
          id={`rule-${row.key}`}
          title={policyWords[row.key].label}
          note={valueText(row.key, row.value)}
          onTap={() => onRule(row)}
        />
      ))}
    </Fold>
  )
}

const stateText: Readonly<Record<ProposedRow['state'], string>> = {
  proposed: '待公布',
  adopted: '已公布',
  rejected: '已退回',
  withdrawn: '已撤回',
}

function decidedText({ key, value, effectiveFrom, reason }: ProposedRow): string {
  const what = `${valueText(key, value)}；${fullDayText(effectiveFrom)}起`
  return reason === undefined ? what : `${what}。退回原因：${reason}`
}
