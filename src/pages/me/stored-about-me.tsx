import { Text } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import { educationName, householdName } from '../../../shared/membership/labels'
import { maskMobile } from '../../../shared/identity/mask'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Notice } from '../../components/Notice'
import { useAsk } from '../../services/use-ask'
import { today } from '../today'

const ofNobody = '还没有提交过申请，没有存您的资料。填到一半的草稿只有您自己能看到。'
const ofMember =
  '花名册上的那一行：姓名、证件号码、手机号、性别、出生日期、国籍、学历、户籍、单位和会籍变动。证件号码和手机号加密保存。要看要改，请找您的工会。'

/** 存了我的什么: the data of my application in plain words; numbers masked even on my own screen. */
export function StoredAboutMe({ member }: { readonly member: boolean }) {
  const mine = useAsk(membership, 'mine', {})
  if (mine.problem !== undefined) {
    return (
      <Notice tone="warning" action={{ label: '重试', onTap: mine.reload }}>
        没能查到存了哪些资料。
      </Notice>
    )
  }
  const application = mine.data?.application
  if (application?.answers === undefined) {
    return mine.data === undefined ? null : <Card title="系统里存了您的什么" note={member ? ofMember : ofNobody} />
  }
  const { identity, details } = application.answers
  const id = parsePersonId(identity.number, today(), identity.document)
  const mobile = parseMobile(identity.mobile)
  return (
    <Card title="系统里存了您的什么">
      <FactList
        items={[
          { heading: '姓名', text: identity.name },
          { heading: '证件号码', text: id.ok ? id.masked : '已加密保存' },
          { heading: '手机号', text: mobile.ok ? maskMobile(mobile.normalised) : '已加密保存' },
          { heading: '学历', text: educationName[details.education] },
          { heading: '户籍', text: householdName[details.household] },
          ...application.facts,
        ]}
      />
      <Text className="me-privacy-text">要更正，请打电话给您的工会；申请被退回时，可以自己改。</Text>
    </Card>
  )
}
