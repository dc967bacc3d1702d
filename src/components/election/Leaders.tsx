import { View } from '@tarojs/components'
import { roleName } from '../../../shared/org/officers'
import type { Post } from '../../../shared/org/union-application'
import { Card } from '../Card'
import { ChoiceList } from '../ChoiceList'
import { Field } from '../Field'
import { SideAction } from '../SideAction'
import type { ElectionDraft, ElectionErrors } from './draft'
import './election.scss'

const most = 4

interface Props {
  readonly draft: ElectionDraft
  readonly errors: ElectionErrors
  readonly onChange: (draft: ElectionDraft) => void
}

/** 主席、副主席是谁. */
export function Leaders({ draft, errors, onChange }: Props) {
  const { posts, relatives } = draft
  const put = (at: number, change: Partial<Post>) =>
    onChange({ ...draft, posts: posts.map((post, one) => (one === at ? { ...post, ...change } : post)) })
  return (
    <>
      {posts.map((post, at) => (
        <Card key={at} title={roleName[post.role]} note="批复后凭微信验证的这个手机号到任。">
          <View className="election-fields">
            <Field
              id={`election-post-${at}`}
              label="姓名"
              value={post.name}
              maxLength={40}
              onInput={(name) => put(at, { name })}
              error={errors[`name.${at}`]}
            />
            <Field
              id={`election-mobile-${at}`}
              label="手机号"
              type="tel"
              value={post.mobile}
              onInput={(mobile) => put(at, { mobile })}
              error={errors[`mobile.${at}`]}
            />
          </View>
        </Card>
      ))}
      {posts.length < most && (
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
        error={errors['relatives']}
      />
    </>
  )
}
