export default definePageConfig({ navigationBarTitleText: '先帮谁' })
