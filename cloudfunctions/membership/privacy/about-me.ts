import { membership } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { myData } from './my-data'

/** 存了我的什么. */
export const aboutMe = implement(membership.procedures.aboutMe, async (call) => succeed(await myData('masked', call)))
