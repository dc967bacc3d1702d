import { session } from '../../shared/contract/session'
import { succeed } from '../../shared/core/outcome'
import { implement } from '../_kernel/serve'

/** 订阅消息模板: none where the system does not send any, and then nobody is asked. */
export const messageTemplates = implement(session.procedures.messageTemplates, async ({ messenger }) =>
  succeed({ templates: [...messenger.templates] }),
)
