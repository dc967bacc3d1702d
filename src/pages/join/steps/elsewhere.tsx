import { useRef, useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { DateField } from '../../../components/DateField'
import { Field } from '../../../components/Field'
import { PaperField } from '../../../components/PaperField'
import { TextAction } from '../../../components/TextAction'
import { useAct } from '../../../services/use-act'
import type { TypedElsewhere } from '../answers'
import { StepScreen, type StepProps } from '../step-screen'

/** 转入前的会籍 (R62): the union by the name that they know, the day where they know it, and a picture of the certificate. */
export function ElsewhereStep(props: StepProps) {
  const { flow, send } = props
  const told = flow.answers.elsewhere ?? { unionName: '' }
  const put = useAct(membership, 'putProof')
  const [picture, setPicture] = useState<string>()
  // The picture is under way for seconds, in which people go on typing.
  const latest = useRef(told)
  latest.current = told
  const change = (part: Partial<TypedElsewhere>) =>
    send({ type: 'answer', change: { elsewhere: { ...latest.current, ...part } } })

  const take = async (taken: string | undefined) => {
    setPicture(taken)
    put.clear()
    if (taken === undefined) return change({ proof: undefined })
    const done = await put.run({ picture: taken })
    if (done.ok) change({ proof: done.data.file })
    else setPicture(undefined)
  }
  const refused = flow.refusals
  return (
    <StepScreen
      {...props}
      title="您现在是哪个工会的会员？"
      hint="会籍转过来，不用重新入会，会龄接着算。"
      busy={put.busy}
    >
      <Field
        id="join-elsewhere-union"
        label="原来的工会"
        value={told.unionName}
        maxLength={40}
        placeholder="例如：徐州市鼓楼区快递行业工会"
        onInput={(unionName) => change({ unionName })}
        error={
          refused['elsewhere.unionName'] ??
          (flow.tried && told.unionName.trim() === '' ? '请写现在是哪个工会的会员' : undefined)
        }
      />
      <DateField
        id="join-elsewhere-since"
        label="哪天入的会？会员证上有，找不到可以不选"
        value={told.since}
        start="1949-10-01"
        end={flow.today}
        onChange={(since) => change({ since })}
        error={refused['elsewhere.since']}
      />
      {told.since !== undefined && (
        <TextAction
          id="join-elsewhere-no-day"
          label="不记得，不填日期"
          onTap={() => change({ since: undefined })}
          quiet
        />
      )}
      <PaperField
        id="join-elsewhere-proof"
        title="会员证或会籍证明"
        note="拍有姓名和工会名称的那一页。没有的可以不拍，工会会另外核对。"
        picture={picture}
        kept={told.proof !== undefined}
        busy={put.busy}
        onChange={(taken) => void take(taken)}
        error={refused['elsewhere.proof'] ?? put.problem?.message}
      />
    </StepScreen>
  )
}
