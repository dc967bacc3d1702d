import type { LifeChange } from './life'

/** 变动依据: what a change of a membership rests on, as its history names it. Articles are named where their number is known (REQUIREMENTS D1). */
export const clauseOf: Readonly<Record<LifeChange, string>> = {
  move: '《工会会员会籍管理办法》第三条：会籍随劳动关系流动',
  resume: '《工会会员会籍管理办法》：保留会籍的，重新工作后接续',
  retain: '《工会会员会籍管理办法》：退休、失业、参军、单位关闭的，保留会籍',
  leave: '《中国工会章程》：会员有退会自由',
  expel: '《中国工会章程》：开除会籍由工会委员会讨论决定，报上级工会备案',
  decease: '《工会会员会籍管理办法》：会员去世，会籍终止',
  rejoin: '《中国工会章程》：本人自愿申请，工会委员会批准',
  reinstate: '登记有误，由上级工会核对后恢复',
  entrust: '《工会会员会籍管理办法》第九条：劳务派遣工可以委托管理',
  'end-entrust': '《工会会员会籍管理办法》第九条：委托管理按协议结束',
  'change-workplace': '《工会会员会籍管理办法》第三条：会籍随劳动关系流动；新单位仍归这个工会，会籍不动',
}
