import { campaignProcedures } from './review-campaign'
import { electorateProcedures } from './review-electorate'
import { countingProcedures } from './review-counting'
import { resultProcedures } from './review-results'
import { scrutinyProcedures } from './review-scrutiny'
import { receivingProcedures } from './review-receiving'
import { roundProcedures } from './review-rounds'
import { sampleProcedures } from './review-sample'
import { surveyProcedures } from './review-survey'

/** 会员评家 as far as people are known by name in it: announcing, the list of electors, receiving, paper, the count. Votes go to `ballot`, which knows nobody. */
export const review = {
  name: 'review',
  procedures: {
    ...campaignProcedures,
    ...roundProcedures,
    ...electorateProcedures,
    ...receivingProcedures,
    ...surveyProcedures,
    ...sampleProcedures,
    ...countingProcedures,
    ...resultProcedures,
    ...scrutinyProcedures,
  },
} as const
