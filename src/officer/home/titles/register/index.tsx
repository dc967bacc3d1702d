import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { Empty } from '../../../../components/Empty'
import { Filters } from '../../../../components/Filters'
import { ListRow } from '../../../../components/ListRow'
import { MainAction } from '../../../../components/MainAction'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { useOffice, useUnion } from '../../../parts/use-office'
import { fullDayText } from '../../../../pages/today'
import { useReloadOnReturn } from '../../../../pages/use-reload-on-return'
import { ask, type OutputOf } from '../../../../services/api'
import { go } from '../../../../services/route'
import { usePages } from '../../../../services/use-pages'
import { Honours } from './honours'
import { levelName, stateName, toneOf, type ShownState } from '../texts'
import '../../../parts/parts.scss'

type Show = ShownState | 'honours'
type Row = OutputOf<typeof home, 'titleRegister'>['rows'][number]

const options: readonly { readonly value: Show; readonly label: string }[] = [
  ...(['applied', 'passed', 'rechecking', 'held', 'building'] as const).map((value) => ({
    value,
    label: stateName[value],
  })),
  { value: 'honours', label: '推荐的荣誉' },
]

/** 模范职工之家登记: what waits first, then what is held, by the day of its re-check. */
export default function TitleRegisterPage() {
  const union = useUnion()
  const { offices } = useOffice()
  const [show, setShow] = useState<Show>('applied')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'titleRegister', {
        union: union ?? '',
        show: show === 'honours' ? 'applied' : show,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, show],
  )
  const pages = usePages({
    fetch: union === undefined ? undefined : fetch,
    idOf: (row: Row) => `${row.of}:${row.level}`,
  })
  useReloadOnReturn(pages.reload)
  const enters = offices.find((one) => one.union === union)?.rights.includes('found') === true
  return (
    <Screen
      title="下级工会的称号"
      wide
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
      footer={
        enters ? (
          <MainAction
            id="register-enter"
            label="补录以前的称号"
            onTap={() => void go('officer/home/titles/enter/index', { union })}
          />
        ) : undefined
      }
    >
      <Filters id="register" value={show} options={options} onChange={setShow} />
      {show === 'honours' && union !== undefined && <Honours union={union} />}
      {show !== 'honours' && pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty title={`没有${stateName[show]}的`} note="下级工会申报以后，会在这里，也在待办里。" />
      )}
      {show !== 'honours' && (
        <View className="desk-list">
          {pages.rows.map(({ of, name, level, state, day }) => (
            <ListRow
              key={`${of}:${level}`}
              id={`register-${of}-${level}`}
              title={name}
              note={
                state === 'held'
                  ? `${levelName[level]}，下次复查 ${fullDayText(day)}`
                  : `${levelName[level]}，${fullDayText(day)}起`
              }
              tag={<Tag tone={toneOf[state]}>{stateName[state]}</Tag>}
              onTap={() => void go('officer/home/titles/one/index', { union, of, level })}
            />
          ))}
        </View>
      )}
      {show !== 'honours' && pages.hasMore && (
        <SideAction id="register-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
      )}
    </Screen>
  )
}
