import { createContext, useContext } from 'react'
import { Notice } from '../../components/Notice'

/** What 重新填 does, on the first page after a draft was taken up without asking. */
export const Banner = createContext<(() => void) | undefined>(undefined)

/** 接着上次填. */
export function ResumedBanner() {
  const restart = useContext(Banner)
  if (restart === undefined) return null
  return (
    <Notice tone="info" action={{ label: '重新填', onTap: restart }}>
      上次填的都还在，已为您接着填。
    </Notice>
  )
}
