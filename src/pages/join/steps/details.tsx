import { Text } from '@tarojs/components'
import { Check } from '../../../components/Check'
import { ChoiceList } from '../../../components/ChoiceList'
import { PickField } from '../../../components/PickField'
import { householdOfDocument } from '../identity-check'
import { educationChoices, householdChoices } from '../identity-texts'
import { StepScreen, type StepProps } from '../step-screen'

const ownHouseholds = householdChoices.filter(({ value }) => value === 'urban' || value === 'rural')

/** 学历和户籍: what the roster asks and no number tells (003 annex 3). */
export function DetailsStep({ flow, send }: StepProps) {
  const { education, household, elsewhere } = flow.answers
  const asksHousehold = householdOfDocument(flow.answers, flow.today) === undefined
  return (
    <StepScreen
      flow={flow}
      send={send}
      title={asksHousehold ? '还差两项' : '还差一项'}
      hint="花名册上要写，不影响您入会。"
    >
      <PickField
        id="join-education"
        label="学历"
        value={education}
        options={educationChoices}
        placeholder="请选最高学历"
        onChange={(value) => send({ type: 'answer', change: { education: value } })}
        {...(flow.tried && education === undefined ? { error: '请选学历' } : {})}
      />
      {asksHousehold && (
        <ChoiceList
          id="join-household"
          label="户口本上是哪种？"
          value={household}
          options={ownHouseholds}
          onChange={(value) => send({ type: 'answer', change: { household: value } })}
        />
      )}
      {asksHousehold && flow.tried && household === undefined && (
        <Text id="join-household-error" className="join-error">
          请选一种户籍
        </Text>
      )}
      <Check
        id="join-elsewhere"
        checked={elsewhere !== undefined}
        onChange={(member) => send({ type: 'answer', change: { elsewhere: member ? { unionName: '' } : undefined } })}
      >
        我已经在外地入过会，要把会籍转过来
      </Check>
    </StepScreen>
  )
}
