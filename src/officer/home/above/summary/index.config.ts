export default definePageConfig({ navigationBarTitleText: '建家情况汇总' })
