import { View } from '@tarojs/components'
import { home } from '../../../../../shared/contract/home'
import { targetReached } from '../../../../../shared/home/above/sums'
import { Card } from '../../../../components/Card'
import { Empty } from '../../../../components/Empty'
import { ListRow } from '../../../../components/ListRow'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { Bars } from '../../../parts/bars'
import { useOffice, useUnion } from '../../../parts/use-office'
import { go } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { missingText, standardName, shareText, type Below } from '../texts'
import { Advice } from './advice'
import { Heat } from './heat'
import { Items } from './items'
import '../above.scss'

/** 职工之家建设: for whoever leads others the sums below, for a union alone what it was advised. */
export default function HomeOverviewPage() {
  const union = useUnion()
  const { office } = useOffice()
  const own = office?.union === union
  const asked = useAsk(home, 'homeBelow', union === undefined ? undefined : { union })
  const below = asked.data
  const leads = below?.leads === true || (own && office?.leads === true)
  return (
    <Screen title="职工之家建设" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union !== undefined && below !== undefined && (
        <View className="home-list">
          {below.unions === 0 && <Empty title="还没有数完" note="每天数一遍，明天再来看。" />}
          {below.unions > 0 && leads && <Sums below={below} />}
          <View className="home-list">
            {leads && (
              <Way union={union} to="above/below" title="逐级看" note="每个工会用哪套标准、达标没有；一级一级往下点" />
            )}
            {leads && own && (
              <>
                <Way union={union} to="above/weakest" title="先帮谁" note="差距最大的工会；给他们提建议" />
                <Way union={union} to="above/report" title="建家情况报送" note="向上级报；看下级报了没有；打印汇总" />
              </>
            )}
            {own ? (
              <Way union={union} to="standards" title="本会对照标准" note="哪几条达到了，先补哪一样；申报评定" />
            ) : (
              <>
                <Way union={union} to="standards" title="对照标准" />
                <Way union={union} to="meetings" title="两个大会" />
                <Way union={union} to="management" title="民主管理" />
                <Way union={union} to="archive" title="纸质档案" />
              </>
            )}
            <Way union={union} to="titles/own" title="模范职工之家" note="创建、申报、表彰、复查；推荐荣誉" />
          </View>
          <Advice union={union} />
          {below.items.length > 0 &&
            (leads ? <Heat union={union} items={below.items} /> : <Items items={below.items} />)}
        </View>
      )}
    </Screen>
  )
}

interface WayProps {
  readonly union: string
  readonly to: string
  readonly title: string
  readonly note?: string
}

function Way({ union, to, title, note }: WayProps) {
  return (
    <ListRow id={`home-${to}`} title={title} note={note} onTap={() => void go(`officer/home/${to}/index`, { union })} />
  )
}

function Sums({ below }: { readonly below: Below }) {
  const { name, unions, reached, target, targetSource, assessed, passed, standards } = below
  const met = targetReached(reached, target)
  return (
    <View className="home-two">
      <Card id="home-reached" title={name} note={`下面 ${unions} 家工会，评定过 ${assessed} 家，评定达标 ${passed} 家`}>
        <Bars items={[{ label: `达标 ${shareText(reached.met, reached.of)}`, count: reached.met }]} of={reached.of} />
        {met !== undefined && (
          <Notice tone={met ? 'success' : 'warning'} id="home-target">
            {`目标 ${target}% 以上，${met ? '已经达到' : missingText(reached, target)}（${targetSource}）。`}
          </Notice>
        )}
      </Card>
      <Card title="各套标准达标的工会">
        {standards.map(({ standard, of, met: reach }) => (
          <Bars key={standard} items={[{ label: standardName[standard], count: reach }]} of={of} />
        ))}
      </Card>
    </View>
  )
}
