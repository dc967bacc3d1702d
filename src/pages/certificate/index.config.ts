export default definePageConfig({ navigationBarTitleText: '查验会籍证明' })
