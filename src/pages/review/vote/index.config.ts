export default definePageConfig({ navigationBarTitleText: '会员评家' })
