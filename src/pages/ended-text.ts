import type { MembershipState } from '../../shared/membership/life'

/** 会籍结束以后 the first page says so, in a few words. */
export const endedText: Readonly<Record<Exclude<MembershipState, 'active' | 'retained'>, string>> = {
  left: '您已经退会',
  expelled: '您的会籍已被开除',
  deceased: '这份会籍登记为已终止',
}
