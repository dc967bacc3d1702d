import { cloudMain } from '../_kernel/cloud-main'
import { reviewFunction } from './function'

export const main = cloudMain(reviewFunction)
