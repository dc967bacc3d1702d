/** Why there is no code to judge. */
export type NoCode = 'denied' | 'no-camera' | 'no-code' | 'unreadable'

export interface FinderProps {
  /** 扫会员卡, 扫下一张. */
  readonly label: string
  /** Looking begins: the verdict before it goes. */
  readonly onLook: () => void
  readonly onText: (text: string) => void
  readonly onNoCode: (why: NoCode) => void
}
