import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { Scene } from '../../../../shared/core/ids'
import { ListRow } from '../../../components/ListRow'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { ask } from '../../../services/api'
import { go, useParams } from '../../../services/route'
import { scan } from '../../../services/scan'
import type { NamedUnit } from '../answers'
import { originOf } from '../entry'
import { noticeText, type NotJoined } from '../notices'
import { PlacePicker } from '../place-picker'
import type { StepProps } from '../step-screen'
import { UnitFinder } from '../unit-finder'
import { isNear } from '../near'

type Way = 'choose' | 'search' | 'place'

/** 从哪儿开始: scan, search by name, or say the place where there is no unit. */
export function StartStep({ send, notice }: StepProps & { readonly notice: NotJoined | undefined }) {
  const [way, setWay] = useState<Way>(useParams().way === 'search' ? 'search' : 'choose')
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(notice)
  const begin = (unit: NamedUnit) => send({ type: 'begin', origin: { kind: 'unit', unit } })

  async function scanCode() {
    setBusy(true)
    setShown(await scanned())
    setBusy(false)
  }

  async function scanned(): Promise<NotJoined | undefined> {
    const found = await scan()
    if (found.kind === 'cancelled') return undefined
    if (found.kind === 'unsupported') return 'no-camera'
    if (found.kind === 'code') {
      await go(`pages/${found.page}/index`, { code: found.code })
      return undefined
    }
    const scene = Scene.safeParse(found.kind === 'scene' ? found.scene : undefined)
    if (!scene.success) return 'foreign-code'
    const answer = await ask(registry, 'openInvitation', { scene: scene.data })
    if (!answer.ok) return answer.problem.kind === 'refused' ? 'unknown-scene' : 'offline'
    send({ type: 'begin', origin: originOf({ ...answer.data, near: await isNear(answer.data) }) })
    return undefined
  }

  return (
    <Screen
      title="入会"
      footer={
        way === 'choose' ? (
          <MainAction id="join-scan" label="扫海报上的码" busy={busy} onTap={() => void scanCode()} />
        ) : undefined
      }
    >
      <View className="join-head">
        <Text className="join-title">{titles[way].title}</Text>
        <Text className="join-hint">{titles[way].hint}</Text>
      </View>
      {way === 'choose' && shown !== undefined && <Notice tone="warning">{noticeText[shown]}</Notice>}
      {way === 'choose' && (
        <>
          <ListRow id="join-search" title="按单位名称查找" note="写几个字就能找到" onTap={() => setWay('search')} />
          <ListRow
            id="join-by-place"
            title="没有单位，按地方找"
            note="送外卖、开网约车、打零工等"
            onTap={() => setWay('place')}
          />
        </>
      )}
      {way === 'search' && <UnitFinder label="单位名称" onFound={begin} />}
      {way === 'place' && (
        <PlacePicker onFound={(place) => send({ type: 'begin', origin: { kind: 'place', place } })} />
      )}
      {way !== 'choose' && (
        <ListRow id="join-other-way" title="换个办法" note="扫码、按单位或按地方找" onTap={() => setWay('choose')} />
      )}
    </Screen>
  )
}

const titles: Readonly<Record<Way, { title: string; hint: string }>> = {
  choose: { title: '怎样找到您的工会？', hint: '单位或街道贴着工会的海报，扫一扫最快。' },
  search: { title: '您在哪家单位上班？', hint: '写几个字就能找，工资条或工牌上有名称。' },
  place: { title: '您平时在哪一带干活？', hint: '一步步选到街道，有社区的再选社区。' },
}
