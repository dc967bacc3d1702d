export default definePageConfig({ navigationBarTitleText: '申报评定' })
