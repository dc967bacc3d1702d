import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { MemberCongress, StaffCongress } from '../../../shared/home/meetings/facts'
import { mayKeepPictures } from '../../_kernel/documents'
import type { Call } from '../../_kernel/serve'

/** 能不能写: it was held, and its photographs are the writer’s or this record’s. A file of the other kind of meeting is neither. */
export async function mayBeWritten(
  { day, papers }: Pick<MemberCongress | StaffCongress, 'day' | 'papers'>,
  belongsTo: { readonly collection: string; readonly record: string },
  call: Pick<Call<unknown>, 'files' | 'store' | 'account' | 'today'>,
): Promise<Outcome<void, 'DAY_INVALID' | 'DOCUMENT_MISSING'>> {
  if (day > call.today)
    return refuse('DAY_INVALID', { field: 'facts.day', message: '开过的会才登记，日期不能晚于今天。' })
  return (await mayKeepPictures(papers, belongsTo, call))
    ? succeed(undefined)
    : refuse('DOCUMENT_MISSING', { field: 'facts.papers', message: '照片过期了，请重新拍一次。' })
}
