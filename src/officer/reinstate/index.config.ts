export default definePageConfig({ navigationBarTitleText: '恢复会籍' })
