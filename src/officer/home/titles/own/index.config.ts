export default definePageConfig({ navigationBarTitleText: '模范职工之家' })
