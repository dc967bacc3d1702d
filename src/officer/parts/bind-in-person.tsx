import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { QrCode } from '../../components/QrCode'
import { SideAction } from '../../components/SideAction'
import { useSecondsLeft } from '../../services/use-clock'
import { useAct } from '../../services/use-act'

interface Props {
  readonly union: UnionId
  readonly person: PersonId
  readonly name: string
}

type Code = z.output<typeof membership.procedures.openBinding.output>
const tenMinutes = 600

/** 当面绑定: for a member who stands here with their document and whose phone on file is another one. */
export function BindInPerson({ union, person, name }: Props) {
  const open = useAct(membership, 'openBinding')
  const [code, setCode] = useState<Code>()
  const start = async () => {
    const done = await open.run({ union, person })
    if (done.ok) setCode(done.data)
  }
  if (code !== undefined) return <Shown code={code} name={name} onClose={() => setCode(undefined)} />
  return (
    <>
      <ListRow
        id="member-bind"
        title={open.busy ? '正在准备绑定码…' : '帮会员绑定微信'}
        note="本人带证件在场、登记的手机号不用了，才需要"
        onTap={() => void (open.busy ? undefined : start())}
      />
      {open.problem !== undefined && <Notice tone="danger">{open.problem.message}</Notice>}
    </>
  )
}

function Shown({ code, name, onClose }: { readonly code: Code; readonly name: string; readonly onClose: () => void }) {
  const left = useSecondsLeft(tenMinutes, code.code)
  return (
    <View className="detail-code" id="binding-code">
      {left > 0 ? (
        <>
          <Text className="detail-code-title">{`请${name}用自己的微信扫`}</Text>
          <QrCode id="binding-qr" text={code.link} size={220} label="绑定码" />
          <Text className="detail-note">{`还有 ${Math.ceil(left / 60)} 分钟。扫完后，再由另一位干部在“待确认的绑定”里确认。`}</Text>
        </>
      ) : (
        <Text className="detail-note">这个码过期了，请重新出示。</Text>
      )}
      <SideAction id="binding-close" label="收起" onTap={onClose} />
    </View>
  )
}
