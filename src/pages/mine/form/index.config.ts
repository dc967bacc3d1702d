export default definePageConfig({ navigationBarTitleText: '会员登记表' })
