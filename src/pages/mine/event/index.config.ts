export default definePageConfig({ navigationBarTitleText: '工会变动与我' })
