import { ChoiceList } from '../../../components/ChoiceList'
import { Field } from '../../../components/Field'
import type { PaperTyped } from './typed'

interface Props<Typed extends PaperTyped> {
  readonly id: string
  readonly draft: Typed
  /** By their paths: `paper.place`. */
  readonly errors: Readonly<Record<string, string>>
  readonly hint: string
  readonly onChange: (draft: Typed) => void
}

/** 纸质存在哪里. */
export function PaperFields<Typed extends PaperTyped>({ id, draft, errors, hint, onChange }: Props<Typed>) {
  return (
    <>
      <ChoiceList
        id={`${id}-kept`}
        label="纸质材料存档了吗？"
        value={draft.kept}
        options={[
          { value: 'paper', label: '存好了', note: '写上放在哪里' },
          { value: 'not-yet', label: '还没有', note: '存好以后回来补上' },
        ]}
        onChange={(kept) => onChange({ ...draft, kept })}
        error={errors['paper.kept']}
      />
      {draft.kept === 'paper' && (
        <>
          <Field
            id={`${id}-shelf`}
            label="放在哪里？"
            placeholder="例如：工会办公室 2 号柜"
            maxLength={60}
            value={draft.shelf}
            onInput={(shelf) => onChange({ ...draft, shelf })}
            error={errors['paper.place']}
          />
          <Field
            id={`${id}-volume`}
            label="档案卷号"
            hint={hint}
            maxLength={40}
            value={draft.volume}
            onInput={(volume) => onChange({ ...draft, volume })}
            error={errors['paper.volume']}
          />
        </>
      )}
    </>
  )
}
