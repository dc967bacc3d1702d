export default definePageConfig({ navigationBarTitleText: '会务公开' })
