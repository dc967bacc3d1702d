export default definePageConfig({ navigationBarTitleText: '资料更正与删除' })
