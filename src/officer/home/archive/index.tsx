import { View } from '@tarojs/components'
import { home } from '../../../../shared/contract/home'
import type { UnionId } from '../../../../shared/core/ids'
import { chinaDay } from '../../../../shared/core/time'
import { filingMonth, halfOf } from '../../../../shared/home/archive/half-year'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { PrintAction } from '../../../components/PrintAction'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { useUnion } from '../../parts/use-office'
import { homeCategoryName, paperName } from '../../../pages/paper-words'
import { fullDayText, today } from '../../../pages/today'
import type { OutputOf } from '../../../services/api'
import { go } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { Sheet } from '../parts/sheet'

type Index = OutputOf<typeof home, 'archiveOfUnion'>

const halfText = (half: string) => `${half.slice(0, 4)} 年${half.endsWith('-1') ? '上' : '下'}半年`

function dueText(half: string): string {
  const { from } = filingMonth(half)
  return `${from.slice(0, 4)} 年 ${Number(from.slice(5, 7))} 月`
}

/** 纸质档案目录: what must be kept on paper and where it lies; filed each half-year; printed to lie with it. */
export default function ArchivePage() {
  const union = useUnion()
  const page = useAsk(home, 'archiveOfUnion', union === undefined ? undefined : { union })
  const view = page.data
  return (
    <Screen
      title="纸质档案"
      wide
      loading={page.loading}
      problem={page.problem}
      onRetry={page.reload}
      footer={view === undefined ? undefined : <PrintAction />}
    >
      {union !== undefined && view !== undefined && (
        <>
          <Standing union={union} view={view} onFiled={page.reload} />
          <Sheet
            id="archive"
            title={`${view.unionName}\n纸质档案目录`}
            rows={
              view.rows.length === 0
                ? [{ heading: '目录', text: '还没有登记会议和合同。' }]
                : view.rows.map((row, at) => ({ heading: `${at + 1}. ${paperName[row.kind]}`, text: rowText(row) }))
            }
            signers={['工会主席', '档案保管人']}
          />
        </>
      )}
    </Screen>
  )
}

type Row = Pick<Index['rows'][number], 'kind' | 'session' | 'name'>
const whatText = ({ session, name }: Row) =>
  session === undefined ? (name ?? '') : `第 ${session.period} 届第 ${session.session} 次`

function rowText({ day, paper, ...row }: Index['rows'][number]): string {
  const where = paper.kept === 'paper' ? `存放在${paper.place}，卷号 ${paper.volume}` : '还没有存'
  return `${whatText(row)}，${fullDayText(day)}\n${where}`
}

/** What a filing named; one from before they were named has its numbers. */
function filedText({ at, kept, missing, rows, without = [] }: Index['filings'][number]): string {
  const named = (which: boolean) =>
    rows?.filter((row) => row.kept === which).map((row) => `${paperName[row.kind]} ${whatText(row)}`)
  const part = (label: string, names: readonly string[] | undefined, count = names?.length ?? 0) =>
    count === 0 ? [] : [`${label} ${count} 件${names === undefined ? '' : `：${names.join('、')}`}`]
  return [
    fullDayText(chinaDay(at)),
    ...part('存好', named(true), kept),
    ...part('还没有存', named(false), missing),
    ...(without.length === 0 ? [] : [`这半年没有登记${without.map((kind) => paperName[kind]).join('、')}`]),
  ].join('；')
}

interface StandingProps {
  readonly union: UnionId
  readonly view: Index
  readonly onFiled: () => void
}

function Standing({ union, view, onFiled }: StandingProps) {
  const file = useAct(home, 'fileHalfYear')
  const missing = view.rows.filter(({ paper }) => paper.kept === 'not-yet').length
  const next = view.toFile[0]
  const filed = async (half: string) => {
    const done = await file.run({ union, half })
    if (done.ok) onFiled()
  }
  return (
    <View className="sheet-apart">
      <Card
        title={`${homeCategoryName[view.category]}的工会，要存纸质的`}
        note={`${view.asked.map((kind) => paperName[kind]).join('、') || '没有规定'}。其他资料纸质、电子都可以。（${view.source}）`}
      />
      <Notice tone={view.rows.length === 0 ? 'info' : missing === 0 ? 'success' : 'warning'}>
        {view.rows.length === 0
          ? '还没有登记会议和合同，登记了才有目录。'
          : missing === 0
            ? '登记了的都存好了。'
            : `有 ${missing} 件还没有存纸质的。`}
        手机里的照片不代替纸质档案。
      </Notice>
      {view.mine && view.rows.length === 0 && (
        <>
          <SideAction
            id="archive-meetings"
            label="记会议"
            onTap={() => void go('officer/home/meetings/index', { union })}
          />
          <SideAction
            id="archive-contracts"
            label="记合同"
            onTap={() => void go('officer/home/management/index', { union })}
          />
        </>
      )}
      <Card
        title="半年归档"
        note={`每个半年过完，下个月归档：${halfText(halfOf(today()))}的在 ${dueText(halfOf(today()))}。`}
      />
      {view.toFile.map((half) => (
        <ListRow
          key={half}
          id={`archive-due-${half}`}
          title={`${halfText(half)}还没有归档`}
          note={`应在 ${dueText(half)}归档`}
          tag={<Tag tone="warning">{today() > filingMonth(half).until ? '过期了' : '该归档了'}</Tag>}
        />
      ))}
      {view.mine && next !== undefined && (
        <>
          {file.problem !== undefined && <Notice tone="danger">{file.problem.message}</Notice>}
          <SideAction
            id="archive-file"
            label={`${halfText(next)}归档`}
            busy={file.busy}
            onTap={() => void filed(next)}
          />
        </>
      )}
      {view.filings.map((filing) => (
        <ListRow
          key={filing.half}
          id={`archive-${filing.half}`}
          title={`${halfText(filing.half)}已归档`}
          note={filedText(filing)}
        />
      ))}
    </View>
  )
}
