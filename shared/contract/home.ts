import { meetingProcedures } from './home-meetings'

/** 职工之家: meetings, democratic management, archive, standards. */
export const home = { name: 'home', procedures: { ...meetingProcedures } } as const
