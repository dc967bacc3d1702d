export default definePageConfig({ navigationBarTitleText: '用在哪里' })
