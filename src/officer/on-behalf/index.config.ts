export default definePageConfig({ navigationBarTitleText: '代办入会' })
