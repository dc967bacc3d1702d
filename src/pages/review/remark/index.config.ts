export default definePageConfig({ navigationBarTitleText: '说说六有' })
