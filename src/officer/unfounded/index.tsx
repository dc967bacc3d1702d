import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Filters } from '../../components/Filters'
import { Notice } from '../../components/Notice'
import { QrCode } from '../../components/QrCode'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { ask } from '../../services/api'
import { back, go } from '../../services/route'
import { useAct } from '../../services/use-act'
import { usePages } from '../../services/use-pages'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Row = z.output<typeof registry.procedures.unfoundedUnits.output>['rows'][number]
type Why = 'nobody' | 'large-enough'

/** 应建未建: the largest first, with the doors to founding and to a joint union. */
export default function UnfoundedPage() {
  const union = useUnion()
  const [why, setWhy] = useState<Why>('nobody')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'unfoundedUnits', { union: union ?? '', why, ...(cursor === undefined ? {} : { cursor }) }),
    [union, why],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.unit })
  useReloadOnReturn(pages.reload)
  const count = pages.latest?.count ?? 0
  return (
    <Screen title="应建未建" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      <Filters
        id="unfounded"
        value={why}
        options={[
          { value: 'nobody', label: '没有工会' },
          { value: 'large-enough', label: '可以单独建' },
        ]}
        onChange={setWhy}
      />
      {pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty
          title={why === 'nobody' ? '单位都有工会了' : '没有要单独建会的单位'}
          note="名单每天更新一次。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      {pages.rows.length > 0 && (
        <Notice tone="info">{`约 ${count} 家，职工多的在前，每天更新一次。${explains[why]}`}</Notice>
      )}
      {union !== undefined && (
        <View className="desk-list">
          {pages.rows.map((row) => (
            <Unit key={row.unit} union={union} row={row} why={why} />
          ))}
        </View>
      )}
      {pages.hasMore && <SideAction id="unfounded-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}

const explains: Readonly<Record<Why, string>> = {
  nobody: '应建未建的一律动员组建，暂时不能单建的由联合工会覆盖（长总工〔2018〕12号 二（一））。',
  'large-enough': '现在由联合工会覆盖，会员够数，应当单独建（《工会法》第十一条）。',
}

const taskText = { open: '正在指导', done: '指导过', dropped: '说过不用建' } as const

function Unit({ union, row, why }: { readonly union: UnionId; readonly row: Row; readonly why: Why }) {
  const { unit, name, place, staff, members, task } = row
  const invite = useAct(registry, 'inviteFounding')
  const [link, setLink] = useState<string>()
  const send = async () => {
    const done = await invite.run({ union, unit })
    if (done.ok) setLink(done.data.link)
  }
  const help = task === undefined ? '' : ` · ${task.deskName}${taskText[task.state]}`
  const people = `职工 ${staff === 0 ? '人数没有填' : `${staff} 人`} · 会员 ${members} 人`
  return (
    <Card title={name} note={`${place} · ${people}${help}`}>
      {link === undefined ? (
        <View className="decide">
          <SideAction id={`invite-${unit}`} label="请他们申请建会" busy={invite.busy} onTap={() => void send()} />
          <View className="decide-pair">
            <SideAction
              id={`found-${unit}`}
              label="替他们建"
              onTap={() => void go('officer/found/index', { union, unit })}
            />
            {why === 'nobody' && (
              <SideAction
                id={`cover-${unit}`}
                label="纳入联合工会"
                onTap={() => void go('officer/covering/index', { union, unit, name })}
              />
            )}
          </View>
        </View>
      ) : (
        <View className="detail-code">
          <QrCode id={`qr-${unit}`} text={link} size={220} label={`${name}建会邀请`} />
          <Notice tone="success">请筹备组负责人用微信扫这个码，六十天内有效，谁先报就归谁。</Notice>
        </View>
      )}
      {invite.problem !== undefined && <Notice tone="danger">{invite.problem.message}</Notice>}
    </Card>
  )
}
