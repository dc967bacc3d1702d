export default definePageConfig({ navigationBarTitleText: '联合工会的单位' })
