import { mostLines } from '../../../../../shared/home/meetings/facts'
import { Card } from '../../../../components/Card'
import { Field } from '../../../../components/Field'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { TextAction } from '../../../../components/TextAction'
import type { QuestionProps } from './question-props'

/** 决议: one card each, with the votes where they were counted. */
export function Resolutions({ draft, errors, onChange }: Pick<QuestionProps, 'draft' | 'errors' | 'onChange'>) {
  const { resolutions } = draft
  const change = (at: number, part: Partial<(typeof resolutions)[number]>) =>
    onChange({ ...draft, resolutions: resolutions.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <>
      {resolutions.length === 0 && (
        <Notice tone="info" title="通过了哪些决议？">
          一项一项加；没有决议可以直接下一步。请不要写身份证号、手机号。
        </Notice>
      )}
      {resolutions.map(({ text, agreed }, at) => (
        <Card key={at} title={`第 ${at + 1} 项决议`}>
          <Field
            id={`meeting-resolution-${at}`}
            label="内容"
            multiline
            maxLength={300}
            value={text}
            onInput={(value) => change(at, { text: value })}
            error={errors[`resolutions.${at}.text`]}
          />
          <Field
            id={`meeting-agreed-${at}`}
            label="赞成票"
            hint="没有计票可以不填；超过应到人数的一半才算通过"
            type="number"
            maxLength={7}
            value={agreed}
            onInput={(value) => change(at, { agreed: value })}
            error={errors[`resolutions.${at}.agreed`]}
          />
          <TextAction
            id={`meeting-resolution-${at}-none`}
            label="去掉这一项"
            onTap={() => onChange({ ...draft, resolutions: resolutions.filter((_, index) => index !== at) })}
          />
        </Card>
      ))}
      {resolutions.length < mostLines && (
        <SideAction
          id="meeting-resolution-more"
          label={resolutions.length === 0 ? '写一项决议' : '再写一项'}
          onTap={() => onChange({ ...draft, resolutions: [...resolutions, { text: '', agreed: '' }] })}
        />
      )}
    </>
  )
}
