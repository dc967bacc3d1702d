export default definePageConfig({ navigationBarTitleText: '下级的申报' })
