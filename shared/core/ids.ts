import { z } from 'zod'

/**
 * Identifiers of records, branded so that a union's id cannot be handed in where a person's is meant.
 * An id is opaque: 1 to 64 letters, digits, `_`, `-`, `.` or `:`; it never carries personal data.
 */
const opaque = /^[A-Za-z0-9_.:-]{1,64}$/

export const RegionId = z.string().regex(opaque).brand<'RegionId'>()
export const UnitId = z.string().regex(opaque).brand<'UnitId'>()
export const UnionId = z.string().regex(opaque).brand<'UnionId'>()
export const PersonId = z.string().regex(opaque).brand<'PersonId'>()
export const AccountId = z.string().regex(opaque).brand<'AccountId'>()
export const ApplicationId = z.string().regex(opaque).brand<'ApplicationId'>()
export const TransferId = z.string().regex(opaque).brand<'TransferId'>()
export const ServiceId = z.string().regex(opaque).brand<'ServiceId'>()
export const ReviewId = z.string().regex(opaque).brand<'ReviewId'>()
/** 评家活动: what an upper union announces for its area. */
export const ReviewRoundId = z.string().regex(opaque).brand<'ReviewRoundId'>()
export const FileId = z.string().regex(opaque).brand<'FileId'>()
/** 公开的一条: what a union published. */
export const PublicationId = z.string().regex(opaque).brand<'PublicationId'>()
/** 会员(代表)大会的一次会议. */
export const MemberCongressId = z.string().regex(opaque).brand<'MemberCongressId'>()
/** 职工(代表)大会的一次会议: another brand, since one never stands in for the other. */
export const StaffCongressId = z.string().regex(opaque).brand<'StaffCongressId'>()
/** 导入: one file on its way into the register. */
export const ImportId = z.string().regex(opaque).brand<'ImportId'>()
/** 导出: one table on its way out. */
export const ExportId = z.string().regex(opaque).brand<'ExportId'>()
/** What a QR code carries: WeChat allows 32 characters (`wxacode.getUnlimited`, scene). */
export const Scene = z
  .string()
  .regex(/^[A-Za-z0-9_-]{6,32}$/)
  .brand<'Scene'>()
/** 电脑浏览器: a digest of the secret in its cookie. */
export const BrowserId = z.string().regex(opaque).brand<'BrowserId'>()
/** 确认码: what a desk page shows and the phone scans; 128 random bits. */
export const ConfirmationCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'ConfirmationCode'>()
/** 任职码、绑定码: what an officer hands to one person; 128 random bits. 验卡码: what a service’s verifier link carries. */
export const HandedCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'HandedCode'>()
/** 纸条上的码: a 调查码, and after `@` the survey that it belongs to; a notice on the wall names the survey alone. */
export const SlipText = z
  .string()
  .regex(/^[0-9A-Za-z*~$=-]{0,30}@[A-Za-z0-9_.:-]{1,64}$/)
  .brand<'SlipText'>()
/** Chosen by the caller, once per act: the same id with the same input has one effect. */
export const RequestId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand<'RequestId'>()
/** Counts the changes of a record; whoever decides says which one they saw. */
export const Revision = z.number().int().min(1).brand<'Revision'>()

export type RegionId = z.infer<typeof RegionId>
export type UnitId = z.infer<typeof UnitId>
export type UnionId = z.infer<typeof UnionId>
export type PersonId = z.infer<typeof PersonId>
export type AccountId = z.infer<typeof AccountId>
export type ApplicationId = z.infer<typeof ApplicationId>
export type TransferId = z.infer<typeof TransferId>
export type ServiceId = z.infer<typeof ServiceId>
export type ReviewId = z.infer<typeof ReviewId>
export type ReviewRoundId = z.infer<typeof ReviewRoundId>
export type PublicationId = z.infer<typeof PublicationId>
export type FileId = z.infer<typeof FileId>
export type MemberCongressId = z.infer<typeof MemberCongressId>
export type StaffCongressId = z.infer<typeof StaffCongressId>
export type ImportId = z.infer<typeof ImportId>
export type ExportId = z.infer<typeof ExportId>
export type Scene = z.infer<typeof Scene>
export type BrowserId = z.infer<typeof BrowserId>
export type ConfirmationCode = z.infer<typeof ConfirmationCode>
export type HandedCode = z.infer<typeof HandedCode>
export type SlipText = z.infer<typeof SlipText>
export type RequestId = z.infer<typeof RequestId>
export type Revision = z.infer<typeof Revision>
