export default definePageConfig({ navigationBarTitleText: '民主管理' })
