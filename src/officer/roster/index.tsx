import { Text } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { RosterGroup } from '../../../shared/contract/membership-roster'
import type { PersonId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { TwoPane } from '../../components/TwoPane'
import { go, useParams } from '../../services/route'
import { fullDayText, momentText } from '../../pages/today'
import { isDesk } from '../parts/desk'
import { MemberDetail } from '../parts/member-detail'
import { useOffice } from '../parts/use-office'
import { stateName, stateTone } from '../parts/member-state'
import { useRoster } from './use-roster'
import './index.scss'

const everyUnit = 'all'
type State = keyof typeof stateName
const states = (['active', 'retained', 'left', 'expelled', 'deceased'] as const).map((value) => ({
  value,
  label: stateName[value],
}))

/** As the statistics call them. */
const groupName: Readonly<Record<RosterGroup, string>> = {
  women: '女会员',
  men: '男会员',
  regular: '一般职工',
  dispatched: '劳务派遣',
  newForm: '新就业形态',
  rural: '农民工会员',
  cards: '激活了会员卡的',
  noCard: '没激活会员卡的',
}

/** 花名册: search, filter by unit, open one. On a desk the opened one stands beside the list. */
export default function RosterPage() {
  const { office, loading, problem, none, reload } = useOffice()
  const [search, setSearch] = useState('')
  const [unit, setUnit] = useState<string>(everyUnit)
  const given = useParams()
  const [state, setState] = useState<State>(states.find(({ value }) => value === given['state'])?.value ?? 'active')
  const wanted = RosterGroup.safeParse(given['group'])
  const [group, setGroup] = useState<RosterGroup | undefined>(wanted.success ? wanted.data : undefined)
  const [opened, setOpened] = useState<PersonId>()
  const union = office?.union
  const roster = useRoster(union, search.trim(), unit === everyUnit ? undefined : unit, state, group)
  useReachBottom(roster.more)
  const open = (person: PersonId) => {
    if (isDesk()) setOpened(person)
    else void go('officer/member/index', { union, person })
  }
  const units = [
    { value: everyUnit, label: '所有单位' },
    ...roster.units.map(({ unit: value, name }) => ({ value: String(value), label: name })),
  ]
  return (
    <Screen
      title="花名册"
      wide
      loading={loading || roster.loading}
      problem={problem ?? roster.problem}
      onRetry={problem === undefined ? roster.reload : reload}
    >
      {none && <Empty title="您还没有看花名册的权限" note="由上级工会在系统里登记后，这里会出现。" />}
      {union !== undefined && (
        <TwoPane
          list={
            <>
              <Field
                id="roster-search"
                label="找人"
                value={search}
                onInput={setSearch}
                placeholder="姓名里的字，或会员号后四位"
                maxLength={20}
              />
              {roster.units.length > 1 && (
                <PickField id="roster-unit" label="单位" value={unit} options={units} onChange={setUnit} />
              )}
              <PickField id="roster-state" label="会籍" value={state} options={states} onChange={setState} />
              {group !== undefined && search.trim() === '' && (
                <Notice
                  tone="info"
                  id="roster-group"
                  action={{ id: 'roster-everybody', label: '看全部', onTap: () => setGroup(undefined) }}
                >
                  {`只列${groupName[group]}，列了 ${roster.rows.length} 人${roster.hasMore ? '，下面还有' : ''}。`}
                </Notice>
              )}
              {roster.loaded && (group === undefined || search.trim() !== '') && (
                <Text className="roster-count">
                  {search.trim() === ''
                    ? `共 ${roster.total} 人${asOf(roster.countedAt)}`
                    : `找到 ${roster.rows.length} 人`}
                </Text>
              )}
              {roster.loaded &&
                roster.rows.length === 0 &&
                group === undefined &&
                search.trim() === '' &&
                state !== 'active' && (
                  <Empty
                    title={`没有${stateName[state]}的会员`}
                    action={{ id: 'roster-active', label: '看在册会员', onTap: () => setState('active') }}
                  />
                )}
              {roster.loaded &&
                roster.rows.length === 0 &&
                group === undefined &&
                search.trim() === '' &&
                state === 'active' && (
                  <Empty
                    title="还没有会员"
                    note="把邀请海报发出去，职工扫码就能申请入会。"
                    action={{
                      id: 'roster-invite',
                      label: '发邀请海报',
                      onTap: () => void go('officer/invite/index', { union }),
                    }}
                  />
                )}
              {roster.loaded && roster.rows.length === 0 && search.trim() !== '' && (
                <Empty
                  title="没有找到"
                  note="人多的时候只找前 5000 人，写全名或先选单位会更准。"
                  action={{ label: '看全部', onTap: () => setSearch('') }}
                />
              )}
              {roster.rows.map((row) => (
                <ListRow
                  key={row.person}
                  id={`roster-${row.person}`}
                  title={row.name}
                  note={[row.unitName, `${fullDayText(row.since)}入会`].filter((part) => part !== '').join(' · ')}
                  tag={
                    row.state === 'active' ? undefined : <Tag tone={stateTone[row.state]}>{stateName[row.state]}</Tag>
                  }
                  selected={row.person === opened}
                  onTap={() => open(row.person)}
                >
                  <Text className="roster-number">{`${row.maskedNumber} · ${row.mobile}`}</Text>
                </ListRow>
              ))}
              {roster.hasMore && (
                <TextAction
                  id="roster-more"
                  label={roster.loadingMore ? '正在加载…' : '再看一些'}
                  onTap={roster.more}
                />
              )}
            </>
          }
          detail={opened === undefined ? undefined : <MemberDetail key={opened} union={union} person={opened} />}
        />
      )}
    </Screen>
  )
}

/** 截至: a large union is counted by the clock, not at every look. */
function asOf(countedAt: IsoTime | undefined): string {
  return countedAt === undefined ? '' : `（截至 ${momentText(countedAt)}）`
}
