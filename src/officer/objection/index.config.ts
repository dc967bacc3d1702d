export default definePageConfig({ navigationBarTitleText: '会员的异议' })
