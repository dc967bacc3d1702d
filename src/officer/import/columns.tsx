import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { organisationColumns, rosterColumns } from '../../../shared/roster/annexes'
import { columnName } from '../../../shared/roster/cell'
import type { ImportAnnex } from '../../../shared/roster/import'
import { namesAnother } from '../../../shared/roster/roster-head'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useOffice } from '../parts/use-office'
import { annexName, type ImportColumns, type ImportView } from './texts'

interface Props {
  readonly union: UnionId
  readonly view: ImportView
  readonly onView: (view: ImportView) => void
  readonly onCancel: () => void
}

/** Not in the file: no column of it. */
const none = 'none'

/** 第二步: what the file is, and which of its columns is which; suggested, and open to change. */
export function Columns({ union, view, onView, onCancel }: Props) {
  const [annex, setAnnex] = useState<ImportAnnex>()
  const [sheet, setSheet] = useState<string>()
  const [headRow, setHeadRow] = useState<number>()
  const asked = useAsk(membership, 'importColumns', {
    union,
    import: view.import,
    ...(annex === undefined ? {} : { annex }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headRow === undefined ? {} : { headRow }),
  })
  const found = asked.data
  const own = useOffice().offices.find((office) => office.union === union)?.unionName
  if (asked.problem !== undefined) return <ProblemState problem={asked.problem} onRetry={asked.reload} />
  if (found === undefined) return null
  return (
    <>
      <Card title="这是什么表？" note={view.fileName}>
        <View className="import-columns">
          <PickField
            id="import-annex"
            label="表格"
            value={found.annex}
            options={(['roster', 'organisation'] as const).map((value) => ({ value, label: annexName[value] }))}
            onChange={setAnnex}
          />
          {found.sheets.length > 1 && (
            <PickField
              id="import-sheet"
              label="工作表"
              value={found.sheet}
              options={found.sheets.map((name) => ({ value: name, label: name }))}
              onChange={setSheet}
            />
          )}
          <PickField
            id="import-head"
            label="标题在第几行？"
            value={String(found.headRow)}
            options={headRows}
            onChange={(row) => setHeadRow(Number(row))}
          />
        </View>
        {found.unionName !== '' && <Text className="import-note">{`表头写的工会：${found.unionName}`}</Text>}
      </Card>
      {own !== undefined && namesAnother(found, own) && (
        <Notice tone="warning" id="import-other-union">
          {`表头写的工会和本会不一样。导入以后，表里的人都登记在${own}。`}
        </Notice>
      )}
      <Matching
        key={`${found.annex}:${found.sheet ?? ''}:${found.headRow}`}
        {...{ union, view, found, onView, onCancel }}
      />
    </>
  )
}

const headRows = Array.from({ length: 31 }, (_, row) => ({
  value: String(row),
  label: row === 0 ? '没有标题行' : `第 ${row} 行`,
}))

function Matching({ union, view, found, onView, onCancel }: Props & { readonly found: ImportColumns }) {
  const [columns, setColumns] = useState<Readonly<Record<string, number>>>(found.columns)
  const map = useAct(membership, 'mapImport')
  useEffect(() => setColumns(found.columns), [found])
  const keys: readonly { readonly key: string; readonly heading: string }[] =
    found.annex === 'roster' ? rosterColumns : organisationColumns
  const options = [
    { value: none, label: '表里没有' },
    ...found.heads.map(({ column, heading, samples }) => ({
      value: String(column),
      label: `${columnName(column)} ${heading === '' ? samples.slice(0, 2).join('、') : heading}`,
    })),
  ]
  const choose = (key: string, value: string) =>
    setColumns((before) => {
      const { [key]: _, ...rest } = before
      return value === none ? rest : { ...rest, [key]: Number(value) }
    })
  const send = async () => {
    const { annex, sheet, headRow } = found
    const chosen = { annex, headRow, columns: { ...columns }, ...(sheet === undefined ? {} : { sheet }) }
    const answer = await map.run({ union, import: view.import, ...chosen })
    if (answer.ok) onView(answer.data)
  }
  const missing = keys.filter(({ key }) => columns[key] === undefined && key !== 'number')
  return (
    <>
      <Card title="每一列是什么？" note="系统按标题猜的，不对的请改。">
        <View className="import-columns">
          {keys.map(({ key, heading }) => (
            <View key={key} className="import-column">
              <PickField
                id={`import-column-${key}`}
                label={heading}
                value={columns[key] === undefined ? none : String(columns[key])}
                options={options}
                onChange={(value) => choose(key, value)}
              />
              <Text className="import-note">{samplesOf(found, columns[key])}</Text>
            </View>
          ))}
        </View>
      </Card>
      {missing.length > 0 && (
        <Notice tone="warning" id="import-missing">
          {`表里没有找到：${missing.map(({ heading }) => heading).join('、')}。必填的列空着，那些行不能导入。`}
        </Notice>
      )}
      {map.problem !== undefined && (
        <Notice tone="danger" id="import-columns-problem">
          {map.problem.message}
        </Notice>
      )}
      <MainAction id="import-map" label="核对" busy={map.busy} onTap={() => void send()} />
      <SideAction id="import-give-up" label="不导入了" onTap={onCancel} />
    </>
  )
}

function samplesOf({ heads }: ImportColumns, column: number | undefined): string {
  const samples = heads.find((head) => head.column === column)?.samples ?? []
  return samples.length === 0 ? '' : `例如 ${samples.join('、')}`
}
