export default definePageConfig({ navigationBarTitleText: '干部与任期' })
