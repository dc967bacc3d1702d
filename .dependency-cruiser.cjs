/** The arrows of ARCHITECTURE.md. One rule each; `npm run lint` fails on a broken one. */
const tests = '\\.(test|fixture)\\.tsx?$|(^|/)contract-[a-z]+\\.ts$|_kernel/store/contract\\.ts$'
const rules = 'shared/(core|home|identity|org|membership|policy|review|roster)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment:
        'A rule gets data and answers data: no function, page, Node module or SDK; only the libraries that compute.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { pathNot: '^(shared/|node_modules/(zod|dayjs|chinese-days|@noble/[a-z]+|@levischuck/tiny-cbor)/)' },
    },
    {
      name: 'rules-know-no-contract',
      comment: 'The contract speaks about rules, never the other way round: rules outlive any wire.',
      severity: 'error',
      from: { path: `^${rules}` },
      to: { path: '^shared/contract/' },
    },
    {
      name: 'app-stays-client-side',
      comment:
        'What travels to the phone knows the rules and the contract; functions, store and demo stay on the server.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|local|tests|bench|scripts|config)/' },
    },
    {
      name: 'components-do-not-know-pages',
      comment: 'pages → components → services: a part never reaches for the whole.',
      severity: 'error',
      from: { path: '^src/(components|services)/' },
      to: { path: '^src/(pages|officer|figures|rules)/' },
    },
    {
      name: 'services-do-not-draw',
      comment: 'A service can be used without a page: it shows nothing.',
      severity: 'error',
      from: { path: '^src/services/' },
      to: { path: '^src/components/' },
    },
    {
      name: 'pages-stand-apart',
      comment:
        'Pages share components and rules, not each other; what only officers’ pages share lies in officer/parts.',
      severity: 'error',
      from: { path: '^src/(pages|officer)/([^/]+)/', pathNot: '^src/(pages/mine/transfer|officer/on-behalf)/' },
      to: { path: '^src/(pages|officer|figures|rules)/[^/]+/', pathNot: '^src/($1/$2|officer/parts)/' },
    },
    {
      name: 'figures-stand-apart',
      comment: 'The pages of statistics are a package of their own, and nobody else loads the charts’ library.',
      severity: 'error',
      from: { path: '^src/figures/([^/]+)/' },
      to: {
        path: '^src/(pages|officer|figures)/[^/]+/',
        pathNot: '^src/(figures/$1|figures/parts|officer/parts)/',
      },
    },
    {
      name: 'rules-stand-apart',
      comment: 'The pages of 本地规定 are a package of their own; their words and fields travel with nobody else.',
      severity: 'error',
      from: { path: '^src/rules/([^/]+)/' },
      to: {
        path: '^src/(pages|officer|figures|rules)/[^/]+/',
        pathNot: '^src/(rules/$1|rules/parts|officer/parts)/',
      },
    },
    {
      name: 'home-stands-apart',
      comment:
        'The pages of 职工之家 (meetings, archive, standards) are a package of their own and share only its parts.',
      severity: 'error',
      from: { path: '^src/officer/home/([^/]+)/' },
      to: {
        path: '^src/(pages|officer|figures|rules)/[^/]+/',
        pathNot: '^src/officer/(home/$1|home/parts|parts)/',
      },
    },
    {
      name: 'charts-stay-with-the-figures',
      comment: 'What draws charts is met in one package.',
      severity: 'error',
      from: { path: '^(src|shared|cloudfunctions)/', pathNot: '^src/figures/' },
      to: { path: 'node_modules/(@types/)?d3-' },
    },
    {
      name: 'transfer-asks-what-join-asks',
      comment: '转会 asks where somebody works in the very questions of 入会; it takes nothing else from other pages.',
      severity: 'error',
      from: { path: '^src/pages/mine/transfer/' },
      to: { path: '^src/(pages|officer)/[^/]+/', pathNot: '^src/pages/(mine|join)/' },
    },
    {
      name: 'on-behalf-asks-what-join-asks',
      comment: '代办 asks the very questions of 入会; it takes nothing else from other pages.',
      severity: 'error',
      from: { path: '^src/officer/on-behalf/' },
      to: { path: '^src/(pages|officer)/[^/]+/', pathNot: '^src/(officer/(on-behalf|parts)|pages/join)/' },
    },
    {
      name: 'functions-stand-apart',
      comment:
        'Each function is deployed alone: it shares the kernel and the rules, never another function. The clock is the exception: it carries out what the others left for it.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: `${tests}|^cloudfunctions/clock/` },
      to: { path: '^cloudfunctions/[^_/]', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'functions-do-not-know-the-demo',
      comment: 'Nothing that is deployed may reach for the local stand-ins: personas cannot exist in a cloud build.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: tests },
      to: { path: '^(local|tests|bench|scripts|src)/' },
    },
    {
      name: 'kernel-knows-no-function',
      comment: 'What all functions share depends on none of them.',
      severity: 'error',
      from: { path: '^cloudfunctions/_kernel/', pathNot: tests },
      to: { path: '^cloudfunctions/[^_/]' },
    },
    {
      name: 'handlers-see-ports',
      comment: 'A handler is given a store, a sealer, files: which adapter it is, is decided where the process starts.',
      severity: 'error',
      from: { path: '^cloudfunctions/[^_/]', pathNot: tests },
      to: {
        path: '^cloudfunctions/_kernel/(store/(sqlite|cloudbase)|files/(disk|cloud)|cloud/|cloud-|seal/environment)',
        pathNot: '/cloud-main\\.ts$',
      },
    },
    {
      name: 'sdk-behind-its-adapter',
      comment: 'Each vendor’s SDK is met in one file, so that it can be replaced there.',
      severity: 'error',
      from: {
        path: '^(cloudfunctions|shared|src)/',
        pathNot: '^cloudfunctions/_kernel/(caller|cloud/app|store/sqlite-connection|store/cloudbase-database)\\.ts$',
      },
      to: { path: 'node_modules/(@cloudbase|libsql)/' },
    },
    {
      name: 'workbooks-stay-in-their-room',
      comment: 'What reads and writes spreadsheets is met in one folder of the server and never travels to a phone.',
      severity: 'error',
      from: { path: '^(cloudfunctions|shared|src|local|scripts)/', pathNot: '^cloudfunctions/_kernel/workbook/' },
      to: { path: 'node_modules/(hucre|saxes|csv-parse)/' },
    },
    {
      name: 'no-circles',
      comment: 'What needs each other belongs together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody reads is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: `${tests}|\\.d\\.ts$|^src/(app\\.config|pages|officer|figures|rules)|index\\.config\\.ts$|^config/|^bench/(main|client)|^scripts/|^local/door/enter\\.js|\\.(h5|weapp)\\.tsx?$`,
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours only: packages keep what is imported of them in a folder dist of their own.
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: [
        '.ts',
        '.tsx',
        '.js',
        '.cjs',
        '.mjs',
        '.json',
        '.scss',
        '.weapp.ts',
        '.h5.ts',
        '.weapp.tsx',
        '.h5.tsx',
      ],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
