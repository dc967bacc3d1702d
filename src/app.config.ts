export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/join/index',
    'pages/progress/index',
    'pages/letter/index',
    'pages/me/index',
    'pages/union/index',
    'pages/confirm/index',
    'pages/office/index',
    'pages/binding/index',
    // Only browsers are signed in to by a phone.
    ...(process.env.TARO_ENV === 'h5' ? ['pages/sign-in/index'] : []),
    'pages/update/index',
  ],
  subPackages: [
    {
      root: 'pages/mine',
      pages: ['stored/index', 'trail/index', 'correct/index', 'export/index', 'bind/index', 'desks/index'],
    },
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
        'officers/index',
        'bindings/index',
        'requests/index',
        'display/index',
        'round/index',
        'rounds-below/index',
        'clean/index',
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
  // 隐私授权: WeChat refuses private interfaces until the person agreed to the privacy guide.
  __usePrivacyCheck__: true,
})
