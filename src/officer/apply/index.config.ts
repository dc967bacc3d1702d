export default definePageConfig({ navigationBarTitleText: '向上级申请' })
