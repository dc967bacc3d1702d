export default definePageConfig({ navigationBarTitleText: '变动记录' })
