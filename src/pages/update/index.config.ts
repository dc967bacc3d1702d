export default definePageConfig({ navigationBarTitleText: '请更新' })
