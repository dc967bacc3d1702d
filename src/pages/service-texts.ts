import type { ServiceKind } from '../../shared/card/service'

/** 服务类别, as people call them. */
export const serviceKindText: Readonly<Record<ServiceKind, string>> = {
  medical: '医疗',
  employment: '就业',
  training: '培训',
  'legal-aid': '法律援助',
  recuperation: '疗休养',
  hardship: '困难帮扶',
  'culture-sports': '文体',
  merchant: '特约商家',
}
