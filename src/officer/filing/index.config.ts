export default definePageConfig({ navigationBarTitleText: '开除备案' })
