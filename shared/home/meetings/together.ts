import type { MemberCongress, StaffCongress } from './facts'

/**
 * 同日召开 (000 三(一)): 分别设置会标、分别设定会议议程、分别行使职权、分别作出决议、分别建立档案. What one of the two lacks, or has word for word from the other. The powers of the two
 * are two lists, so that they can be missing and never the same.
 */
export const separateOrder = ['banner', 'agenda', 'powers', 'resolutions', 'archive'] as const
export type Separate = (typeof separateOrder)[number]

export interface NotSeparate {
  readonly what: Separate
  readonly why: 'members-lacks' | 'staff-lacks' | 'both-lack' | 'same'
}

export function notSeparate(members: MemberCongress, staff: StaffCongress): readonly NotSeparate[] {
  return separateOrder.flatMap((what) => {
    const why = whyNot(wordsOf(members)[what], wordsOf(staff)[what])
    return why === undefined ? [] : [{ what, why }]
  })
}

function whyNot(members: readonly string[], staff: readonly string[]): NotSeparate['why'] | undefined {
  if (members.length === 0 && staff.length === 0) return 'both-lack'
  if (members.length === 0) return 'members-lacks'
  if (staff.length === 0) return 'staff-lacks'
  return shared(members, staff) ? 'same' : undefined
}

/** One and the same banner, resolution or volume; of agendas, which both begin with 唱国歌, the whole list. */
function shared(members: readonly string[], staff: readonly string[]): boolean {
  return members.some((text) => staff.includes(text))
}

function wordsOf(held: MemberCongress | StaffCongress): Readonly<Record<Separate, readonly string[]>> {
  const { meeting, banner, agenda, powers, resolutions, paper } = held
  return {
    banner: banner === '' ? [] : [bare(banner)],
    agenda: agenda.length === 0 ? [] : [agenda.map(bare).join('\n')],
    powers: powers.map((power) => `${meeting}:${power}`),
    resolutions: resolutions.map(({ text }) => bare(text)),
    archive: paper.kept === 'paper' ? [bare(paper.volume)] : [],
  }
}

/** Spaces and marks tell no two texts apart, but for one between two figures: 2026-1-12 is not 2026-11-2, nor 1.5 万元 15 万元. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, (marks: string, at: number) =>
    isFigure(text.charAt(at - 1)) && isFigure(text.charAt(at + marks.length)) ? '-' : '',
  )
}

const isFigure = (sign: string): boolean => /\p{N}/u.test(sign)
