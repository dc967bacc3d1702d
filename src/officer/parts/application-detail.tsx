import { Image, Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { ApplicationView } from '../../../shared/contract/membership-views'
import type { ApplicationId, UnionId } from '../../../shared/core/ids'
import { educationName, householdName } from '../../../shared/membership/labels'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { Notice } from '../../components/Notice'
import { ProblemState } from '../../components/ProblemState'
import { SignatureView } from '../../components/SignaturePad'
import { Steps } from '../../components/Steps'
import { Tag } from '../../components/Tag'
import { Waiting } from '../../components/Waiting'
import { useAsk } from '../../services/use-ask'
import { fullDayText, momentText, today } from '../../pages/today'
import { Decision } from './decision'
import { dueLabel } from './due'
import { duplicateText } from './texts'
import { pastSteps } from './timeline'
import './parts.scss'

interface Props {
  readonly union: UnionId
  readonly application: ApplicationId
  /** May this officer hand it to another union? */
  readonly mayAssign: boolean
  readonly onDecided: () => void
}

/** 申请详情: what the committee needs to know, what the machine checked, and the decision. */
export function ApplicationDetail({ union, application, mayAssign, onDecided }: Props) {
  const found = useAsk(membership, 'openApplication', { union, application })
  const view = found.data
  if (view === undefined)
    return found.problem === undefined ? <Waiting /> : <ProblemState problem={found.problem} onRetry={found.reload} />
  return (
    <View className="detail">
      <Who view={view} />
      <Checks view={view} />
      <Card title="所在单位和工作">
        <FactList items={view.facts} />
      </Card>
      <Elsewhere view={view} />
      <Card title="为什么归本会">
        <Text>{view.route.sentence}</Text>
        {view.route.notes.map((note) => (
          <Text key={note} className="detail-note">
            {note}
          </Text>
        ))}
        <Fold id="application-clause" summary="依据">
          {view.route.clauses.map(({ title, quote }) => (
            <View key={title}>
              <Text>{title}</Text>
              {quote !== undefined && <Text className="detail-note">{quote}</Text>}
            </View>
          ))}
        </Fold>
      </Card>
      <Letter view={view} />
      <Card title="经过">
        <Steps items={pastSteps(view.timeline)} />
      </Card>
      <Decision view={view} mayAssign={mayAssign} reload={found.reload} onDecided={onDecided} />
    </View>
  )
}

function Who({ view: { applicant, category, state, workingDaysLeft, dueOn } }: { readonly view: ApplicationView }) {
  const due = dueLabel(workingDaysLeft, dueOn < today())
  const sex = applicant.sex === undefined ? undefined : applicant.sex === 'male' ? '男' : '女'
  const facts = [
    { heading: applicant.documentName, text: applicant.maskedNumber },
    { heading: '手机号', text: `${applicant.mobile}${applicant.mobileVerified ? '（微信已验证）' : '（没有验证）'}` },
    { heading: '国籍', text: applicant.nationality === 'CHN' ? '中国' : applicant.nationality },
    { heading: '学历', text: educationName[applicant.education] },
    { heading: '户籍', text: householdName[applicant.household] },
  ]
  return (
    <Card>
      <View className="detail-head">
        <Text className="detail-name">{applicant.name}</Text>
        {state === 'submitted' && <Tag tone={due.tone}>{due.text}</Tag>}
      </View>
      <Text className="detail-note">
        {[category, sex, applicant.age === undefined ? undefined : `${applicant.age} 岁`]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </Text>
      <FactList items={facts} />
    </Card>
  )
}

function Checks({ view }: { readonly view: ApplicationView }) {
  const duplicate = duplicateText[view.duplicate]
  return (
    <>
      {view.objection !== undefined && (
        <Notice tone="warning" title="本人说“这不对”" id="application-objection">
          {view.objection}
        </Notice>
      )}
      {duplicate !== undefined && (
        <Notice tone="danger" title="证件重复" id="application-duplicate">
          {duplicate}
        </Notice>
      )}
      {view.identityWarnings.length > 0 ? (
        <Notice tone="warning" title="证件请再核对一下">
          {view.identityWarnings.join('；')}
        </Notice>
      ) : (
        <Notice tone="success" title="证件号码校验无误" />
      )}
    </>
  )
}

/** 转入前的会籍: what the officer compares with the picture before the committee approves. */
function Elsewhere({ view: { elsewhere } }: { readonly view: ApplicationView }) {
  if (elsewhere === undefined) return null
  const { unionName, since, picture } = elsewhere
  return (
    <Card
      id="application-elsewhere"
      title="从外地转入"
      note={`批准后会籍从${unionName}转入本会${since === undefined ? '，入会日期从批准那天算' : `，入会日期接着 ${fullDayText(since)}算`}。`}
    >
      {picture === undefined ? (
        <Notice tone="warning">本人没有附会员证照片，请打电话向原来的工会核对，或者退回请本人补。</Notice>
      ) : (
        <Image className="paper" src={picture} mode="widthFix" ariaLabel="会员证或会籍证明的照片" />
      )}
    </Card>
  )
}

function Letter({ view: { letter, committee, memberNumber } }: { readonly view: ApplicationView }) {
  return (
    <Card
      title={letter.title}
      note={`${momentText(letter.agreedAt)} 本人${letter.signature === undefined ? '勾选同意' : '签名'}`}
    >
      <Fold id="application-letter" summary="看全文">
        <Text>{letter.text}</Text>
      </Fold>
      {letter.signature !== undefined && (
        <SignatureView id="application-signature" strokes={letter.signature.strokes} />
      )}
      {committee !== undefined && (
        <Text className="detail-note">{`委员会 ${fullDayText(committee.decidedOn)}讨论通过${committee.note === undefined ? '' : `：${committee.note}`}`}</Text>
      )}
      {memberNumber !== undefined && <Text className="detail-note">{`会员号 ${memberNumber}`}</Text>}
    </Card>
  )
}
