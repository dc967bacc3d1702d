export default definePageConfig({ navigationBarTitleText: '纸质档案' })
