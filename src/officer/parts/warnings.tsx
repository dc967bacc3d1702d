import type { WarningView } from '../../../shared/contract/registry-unions'
import { Notice } from '../../components/Notice'
import { warningText } from './registry-texts'

/** 提醒: each with the document and the clause. Nothing stands here where all is well. */
export function Warnings({ warnings }: { readonly warnings: readonly WarningView[] }) {
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={warning.kind} tone="warning" title={warningText(warning)}>
          {`${warning.source} ${warning.clause}`}
        </Notice>
      ))}
    </>
  )
}
