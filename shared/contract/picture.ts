import { z } from 'zod'

/** 照片: a photographed paper in base64, made small by whoever sends it. */
export const PaperPicture = z
  .string()
  .min(1, '请拍照上传')
  .max(180_000, '照片太大，请重新拍一张')
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, '照片不能用，请重新拍一张')
