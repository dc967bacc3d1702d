import { home } from '../../../../../shared/contract/home'
import { Card } from '../../../../components/Card'
import { Empty } from '../../../../components/Empty'
import { ListRow } from '../../../../components/ListRow'
import { Screen } from '../../../../components/Screen'
import { Tag } from '../../../../components/Tag'
import { useOffice, useUnion } from '../../../parts/use-office'
import { fullDayText } from '../../../../pages/today'
import { useReloadOnReturn } from '../../../../pages/use-reload-on-return'
import { back, go } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { honourName, levelName, stateName, toneOf } from '../texts'

/** 模范职工之家: a row for each level that somebody above keeps; for whoever leads others, the register. */
export default function TitlesPage() {
  const union = useUnion()
  const { offices } = useOffice()
  const asked = useAsk(home, 'titles', union === undefined ? undefined : { union })
  useReloadOnReturn(asked.reload)
  const office = offices.find((one) => one.union === union)
  const titles =
    asked.data?.titles.filter(({ keeperName, state }) => keeperName !== undefined || state !== 'none') ?? []
  const proposals = asked.data?.proposals ?? []
  return (
    <Screen title="模范职工之家" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {office?.leads === true && (
        <ListRow
          id="titles-register"
          title="下级工会的称号"
          note="考核、表彰、复查；推荐来的荣誉"
          onTap={() => void go('officer/home/titles/register/index', { union })}
        />
      )}
      {asked.data !== undefined && titles.length === 0 && (
        <Empty
          title="本会上面没有工会，不申报称号"
          action={{ id: 'titles-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {titles.map(({ level, state, keeperName, recheckOn }) => (
        <ListRow
          key={level}
          id={`title-${level}`}
          title={levelName[level]}
          note={recheckOn === undefined ? `由${keeperName ?? '上级工会'}考核` : `下次复查 ${fullDayText(recheckOn)}`}
          tag={<Tag tone={toneOf[state]}>{stateName[state]}</Tag>}
          onTap={() => void go('officer/home/titles/one/index', { union, level })}
        />
      ))}
      {titles.length > 0 && office?.rights.includes('officers') === true && (
        <ListRow
          id="titles-honour"
          title="推荐劳动奖状、奖章"
          note={asked.data?.needsTitle === true ? '要先有同级模范职工之家' : '先看有没有同级模范职工之家'}
          onTap={() => void go('officer/home/titles/honour/index', { union })}
        />
      )}
      {proposals.length > 0 && (
        <Card title="推荐过的">
          {proposals.map(({ proposal, level, honour, on, held }) => (
            <ListRow
              key={proposal}
              title={`${levelName[level]}${honourName[honour]}`}
              note={`${fullDayText(on)}推荐${held ? '' : '，当时没有同级称号'}`}
            />
          ))}
        </Card>
      )}
    </Screen>
  )
}
