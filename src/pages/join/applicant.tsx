import { createContext } from 'react'

/** 替谁填: for oneself, or an officer for somebody who has no WeChat at hand: then the phone that WeChat verified is not theirs. */
export const Applicant = createContext<'myself' | 'somebody-else'>('myself')
