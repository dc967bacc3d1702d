export default definePageConfig({ navigationBarTitleText: '撤销与合并' })
