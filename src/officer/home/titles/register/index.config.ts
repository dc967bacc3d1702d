export default definePageConfig({ navigationBarTitleText: '下级工会的称号' })
