import type { PublicationRecord } from '../../_kernel/records/publications'

/** A line of a list. */
export function rowOf(
  { _id: publication, kind, audience, title, publishedAt, activity }: PublicationRecord,
  unionName: string,
) {
  return {
    publication,
    unionName,
    kind,
    audience,
    title,
    publishedAt,
    ...(activity === undefined ? {} : { day: activity.day }),
  }
}
