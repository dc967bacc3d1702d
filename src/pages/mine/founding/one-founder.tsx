import { useState } from 'react'
import type { IsoDate } from '../../../../shared/core/time'
import { Education, Household } from '../../../../shared/membership/joining'
import { educationName, householdName } from '../../../../shared/membership/labels'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { PickField } from '../../../components/PickField'
import { SideAction } from '../../../components/SideAction'
import { showFirstError } from '../../show-first-error'
import { founderErrors, type FounderDraft } from './draft'

interface Props {
  readonly at: number
  /** Nobody yet where it is undefined. */
  readonly start: FounderDraft | undefined
  readonly today: IsoDate
  readonly onSave: (founder: FounderDraft) => void
  readonly onRemove: () => void
}

/** 首批会员里的一位. */
export function OneFounder({ at, start, today, onSave, onRemove }: Props) {
  const [founder, setFounder] = useState<FounderDraft>(start ?? { name: '', number: '', mobile: '' })
  const [tried, setTried] = useState(false)
  const errors = founderErrors(founder, today)
  const shown = tried ? errors : {}
  const set = (change: Partial<FounderDraft>) => setFounder({ ...founder, ...change })
  const save = () => {
    setTried(true)
    if (Object.keys(errors).length > 0) showFirstError()
    else onSave(founder)
  }
  return (
    <>
      <Field
        id="founder-name"
        label={`第 ${at + 1} 人的姓名`}
        value={founder.name}
        maxLength={40}
        onInput={(name) => set({ name })}
        error={shown['name']}
      />
      <Field
        id="founder-number"
        label="身份证号码"
        type="idcard"
        value={founder.number}
        onInput={(number) => set({ number })}
        error={shown['number']}
      />
      <Field
        id="founder-mobile"
        label="手机号"
        type="tel"
        value={founder.mobile}
        onInput={(mobile) => set({ mobile })}
        error={shown['mobile']}
      />
      <PickField
        id="founder-education"
        label="学历"
        value={founder.education}
        options={Education.options.map((value) => ({ value, label: educationName[value] }))}
        onChange={(education) => set({ education })}
        error={shown['education']}
      />
      <PickField
        id="founder-household"
        label="户籍类型"
        value={founder.household}
        options={Household.options.map((value) => ({ value, label: householdName[value] }))}
        onChange={(household) => set({ household })}
        error={shown['household']}
      />
      <MainAction id="founder-save" label="这个人填好了" onTap={save} />
      <SideAction id="founder-remove" label={start === undefined ? '不加了' : '去掉这个人'} onTap={onRemove} />
    </>
  )
}
