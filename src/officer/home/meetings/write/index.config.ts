export default definePageConfig({ navigationBarTitleText: '登记会议' })
