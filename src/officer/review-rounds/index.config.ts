export default definePageConfig({ navigationBarTitleText: '评家活动' })
