export default definePageConfig({ navigationBarTitleText: '评家结果' })
