import type { RosterRow } from '../../../shared/contract/membership-views'

type State = RosterRow['state']

/** 会籍状态 as people call it. */
export const stateName: Readonly<Record<State, string>> = {
  active: '在册',
  retained: '会籍保留',
  left: '已退会',
  expelled: '已开除',
  deceased: '已去世',
}

export const stateTone: Readonly<Record<State, 'success' | 'warning' | 'neutral'>> = {
  active: 'success',
  retained: 'warning',
  left: 'neutral',
  expelled: 'neutral',
  deceased: 'neutral',
}
