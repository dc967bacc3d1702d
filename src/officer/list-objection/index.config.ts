export default definePageConfig({ navigationBarTitleText: '对选民名单的异议' })
