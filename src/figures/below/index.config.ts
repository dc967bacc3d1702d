export default definePageConfig({ navigationBarTitleText: '下级工会' })
