import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { useUnion } from '../../officer/parts/use-office'
import { ask, type OutputOf } from '../../services/api'
import { printPage } from '../../services/picture'
import { back, go } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { Sheet } from '../parts/sheet'
import '../parts/figures.scss'

type Answer = OutputOf<typeof membership, 'subsidies'>
type Row = Answer['rows'][number]

const whyText: Readonly<Record<NonNullable<Row['why']>, string>> = {
  'no-table': '本地没有标准',
  'not-this-kind': '不是集体、非公单位',
  'no-staff': '没有职工人数',
  'not-checked': '本期还没核对',
  'outside-table': '人数不在标准内',
}

/** 一次性补助测算: what the table gives, with room for what only people know. */
export default function SubsidiesPage() {
  const union = useUnion()
  const [unprintable, setUnprintable] = useState(false)
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(membership, 'subsidies', { union: union ?? '', ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.union })
  const answer = pages.latest
  const hasTable = answer !== undefined && (answer.table.length > 0 || answer.total.amountFen > 0)
  return (
    <Screen
      title="补助测算"
      wide
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
      footer={
        hasTable ? (
          <MainAction id="subsidies-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        ) : undefined
      }
    >
      {answer !== undefined && !hasTable && (
        <Empty
          title="本地没有补助标准"
          note="有标准的地区，这里按职工人数算出每家的金额。"
          action={{ id: 'subsidies-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {answer !== undefined && hasTable && (
        <View className="figures">
          <View className="figures sheet-screen">
            {answer.table.length > 0 && <Standard answer={answer} />}
            {unprintable && <Notice tone="warning">手机上不能直接打印，请在电脑上打开这一页打印。</Notice>}
            {pages.hasMore && <Notice tone="warning">还没有列全。打印以前，请在下面点“看更多”，点到没有为止。</Notice>}
            <Notice tone="info">
              一次性补助，已经领过的请划掉；活动次数是近 12 个月登记了参加人数的；有没有建平台，由您审核后填。
            </Notice>
          </View>
          <Sheet
            id="subsidies-sheet"
            title={`${answer.name} 一次性补助测算`}
            heads={['工会', '职工', '金额（元）', '说明', '平台、活动', '审核']}
            rows={[
              {
                key: 'total',
                name: '合计',
                cells: ['', yuan(answer.total.amountFen), `${answer.total.subsidised} 家`, '', ''],
              },
              ...pages.rows.map(sheetRow),
            ]}
          />
          <View className="figures-rows sheet-screen">
            {pages.rows
              .filter(({ leads }) => leads)
              .map((row) => (
                <ListRow
                  key={row.union}
                  id={`subsidy-${row.union}`}
                  title={row.name}
                  note={`${row.unions} 家里 ${row.subsidised} 家可发，共 ${yuan(row.amountFen)} 元`}
                  onTap={() => void go('figures/subsidies/index', { union: row.union })}
                />
              ))}
          </View>
          {pages.hasMore && (
            <SideAction id="subsidies-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
          )}
        </View>
      )}
    </Screen>
  )
}

function Standard({ answer: { table, source } }: { readonly answer: Answer }) {
  return (
    <Card title="标准" note={`依据：${source}`}>
      <FactList
        items={table.map(({ staffFrom, staffTo, amountFen }) => ({
          heading: staffTo === null ? `${staffFrom} 人以上` : `${staffFrom}—${staffTo} 人`,
          text: `${yuan(amountFen)} 元`,
        }))}
      />
    </Card>
  )
}

function sheetRow({ union, name, leads, staff, amountFen, subsidised, why, activities }: Row) {
  const held = activities === undefined ? '' : `活动 ${activities} 次`
  const note = leads ? `${subsidised} 家` : why === undefined ? '' : whyText[why]
  return { key: union, name, cells: [staff === undefined ? '' : String(staff), yuan(amountFen), note, held, ''] }
}

const yuan = (fen: number) => String(fen / 100)
