import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { parseMobile } from '../../../shared/identity/mobile'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { useAct } from '../../services/use-act'
import '../parts/parts.scss'

/** 移交: to somebody whom I propose. */
export function HandOver({
  union,
  role,
  onDone,
}: {
  readonly union: UnionId
  readonly role: string
  readonly onDone: () => void
}) {
  const propose = useAct(registry, 'proposeSuccessor')
  const [name, setName] = useState('')
  const [mobile, setMobile] = useState('')
  const [tried, setTried] = useState(false)
  const refused = propose.problem?.kind === 'refused' ? propose.problem.fields : {}
  const parsed = parseMobile(mobile)
  const send = async () => {
    setTried(true)
    if (name.trim().length < 2 || !parsed.ok) return showFirstError()
    if ((await propose.run({ union, name: name.trim(), mobile })).ok) onDone()
  }
  return (
    <Screen
      title={`移交${role}`}
      footer={
        <View className="decide">
          <MainAction id="successor-send" label="提出移交" busy={propose.busy} onTap={() => void send()} />
          <SideAction id="successor-cancel" label="先不" onTap={onDone} />
        </View>
      }
    >
      <Field
        id="successor-name"
        label="交给谁"
        value={name}
        maxLength={40}
        onInput={setName}
        error={refused['name'] ?? (tried && name.trim().length < 2 ? '请填写姓名' : undefined)}
      />
      <Field
        id="successor-mobile"
        label="他的手机号"
        type="tel"
        value={mobile}
        maxLength={30}
        onInput={setMobile}
        error={refused['mobile'] ?? (tried && !parsed.ok ? parsed.message : undefined)}
      />
      <Notice tone="info">由有权任命的人（主席、副主席由上级工会）开任职码。他到任的那一刻，您的职务才结束。</Notice>
      {propose.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{propose.problem.message}</Notice>
      )}
    </Screen>
  )
}
