export default definePageConfig({ navigationBarTitleText: '该看一看的会员' })
