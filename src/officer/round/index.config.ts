export default definePageConfig({ navigationBarTitleText: '半年核对' })
