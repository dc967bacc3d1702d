import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import { useLargeType } from '../services/large-type'
import type { Problem } from '../services/problem'
import { ProblemState } from './ProblemState'
import { ScreenHead } from './ScreenHead'
import { Waiting } from './Waiting'
import './Screen.scss'

export interface ScreenProps {
  readonly title: string
  readonly problem?: Problem | undefined
  readonly loading?: boolean
  readonly onRetry?: () => void
  /** Stays at the bottom, above the phone’s own bar. */
  readonly footer?: ReactNode
  /** 0 to 1, of something with several steps. */
  readonly progress?: number
  readonly tone?: 'page' | 'plain'
  /** A desk page: as wide as the window, up to 1280 px. */
  readonly wide?: boolean
  readonly children?: ReactNode
}

/** 页面: title, waiting, problems and the bar at the bottom in one place, so that no page forgets them. What is there already stays while more is loading. */
export function Screen({
  title,
  problem,
  loading = false,
  onRetry,
  footer,
  progress,
  tone = 'page',
  wide = false,
  children,
}: ScreenProps) {
  const { large } = useLargeType()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  const empty = children === undefined || children === null || children === false
  return (
    <View className={`screen screen-${tone}${large ? ' large' : ''}${wide ? ' screen-wide' : ''}`}>
      <ScreenHead title={title} />
      {progress !== undefined && (
        <View className="screen-progress">
          <View className="screen-progress-done" style={{ width: `${Math.round(progress * 100)}%` }} />
        </View>
      )}
      <View className="screen-body">
        {problem !== undefined && <ProblemState problem={problem} onRetry={onRetry} />}
        {loading && empty && problem === undefined && <Waiting />}
        {children}
      </View>
      {footer !== undefined && footer !== null && <View className="screen-foot">{footer}</View>}
    </View>
  )
}
