export default definePageConfig({ navigationBarTitleText: '评家管理' })
