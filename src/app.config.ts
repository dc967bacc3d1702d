export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/join/index',
    'pages/progress/index',
    'pages/letter/index',
    'pages/me/index',
    'pages/union/index',
    'pages/update/index',
  ],
  subPackages: [
    {
      root: 'officer',
      pages: [
        'workbench/index',
        'inbox/index',
        'application/index',
        'roster/index',
        'member/index',
        'invite/index',
        'letters/index',
        'letter/index',
      ],
    },
  ],
  window: {
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '网上职工之家',
    backgroundColor: '#F5F6F7',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: [],
})
