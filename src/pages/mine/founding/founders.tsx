import type { IsoDate } from '../../../../shared/core/time'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { founderErrors, type Draft, type Errors, type FounderDraft } from './draft'
import { OneFounder } from './one-founder'

const most = 50

interface Props {
  readonly draft: Draft
  readonly errors: Errors
  readonly today: IsoDate
  readonly onChange: (draft: Draft) => void
  /** Whose page is open, if one is. */
  readonly open: number | undefined
  readonly onOpen: (at: number | undefined) => void
}

/** 首批会员, who signed the letter together; the others join or are imported afterwards. */
export function Founders({ draft, errors, today, onChange, open, onOpen }: Props) {
  const { founders, agreed } = draft
  const put = (at: number, founder: FounderDraft) =>
    onChange({ ...draft, founders: [...founders.slice(0, at), founder, ...founders.slice(at + 1)] })
  if (open !== undefined)
    return (
      <OneFounder
        key={open}
        at={open}
        start={founders[open]}
        today={today}
        onSave={(founder) => {
          put(open, founder)
          onOpen(undefined)
        }}
        onRemove={() => {
          onChange({ ...draft, founders: founders.filter((_, one) => one !== open) })
          onOpen(undefined)
        }}
      />
    )
  return (
    <>
      <Card
        title="首批会员"
        note={`签了入会申请书（附件 2）的职工，最多 ${most} 人；批复后录入。也可以一个都不写，建会后再申请、导入。`}
      />
      {founders.map((founder, at) => (
        <ListRow
          key={at}
          id={`founder-${at}`}
          title={founder.name || `第 ${at + 1} 人`}
          note={Object.keys(founderErrors(founder, today)).length === 0 ? '已填好' : '还没填完'}
          onTap={() => onOpen(at)}
        />
      ))}
      {founders.length < most && (
        <SideAction id="founding-member" label="加一个人" onTap={() => onOpen(founders.length)} />
      )}
      {errors['founders'] !== undefined && <Notice tone="danger">{errors['founders']}</Notice>}
      {founders.length > 0 && (
        <Check
          id="founding-agreed"
          checked={agreed}
          onChange={(ticked) => onChange({ ...draft, agreed: ticked })}
          error={errors['agreed']}
        >
          首批会员签的入会申请书上，写明同意使用证件号码
        </Check>
      )}
    </>
  )
}
