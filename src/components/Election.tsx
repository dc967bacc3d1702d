import { View } from '@tarojs/components'
import type { IsoDate } from '../../shared/core/time'
import { committeeName, CommitteeKind } from '../../shared/org/committees'
import type { Post } from '../../shared/org/union-application'
import { roleName } from '../../shared/org/officers'
import { Card } from './Card'
import { ChoiceList } from './ChoiceList'
import { DateField } from './DateField'
import { Field } from './Field'
import { SideAction } from './SideAction'
import type { ElectionDraft } from './election-draft'

interface Props {
  readonly draft: ElectionDraft
  readonly onChange: (draft: ElectionDraft) => void
  /** Years that the region allows; empty where the term goes on. */
  readonly termYears: readonly number[]
  readonly tried: boolean
  /** The congress met by then. */
  readonly today: IsoDate
}

/** 选举结果: the day, the term, the committees that were elected at once, and who leads. */
export function Election({ draft, onChange, termYears, tried, today }: Props) {
  const { heldOn, seats, chairs, posts, relatives } = draft
  const put = (at: number, change: Partial<Post>) =>
    onChange({ ...draft, posts: posts.map((post, one) => (one === at ? { ...post, ...change } : post)) })
  return (
    <>
      <DateField
        id="election-day"
        label="哪天开的会员（代表）大会？"
        value={heldOn}
        end={today}
        onChange={(day) => onChange({ ...draft, heldOn: day })}
        error={tried && heldOn === undefined ? '请选日期' : undefined}
      />
      {termYears.length > 0 && (
        <ChoiceList
          id="election-term"
          label="一届几年？"
          value={draft.termYears}
          options={termYears.map((years) => ({ value: String(years), label: `${years} 年` }))}
          onChange={(years) => onChange({ ...draft, termYears: years })}
          error={tried && draft.termYears === undefined ? '请选任期' : undefined}
        />
      )}
      {CommitteeKind.options.map((kind) => (
        <Card key={kind} title={committeeName[kind]} note={noteOf[kind]}>
          <View className="decide">
            <Field
              id={`election-seats-${kind}`}
              label="委员几人"
              type="number"
              value={seats[kind] ?? ''}
              onInput={(value) => onChange({ ...draft, seats: { ...seats, [kind]: value } })}
            />
            <Field
              id={`election-chair-${kind}`}
              label="主任（主席）姓名"
              value={chairs[kind] ?? ''}
              maxLength={40}
              onInput={(value) => onChange({ ...draft, chairs: { ...chairs, [kind]: value } })}
            />
          </View>
        </Card>
      ))}
      {posts.map((post, at) => (
        <Card key={at} title={roleName[post.role]} note="批复后凭微信验证的这个手机号到任。">
          <View className="decide">
            <Field
              id={`election-post-${at}`}
              label="姓名"
              value={post.name}
              maxLength={40}
              onInput={(name) => put(at, { name })}
            />
            <Field
              id={`election-mobile-${at}`}
              label="手机号"
              type="tel"
              value={post.mobile}
              onInput={(mobile) => put(at, { mobile })}
            />
          </View>
        </Card>
      ))}
      {posts.length < 4 && (
        <SideAction
          id="election-deputy"
          label="加一位副主席"
          onTap={() => onChange({ ...draft, posts: [...posts, { role: 'deputy', name: '', mobile: '' }] })}
        />
      )}
      <ChoiceList
        id="election-relatives"
        label="委员里有没有单位负责人、合伙人和他们的近亲属？"
        value={relatives}
        options={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有' },
        ]}
        onChange={(answer) => onChange({ ...draft, relatives: answer })}
        error={tried && relatives === undefined ? '请选一项' : undefined}
      />
    </>
  )
}

const noteOf: Readonly<Record<CommitteeKind, string>> = {
  committee: '同时选出，一起报批。',
  audit: '会员不到 25 人的，可以只选 1 名经费审查委员。',
  women: '女会员少的，可以只选 1 名女职工委员。',
  'labour-law': '没有选的不用填。',
}
