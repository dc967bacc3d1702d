export default definePageConfig({ navigationBarTitleText: '对选民名单提意见' })
