/** Whose words and lists hold in a region: 001 with its categories and 八有, 002 with 六个规范, 004 with 六有 alone. */
export const homeDocuments = ['QINGDAO_HOME', 'JIUJIANG_STANDARDS', 'SHANDONG_GRASSROOTS'] as const
export type HomeDocument = (typeof homeDocuments)[number]
