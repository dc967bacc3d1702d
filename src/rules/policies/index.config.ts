export default definePageConfig({ navigationBarTitleText: '本地规定' })
