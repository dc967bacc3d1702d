import { Fragment, useState } from 'react'
import { home } from '../../../../shared/contract/home'
import { MeetingKind } from '../../../../shared/home/meetings/facts'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { fullDayText, today } from '../../../pages/today'
import { useReloadOnReturn } from '../../../pages/use-reload-on-return'
import { go } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { useOffice, useUnion } from '../../parts/use-office'
import { meetingName, meetingNote, sessionText } from './texts'

const thisYear = () => Number(today().slice(0, 4))

/** 两个大会: what was held in a year, each kind by itself. */
export default function MeetingsPage() {
  const union = useUnion()
  const { office } = useOffice()
  const [year, setYear] = useState(thisYear)
  const page = useAsk(home, 'meetingsOfUnion', union === undefined ? undefined : { union, year })
  useReloadOnReturn(page.reload)
  const rows = page.data?.rows ?? []
  const mine = office?.union === union && office?.rights.includes('home') === true
  return (
    <Screen title="两个大会" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {page.data !== undefined && (
        <>
          {MeetingKind.options.map((meeting) => {
            const held = rows.filter((row) => row.meeting === meeting)
            return (
              <Fragment key={meeting}>
                <Card
                  title={`${year} 年${meetingName[meeting]}`}
                  note={held.length === 0 ? `${meetingNote[meeting]}。这一年还没有登记。` : `${meetingNote[meeting]}。`}
                >
                  {mine && (
                    <SideAction
                      id={`meetings-write-${meeting}`}
                      label={`登记一次${meetingName[meeting]}`}
                      onTap={() => void go('officer/home/meetings/write/index', { union, meeting })}
                    />
                  )}
                </Card>
                {held.map((row) => (
                  <ListRow
                    key={row.id}
                    id={`meeting-${row.id}`}
                    title={sessionText(row)}
                    note={`${fullDayText(row.day)}，应到 ${row.entitled} 人，实到 ${row.attended} 人`}
                    onTap={() => void go('officer/home/meetings/one/index', { union, meeting, id: row.id })}
                  />
                ))}
              </Fragment>
            )
          })}
          <SideAction id="meetings-earlier" label={`看 ${year - 1} 年`} onTap={() => setYear(year - 1)} />
          {year < thisYear() && (
            <SideAction id="meetings-later" label={`看 ${year + 1} 年`} onTap={() => setYear(year + 1)} />
          )}
        </>
      )}
    </Screen>
  )
}
