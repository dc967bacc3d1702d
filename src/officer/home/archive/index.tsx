import { View } from '@tarojs/components'
import { home } from '../../../../shared/contract/home'
import type { UnionId } from '../../../../shared/core/ids'
import { chinaDay } from '../../../../shared/core/time'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { PrintAction } from '../../../components/PrintAction'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { useUnion } from '../../parts/use-office'
import { homeCategoryName, paperName } from '../../../pages/paper-words'
import { fullDayText } from '../../../pages/today'
import type { OutputOf } from '../../../services/api'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { Sheet } from '../parts/sheet'

type Index = OutputOf<typeof home, 'archiveOfUnion'>

const halfText = (half: string) => `${half.slice(0, 4)} 年${half.endsWith('-1') ? '上' : '下'}半年`

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
                ? [{ heading: '目录', text: '还没有登记过会议和合同。登记以后，这里自动列出。' }]
                : view.rows.map((row, at) => ({ heading: `${at + 1}. ${paperName[row.kind]}`, text: rowText(row) }))
            }
            signers={['工会主席', '档案保管人']}
          />
        </>
      )}
    </Screen>
  )
}

function rowText({ day, session, name, paper }: Index['rows'][number]): string {
  const what = session === undefined ? (name ?? '') : `第 ${session.period} 届第 ${session.session} 次`
  const where = paper.kept === 'paper' ? `存放在${paper.place}，卷号 ${paper.volume}` : '还没有存'
  return `${what}，${fullDayText(day)}\n${where}`
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
      <Notice tone={missing === 0 ? 'success' : 'warning'}>
        {missing === 0 ? '登记了的都存好了。' : `有 ${missing} 件还没有存纸质的。`}手机里的照片不代替纸质档案。
      </Notice>
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
      {view.filings.map(({ half, kept, missing, at }) => (
        <ListRow
          key={half}
          id={`archive-${half}`}
          title={`${halfText(half)}已归档`}
          note={`${fullDayText(chinaDay(at))}，存好 ${kept} 件，还没有存 ${missing} 件`}
        />
      ))}
    </View>
  )
}
