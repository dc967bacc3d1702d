export default definePageConfig({ navigationBarTitleText: '数据清理' })
