export default definePageConfig({ navigationBarTitleText: '两个大会' })
