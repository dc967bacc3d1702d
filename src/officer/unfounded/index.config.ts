export default definePageConfig({ navigationBarTitleText: '应建未建' })
