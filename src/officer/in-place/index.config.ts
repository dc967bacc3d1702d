export default definePageConfig({ navigationBarTitleText: '下级工会没有干部' })
