export default definePageConfig({ navigationBarTitleText: '规定管理' })
