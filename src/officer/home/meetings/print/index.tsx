import { Text, View } from '@tarojs/components'
import { isCarried } from '../../../../../shared/home/meetings/standing'
import { Empty } from '../../../../components/Empty'
import { PrintAction } from '../../../../components/PrintAction'
import { Screen } from '../../../../components/Screen'
import { back } from '../../../../services/route'
import { Sheet } from '../../parts/sheet'
import { archiveOf, factsOf, sessionText } from '../texts'
import { useMeeting } from '../use-meeting'

/** 会议记录, to be printed, signed and kept on paper. */
export default function PrintMeetingPage() {
  const { union, page } = useMeeting()
  const view = page.data
  return (
    <Screen
      title="会议记录"
      wide
      loading={union !== undefined && page.loading}
      problem={page.problem}
      onRetry={page.reload}
      footer={view === undefined ? undefined : <PrintAction />}
    >
      {union === undefined && (
        <Empty title="没有找到这份记录" action={{ id: 'print-back', label: '返回', onTap: () => void back() }} />
      )}
      {view !== undefined && (
        <Sheet
          id="minutes"
          title={`${view.unionName}\n${sessionText({
            meeting: view.facts.meeting,
            delegates: view.facts.convened.form === 'delegates',
            period: view.facts.period,
            session: view.facts.session,
          })}会议记录`}
          rows={[
            ...factsOf(view.facts),
            ...view.facts.resolutions.map((resolution, at) => ({
              heading: `决议 ${at + 1}`,
              text: `${resolution.text}${
                resolution.agreed === undefined
                  ? ''
                  : `（赞成 ${resolution.agreed} 票，${isCarried(view.facts.entitled, resolution) === true ? '通过' : '没有通过'}）`
              }`,
            })),
            archiveOf(view.facts),
          ]}
          signers={['主持人', '记录人', '监票人']}
        />
      )}
      {view !== undefined && (
        <View className="sheet-above">
          <Text>打印、签字以后存入本会的纸质档案；两个大会各用各的记录、各建各的卷。</Text>
        </View>
      )}
    </Screen>
  )
}
