export default definePageConfig({ navigationBarTitleText: '接受任职' })
