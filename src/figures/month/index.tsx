import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { changeOfFlow } from '../../../shared/contract/membership-rounds'
import { flowKeys, type Flows } from '../../../shared/org/figures'
import { rateOf } from '../../../shared/org/rates'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { ChangesOf } from '../../officer/parts/changes'
import { useUnion } from '../../officer/parts/use-office'
import { momentText } from '../../pages/today'
import { ask } from '../../services/api'
import { printPage } from '../../services/picture'
import { back, go, useParams } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { Sheet } from '../parts/sheet'
import { monthText, percentOf, type MonthRow } from '../parts/texts'
import '../parts/figures.scss'

const heads = ['工会', '会员', '增加', '减少', '入会率', '建会率', '已核对'] as const

/** 每月通报: total, own, and a row for each union directly below. */
export default function MonthPage() {
  const union = useUnion()
  const wanted = useParams()['month']
  const [month, setMonth] = useState(wanted)
  const [unprintable, setUnprintable] = useState(false)
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(membership, 'monthTable', {
        union: union ?? '',
        ...(month === undefined ? {} : { month }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, month],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: MonthRow) => row.union })
  const table = pages.latest
  return (
    <Screen
      title="每月通报"
      wide
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
      footer={
        table?.total === undefined ? undefined : (
          <MainAction id="month-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        )
      }
    >
      {table !== undefined && (
        <View className="figures">
          <View className="figures sheet-screen">
            <PickField
              id="month"
              label="哪个月"
              value={table.month}
              options={table.months.map((value) => ({ value, label: monthText(value) }))}
              onChange={setMonth}
            />
            {unprintable && <Notice tone="warning">手机上不能直接打印，请在电脑上打开这一页打印。</Notice>}
            {pages.hasMore && <Notice tone="warning">还没有列全。打印以前，请在下面点“看更多”，点到没有为止。</Notice>}
            <Notice tone="info">
              {table.closedAt === undefined
                ? '这个月还没有过完，数字还会变。'
                : `${momentText(table.closedAt)}结的账，以后不再变。`}
            </Notice>
            <SideAction
              id="month-reports"
              label="谁还没有上报，催一下"
              onTap={() => void go('officer/rounds-below/index', { union })}
            />
          </View>
          {table.total === undefined ? (
            <Empty title="这个月没有数" action={{ label: '返回', onTap: () => void back() }} />
          ) : (
            <Sheet
              id="month-sheet"
              title={`${table.name} ${monthText(table.month)}通报`}
              heads={heads}
              rows={[
                rowOf('合计', table.total),
                ...(table.own === undefined || pages.rows.length === 0 ? [] : [rowOf('其中本级', table.own)]),
                ...pages.rows.map((row) => rowOf(row.name, row)),
              ]}
            />
          )}
          {table.changes !== undefined && union !== undefined && (
            <View className="sheet-screen">
              <ChangesOf
                key={table.month}
                union={union}
                title={`${monthText(table.month)}${pages.rows.length === 0 ? '' : '本级'}变动的是谁`}
                changes={changesIn(table.changes)}
                month={table.month}
              />
            </View>
          )}
          {pages.hasMore && <SideAction id="month-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
        </View>
      )}
    </Screen>
  )
}

/** As the officer’s round shows them; what did not happen is left out. */
function changesIn(flows: Flows) {
  return flowKeys.flatMap((key) => (flows[key] === 0 ? [] : [{ kind: changeOfFlow[key], count: flows[key] }]))
}

function rowOf(name: string, { union, figures, flows }: MonthRow) {
  const [members, units] = [rateOf('members', figures), rateOf('units', figures)]
  return {
    key: `${name}-${union}`,
    name,
    cells: [
      String(figures.members),
      String(flows.came),
      String(flows.went),
      rateCell(members),
      rateCell(units),
      `${figures.checked}/${figures.unions}`,
    ],
  }
}

function rateCell({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return denominator === 0 ? '—' : percentOf(numerator, denominator)
}
