import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Check } from '../../components/Check'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { pickPhoto, type Picked } from '../../services/pick-photo'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'
import './index.scss'

type Mine = z.output<typeof registry.procedures.myDisplay.output>
type Wish = 'nothing' | 'name' | 'contact'

const wishes = [
  { value: 'nothing', label: '不公开' },
  { value: 'name', label: '公开职务和打星的姓名', note: '例如：主席 赵*青' },
  { value: 'contact', label: '再公开电话或照片', note: '双亮：亮身份、亮联系方式' },
] as const

const pickTexts: Readonly<Record<Exclude<Picked['kind'], 'photo' | 'cancelled'>, string>> = {
  denied: '没有相册的权限，请在设置里允许后再选。',
  'too-large': '这张照片太大，请换一张。',
  failed: '没有读到照片，请再选一次。',
}

/** 公开我的信息 (双亮): nothing is ticked beforehand, and everything can be taken back. */
export default function DisplayPage() {
  const union = useUnion()
  const mine = useAsk(registry, 'myDisplay', union === undefined ? undefined : { union })
  const [saved, setSaved] = useState(false)
  return (
    <Screen title="公开我的信息" loading={mine.loading} problem={mine.problem} onRetry={mine.reload}>
      {union !== undefined && mine.data !== undefined && (
        <Form
          key={JSON.stringify(mine.data)}
          union={union}
          mine={mine.data}
          onTouched={() => setSaved(false)}
          onSaved={() => {
            setSaved(true)
            mine.reload()
          }}
        />
      )}
      {saved && <Notice tone="success">已经保存。</Notice>}
    </Screen>
  )
}

function wishOf({ shown, phone, photo }: Mine): Wish {
  if (!shown) return 'nothing'
  return phone === undefined && !photo ? 'name' : 'contact'
}

interface FormProps {
  readonly union: UnionId
  readonly mine: Mine
  readonly onTouched: () => void
  readonly onSaved: () => void
}

function Form({ union, mine, onTouched, onSaved }: FormProps) {
  const save = useAct(registry, 'setDisplay')
  const [wish, setWish] = useState<Wish>(wishOf(mine))
  const [phone, setPhone] = useState(mine.phone ?? '')
  const [photo, setPhoto] = useState<string>(mine.photo ? 'keep' : 'none')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<string>()
  const kept = useAsk(registry, 'officerPhoto', photo === 'keep' && mine.shown ? { officer: mine.officer } : undefined)
  const refused = save.problem?.kind === 'refused' ? save.problem.fields : {}
  const picture =
    photo === 'keep' ? kept.data?.picture : photo === 'none' ? undefined : `data:image/jpeg;base64,${photo}`

  const pick = async () => {
    const picked = await pickPhoto()
    if (picked.kind === 'photo') setPhoto(picked.base64)
    setTold(picked.kind === 'photo' || picked.kind === 'cancelled' ? undefined : pickTexts[picked.kind])
  }
  const send = async () => {
    setTried(true)
    if (wish === 'contact' && !agreed) return
    const done = await save.run({
      union,
      display:
        wish === 'contact'
          ? {
              kind: 'contact',
              consent: mine.notice.version,
              photo,
              ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
            }
          : { kind: wish },
    })
    if (done.ok) onSaved()
  }
  return (
    <View className="display">
      <ChoiceList
        id="display-wish"
        label="在本工会的页面上"
        value={wish}
        options={wishes}
        onChange={(next) => {
          onTouched()
          setWish(next)
        }}
      />
      {wish === 'contact' && (
        <>
          <Field
            id="display-phone"
            label="公开的电话（可以不填）"
            value={phone}
            maxLength={30}
            placeholder="手机号或带区号的座机"
            onInput={setPhone}
            error={refused['phone']}
          />
          <Card title="照片（可以不放）">
            {picture !== undefined && (
              <Image className="display-photo" src={picture} mode="aspectFill" ariaLabel="您的照片" />
            )}
            <SideAction
              id="display-pick"
              label={photo === 'none' ? '选一张照片' : '换一张'}
              onTap={() => void pick()}
            />
            {photo !== 'none' && <SideAction id="display-no-photo" label="不放照片" onTap={() => setPhoto('none')} />}
            {refused['photo'] !== undefined && <Notice tone="danger">{refused['photo']}</Notice>}
          </Card>
          <Check id="display-agree" checked={agreed} onChange={setAgreed}>
            {`我单独同意公开以上电话和照片。${mine.notice.text}`}
          </Check>
          {tried && !agreed && <Notice tone="danger">请勾选同意，或改选上面的一项。</Notice>}
        </>
      )}
      {told !== undefined && <Notice tone="info">{told}</Notice>}
      {save.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{save.problem.message}</Notice>
      )}
      <MainAction id="display-save" label="保存" busy={save.busy} onTap={() => void send()} />
    </View>
  )
}
