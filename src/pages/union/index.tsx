import Taro from '@tarojs/taro'
import { Image, Text, View } from '@tarojs/components'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { UnionId } from '../../../shared/core/ids'
import { committeeName } from '../../../shared/org/committees'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { go, goHome, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { hotline } from '../hotline'
import { fullDayText } from '../today'
import './index.scss'

type UnionView = z.infer<typeof registry.procedures.unionPage.output>

export default function UnionPage() {
  const union = UnionId.safeParse(useParams().union)
  const page = useAsk(registry, 'unionPage', union.success ? { union: union.data } : undefined)
  return (
    <Screen title="工会" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {union.success ? page.data !== undefined && <Union union={page.data} id={union.data} /> : <Unknown />}
    </Screen>
  )
}

function Unknown() {
  return (
    <Empty title="没有找到这个工会" note="链接可能不完整。" action={{ label: '回首页', onTap: () => void goHome() }} />
  )
}

function Union({ union, id }: { readonly union: UnionView; readonly id: UnionId }) {
  const { name, type, phone, address, above, officers, committees, left, region } = union
  const number = phone ?? hotline
  return (
    <View className="union">
      <View className="union-head">
        <Text className="union-name">{name}</Text>
        <Text className="union-type">{type}</Text>
      </View>
      <Card>
        <FactList
          items={[
            { heading: '电话', text: phone ?? `没有登记，可打 ${hotline}` },
            {
              heading: '职工服务热线',
              text: hotline,
              ...(phone === undefined
                ? {}
                : {
                    action: {
                      id: 'union-hotline',
                      label: '打电话',
                      onTap: () => void Taro.makePhoneCall({ phoneNumber: hotline }),
                    },
                  }),
            },
            ...(address === undefined ? [] : [{ heading: '地址', text: address }]),
          ]}
        />
        <SideAction
          id="union-call"
          label={`打电话 ${number}`}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: number })}
        />
      </Card>
      <Card title="工会干部" {...(officers.length === 0 ? { note: '还没有同意公开的干部。' } : {})}>
        {officers.map((officer) => (
          <OfficerLine key={officer.officer} officer={officer} />
        ))}
      </Card>
      <Card title="委员会" {...(committees.length === 0 ? { note: '还没有登记。' } : {})}>
        <FactList
          items={committees.map(({ kind, seats, electedOn, until }) => ({
            heading: committeeName[kind],
            text: `${seats} 人，${fullDayText(electedOn)}选出，任期到 ${fullDayText(until)}`,
          }))}
        />
      </Card>
      {left !== undefined && (
        <Card
          title="退会公布"
          note={`${fullDayText(left.since)}以来退会${left.count === undefined ? `少于 ${left.limit}` : ` ${left.count}`} 人。只公布人数，不公布姓名。`}
        />
      )}
      {above !== undefined && (
        <ListRow
          id="union-above"
          title={above.name}
          note="上级工会"
          onTap={() => void go('pages/union/index', { union: above.union })}
        />
      )}
      <ListRow
        id="union-news"
        title="会务公开"
        note="经费收支、决议、通知、活动报名"
        onTap={() => void go('pages/news/list/index', { union: id })}
      />
      <ListRow
        id="union-services"
        title="会员卡用在哪里"
        note="医疗、法律援助、疗休养、特约商家"
        onTap={() => void go('pages/card/services/index', { union: id })}
      />
      <ListRow
        id="union-letter"
        title="入会申请书样本"
        note="入会时要读的就是这一份"
        onTap={() => void go('pages/letter/index', { union: id })}
      />
      <ListRow
        id="union-policies"
        title="本地规定"
        note="入会、转会、评家按什么办，写在哪里"
        onTap={() => void go('rules/policies/index', { region })}
      />
    </View>
  )
}

type Shown = UnionView['officers'][number]

/** 双亮: role and masked name; phone and picture where the officer agreed to them by themselves. */
function OfficerLine({ officer }: { readonly officer: Shown }) {
  const { role, maskedName, phone, photo } = officer
  const picture = useAsk(registry, 'officerPhoto', photo ? { officer: officer.officer } : undefined)
  return (
    <View className="union-officer">
      {picture.data !== undefined && (
        <Image className="union-photo" src={picture.data.picture} mode="aspectFill" ariaLabel={`${maskedName}的照片`} />
      )}
      <View className="union-officer-text">
        <Text className="union-role">{role}</Text>
        <Text className="union-officer-name">{maskedName}</Text>
      </View>
      {phone !== undefined && (
        <TextAction label={phone} onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })} />
      )}
    </View>
  )
}
