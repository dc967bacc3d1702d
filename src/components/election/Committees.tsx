import { View } from '@tarojs/components'
import { committeeName, CommitteeKind } from '../../../shared/org/committees'
import { Card } from '../Card'
import { Field } from '../Field'
import './election.scss'
import type { ElectionDraft, ElectionErrors, ElectionKind } from './draft'

interface Props {
  readonly draft: ElectionDraft
  readonly errors: ElectionErrors
  readonly onChange: (draft: ElectionDraft) => void
  readonly kind: ElectionKind
}

/** 选出了哪些委员会: seats, and who leads each. */
export function Committees({ draft, errors, onChange, kind }: Props) {
  const { seats, chairs } = draft
  return (
    <>
      {CommitteeKind.options.map((one) => (
        <Card key={one} title={committeeName[one]} note={kind === 'whole' ? noteOf[one] : '没有补选的不用填。'}>
          <View className="election-fields">
            <Field
              id={`election-seats-${one}`}
              label="委员几人"
              type="number"
              value={seats[one] ?? ''}
              onInput={(value) => onChange({ ...draft, seats: { ...seats, [one]: value } })}
              error={errors[`seats.${one}`]}
            />
            <Field
              id={`election-chair-${one}`}
              label="主任（主席）姓名"
              value={chairs[one] ?? ''}
              maxLength={40}
              onInput={(value) => onChange({ ...draft, chairs: { ...chairs, [one]: value } })}
              error={errors[`chair.${one}`]}
            />
          </View>
        </Card>
      ))}
    </>
  )
}

const noteOf: Readonly<Record<CommitteeKind, string>> = {
  committee: '同时选出，一起报批。',
  audit: '会员不到 25 人的，可以只选 1 名经费审查委员。',
  women: '女会员少的，可以只选 1 名女职工委员。',
  'labour-law': '没有选的不用填。',
}
