import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { FactList } from '../../../components/FactList'
import { Steps } from '../../../components/Steps'
import { Tag } from '../../../components/Tag'
import { fullDayText } from '../../../pages/today'
import { levelName, pastSteps, stateName, toneOf, type Title } from './texts'

/** 一个称号: where it stands, and how it came there. */
export function Facts({ name, title }: { readonly name: string; readonly title: Title }) {
  const { level, state, awardedOn, paper, recheckOn, past } = title
  const items = [
    { heading: '表彰日期', text: awardedOn === undefined ? undefined : fullDayText(awardedOn) },
    { heading: '表彰文件', text: paper },
    { heading: '下次复查', text: recheckOn === undefined ? undefined : fullDayText(recheckOn) },
  ].flatMap(({ heading, text }) => (text === undefined ? [] : [{ heading, text }]))
  return (
    <>
      <Card title={`${levelName[level]}模范职工之家`} note={name}>
        <View>
          <Tag tone={toneOf[state]}>{stateName[state]}</Tag>
        </View>
        {items.length > 0 && <FactList items={items} />}
      </Card>
      {past.length > 0 && (
        <Card title="经过">
          <Steps items={pastSteps(past)} />
        </Card>
      )}
    </>
  )
}
