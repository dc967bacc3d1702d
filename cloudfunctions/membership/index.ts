import { cloudMain } from '../_kernel/cloud-main'
import { membershipFunction } from './function'

export const main = cloudMain(membershipFunction)
