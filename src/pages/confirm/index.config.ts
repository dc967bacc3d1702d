export default definePageConfig({ navigationBarTitleText: '手机确认' })
