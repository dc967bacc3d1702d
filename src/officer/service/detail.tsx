import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { card as contract } from '../../../shared/contract/card'
import type { ServiceId, UnionId } from '../../../shared/core/ids'
import type { OutputOf } from '../../services/api'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Drawing } from '../../components/Drawing'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { serviceKindText } from '../../pages/service-texts'
import { printPage, savePicture, type Saved } from '../../services/picture'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'
import { sheet, verifierSheet } from './poster'
import './index.scss'

export type Offered = OutputOf<typeof contract, 'offeredServices'>['services'][number]

interface DetailProps {
  readonly union: UnionId
  readonly service: Offered
  readonly onChange: () => void
  readonly onClosed: () => void
}

/** 一项服务: what it is, its verifier’s sheet, how often it was used. */
export function ServiceDetail({ union, service, onChange, onClosed }: DetailProps) {
  const { kind, name, gives, where, hours, phone, state } = service
  return (
    <View className="service-page">
      <View className="service-unprinted">
        <Card title={name} note={state === 'open' ? serviceKindText[kind] : '已经停了，会员看不到'}>
          <FactList
            items={[
              { heading: '凭会员卡有什么', text: gives },
              { heading: '地址', text: where },
              ...(hours === undefined ? [] : [{ heading: '开放时间', text: hours }]),
              ...(phone === undefined ? [] : [{ heading: '电话', text: phone }]),
            ]}
          />
          {state === 'open' && <SideAction id="service-change" label="修改" onTap={onChange} />}
        </Card>
        <Use union={union} service={service.service} />
      </View>
      {state === 'open' && <Sheet name={name} link={service.link} />}
      {state === 'open' && (
        <View className="service-unprinted">
          <Close union={union} service={service.service} name={name} onClosed={onClosed} />
        </View>
      )}
    </View>
  )
}

/** 使用次数: numbers only; who came is known to nobody. */
function Use({ union, service }: { readonly union: UnionId; readonly service: ServiceId }) {
  const { data, problem } = useAsk(contract, 'serviceUse', { union, service })
  const [today] = data?.days.slice(-1) ?? []
  return (
    <Card title="用了多少次" note="每次联网验卡计一次。只有次数，不记是谁。">
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {data !== undefined && (
        <>
          <Text className="service-today">{`今天 ${today?.count ?? 0} 次，近 30 天 ${total(data.days)} 次`}</Text>
          <Bars
            items={data.months
              .slice(-6)
              .reverse()
              .map(({ month, count }) => ({ label: monthText(month), count }))}
          />
        </>
      )}
    </Card>
  )
}

const total = (days: readonly { readonly count: number }[]) => days.reduce((sum, { count }) => sum + count, 0)

/** 2026 年 11 月. */
function monthText(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year} 年 ${number} 月`
}

const savedTexts: Readonly<Record<Saved, string>> = {
  saved: '已保存，可以发给服务点，也可以打印出来。',
  denied: '没有保存到相册的权限，请在微信设置里允许后再点一次。',
  failed: '没有保存成功，请再点一次，或直接截屏。',
}

function Sheet({ name, link }: { readonly name: string; readonly link: string }) {
  const [saved, setSaved] = useState<Saved>()
  const [unprintable, setUnprintable] = useState(false)
  const paint = useMemo(() => verifierSheet(name, link), [name, link])
  const save = async () => setSaved(await savePicture('service-sheet', `${name}验卡码.png`))
  return (
    <>
      <View className="service-unprinted">
        <Card title="给服务点的验卡码" note="服务点的人扫它打开验卡页，不用登录；在那里验的卡，计到这一项。" />
      </View>
      <View className="service-sheet">
        <Drawing id="service-sheet" width={sheet.width} height={sheet.height} paint={paint} label={`${name}的验卡码`} />
      </View>
      <View className="service-unprinted">
        {saved !== undefined && <Notice tone={saved === 'saved' ? 'success' : 'warning'} title={savedTexts[saved]} />}
        {unprintable && <Notice tone="info" title="手机上不能直接打印，请保存图片后打印，或在电脑上打开这一页。" />}
        <MainAction id="service-save" label="保存图片" onTap={() => void save()} />
        <SideAction id="service-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        <Text className="service-link" id="service-link" selectable userSelect>
          {link}
        </Text>
      </View>
    </>
  )
}

interface CloseProps {
  readonly union: UnionId
  readonly service: ServiceId
  readonly name: string
  readonly onClosed: () => void
}

function Close({ union, service, name, onClosed }: CloseProps) {
  const [asking, setAsking] = useState(false)
  const close = useAct(contract, 'closeService')
  const confirmed = async () => {
    const done = await close.run({ union, service })
    setAsking(false)
    if (done.ok) onClosed()
  }
  return (
    <>
      {close.problem !== undefined && <Notice tone="danger">{close.problem.message}</Notice>}
      <SideAction id="service-close" label="停用这项服务" danger onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`停用“${name}”？`}
        text="会员马上看不到它，验卡码不再计次数。以前的次数还在。停了不能再开，要再提供就重新添加。"
        confirmLabel="停用"
        danger
        busy={close.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
