export default definePageConfig({ navigationBarTitleText: '找回会员身份' })
