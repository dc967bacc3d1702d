export default definePageConfig({ navigationBarTitleText: '会籍证明' })
