import { meetingProcedures } from './home-meetings'
import { titleProcedures } from './home-titles'

/** 职工之家: meetings, democratic management, archive, standards, titles. */
export const home = { name: 'home', procedures: { ...meetingProcedures, ...titleProcedures } } as const
