export default definePageConfig({ navigationBarTitleText: '补录称号' })
