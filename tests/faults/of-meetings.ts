import { asked, type Cases } from './attempt'
import { chair, union } from './ready'

/** 职工之家: meetings. */
export const meetingAttempts: Readonly<Record<string, Cases>> = {
  meetingsOfUnion: asked(chair, { union, year: 2026 }),
}
