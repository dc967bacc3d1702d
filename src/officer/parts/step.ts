import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { ApplicationView } from '../../../shared/contract/membership-views'

/** What every act on an application is given. */
export interface StepProps {
  readonly view: ApplicationView
  readonly reload: () => void
  readonly onDecided: () => void
  readonly onCancel: () => void
}

/** An act that opens below a long page is brought to where the eyes are. */
export function useInView(id: string): void {
  useEffect(() => {
    const later = setTimeout(() => void Taro.pageScrollTo({ selector: `#${id}`, duration: 200 }), 50)
    return () => clearTimeout(later)
  }, [id])
}
