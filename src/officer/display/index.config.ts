export default definePageConfig({ navigationBarTitleText: '公开我的信息' })
