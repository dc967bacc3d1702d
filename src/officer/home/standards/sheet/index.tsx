import { Text, View } from '@tarojs/components'
import { PrintAction } from '../../../../components/PrintAction'
import { Screen } from '../../../../components/Screen'
import { answerText, resultText, stateName, type Assessment, type Item } from '../texts'
import { useAssessment } from '../use-assessment'
import './index.scss'

/** 评定表, to be printed and signed: every item with its figures, what the union said, and what was found. */
export default function SheetPage() {
  const { page } = useAssessment()
  const view = page.data
  return (
    <Screen
      title="评定表"
      wide
      loading={page.loading}
      problem={page.problem}
      onRetry={page.reload}
      footer={view === undefined ? undefined : <PrintAction />}
    >
      {view !== undefined && <Sheet view={view} />}
    </Screen>
  )
}

function Sheet({ view }: { readonly view: Assessment }) {
  const { unionName, year, names, result, state, checkerName } = view
  return (
    <View className="sheet" id="sheet">
      <Text className="sheet-title">{`${year} 年职工之家评定表`}</Text>
      <Text>{`工会：${unionName}`}</Text>
      <Text>{`对照：${names.join('、')}`}</Text>
      <Text>{`结果：${result === undefined ? stateName[state] : resultText(result)}`}</Text>
      <View className="sheet-rows">
        {view.items.map((item) => (
          <View key={item.id} className="sheet-row">
            <View className="sheet-item">
              <Text className="sheet-label">{item.label}</Text>
              <Text>{item.text}</Text>
            </View>
            <View className="sheet-told">
              {toldOf(item, view).map((line) => (
                <Text key={line}>{line}</Text>
              ))}
            </View>
            <Text className="sheet-found">{foundText(item)}</Text>
          </View>
        ))}
      </View>
      <View className="sheet-sign">
        <Text>工会主席（签字）：</Text>
        <Text>年 月 日</Text>
      </View>
      <View className="sheet-sign">
        <Text>{`${checkerName}（盖章）：`}</Text>
        <Text>年 月 日</Text>
      </View>
    </View>
  )
}

function toldOf({ figures, questions, comment }: Item, view: Assessment): readonly string[] {
  const said = view.questions.filter(({ question }) => questions.includes(question))
  return [
    ...(figures === '' ? [] : [figures]),
    ...said.map((one) => answerText(one)),
    ...(comment === undefined ? [] : [`审核意见：${comment}`]),
  ]
}

function foundText({ state, finding }: Item): string {
  if (state === 'not-meant') return '不适用'
  if (state === 'gap' || finding === 'short') return '没有达到'
  return state === 'met' || finding === 'met' ? '达到' : ''
}
