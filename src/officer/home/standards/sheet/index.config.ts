export default definePageConfig({ navigationBarTitleText: '评定表' })
