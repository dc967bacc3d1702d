export default definePageConfig({ navigationBarTitleText: '逐级看' })
