export default definePageConfig({ navigationBarTitleText: '建家情况报送' })
