import { homeAboveProcedures } from './home-above'
import { meetingProcedures } from './home-meetings'
import { titleProcedures } from './home-titles'

/** 职工之家: meetings, democratic management, archive, standards, titles, and what an upper union sees of them. */
export const home = {
  name: 'home',
  procedures: { ...meetingProcedures, ...titleProcedures, ...homeAboveProcedures },
} as const
