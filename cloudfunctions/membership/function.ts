import { membership } from '../../shared/contract/membership'
import { serve } from '../_kernel/serve'
import { assign } from './assign'
import { assignable } from './assignable'
import { decide } from './decide'
import { decideBatch } from './decide-batch'
import { dropDraft, loadDraft, saveDraft } from './drafts'
import { inbox } from './inbox'
import { letter } from './letter'
import { letterCopy } from './letter-copy'
import { letters } from './letters'
import { member } from './member'
import { mine } from './mine'
import { openApplication } from './open-application'
import { previewRoute } from './preview-route'
import { remind } from './remind'
import { resubmit } from './resubmit'
import { roster } from './roster'
import { submit } from './submit'
import { withdraw } from './withdraw'

/** 入会与会籍. */
export const membershipFunction = serve(membership, {
  loadDraft,
  saveDraft,
  dropDraft,
  previewRoute,
  letter,
  submit,
  mine,
  resubmit,
  withdraw,
  remind,
  inbox,
  openApplication,
  decide,
  decideBatch,
  assignable,
  assign,
  roster,
  member,
  letters,
  letterCopy,
})
