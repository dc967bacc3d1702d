export default definePageConfig({ navigationBarTitleText: '变更隶属' })
