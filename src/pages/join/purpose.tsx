import { createContext } from 'react'

/** 这些问题问来做什么: 入会 asks them, and 转会 asks those about work again. */
export interface Purpose {
  readonly title: string
  /** Under the button of each page. */
  readonly foot: string
  /** How much of the way lies behind is told only where all of the way is asked. */
  readonly whole: boolean
}

export const joining: Purpose = { title: '入会', foot: '填到一半离开也会保存', whole: true }
export const Purpose = createContext(joining)
