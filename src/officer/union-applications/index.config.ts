export default definePageConfig({ navigationBarTitleText: '建会、换届的申请' })
