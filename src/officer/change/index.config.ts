export default definePageConfig({ navigationBarTitleText: '会籍变动' })
