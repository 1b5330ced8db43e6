// Who may import whom. Every rule is one sentence a newcomer can read when it bites.
const SERVER = '^apps/api/src/';
/** What every stage of the law stands on, lowest first. */
const LAYERS = ['platform', 'identity', 'ledger', 'registry', 'upkeep'];
/** Folders that put the stages together; no stage knows them. */
const ASSEMBLY = ['cli', 'seed', 'migrations'];
const TEST = '\\.test\\.ts$';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layerRules = LAYERS.slice(0, -1).map((layer, index) =>
  error(
    `${layer}-stands-below-${LAYERS[index + 1]}`,
    `${layer} may use ${LAYERS.slice(0, index + 1).join(', ')} and nothing above them: dependencies point one way.`,
    { path: `${SERVER}${layer}/` },
    { path: '^apps/', pathNot: `${SERVER}(${LAYERS.slice(0, index + 1).join('|')})/` },
  ),
);

/** Import rules; the cycle has a gate and a file of its own. */
export const IMPORT_RULES = [
  error(
    'law-stands-alone',
    'libs/regulation is pure: it imports nothing but itself, not even Node.',
    { path: '^libs/regulation/', pathNot: TEST },
    { pathNot: '^libs/regulation/' },
  ),
  error(
    'tests-of-the-law-know-only-libs',
    'Tests in libs/regulation may use a test runner and real data, never the server or the apps.',
    { path: '^libs/regulation/.*\\.test\\.ts$' },
    { path: '^(apps|tests)/' },
  ),
  error(
    'libs-know-no-app',
    'A lib knows itself and the law: the apps use libs, never the other way round.',
    { path: '^libs/([^/]+)/', pathNot: [TEST, '^libs/regulation/'] },
    { path: '^(apps|libs|tests)/', pathNot: ['^libs/$1/', '^libs/regulation/'] },
  ),
  error(
    'libs-run-in-a-browser',
    'Libs run on phones too, where Node has no modules; scripts (.mjs) and tests may use them.',
    { path: '^libs/', pathNot: [TEST, '\\.mjs$', '^libs/regulation/'] },
    { dependencyTypes: ['core'] },
  ),
  ...layerRules,
  error(
    'upkeep-stands-below-the-stages',
    'upkeep is called by all stages and knows none of them.',
    { path: `${SERVER}upkeep/` },
    { path: '^apps/', pathNot: `${SERVER}(${LAYERS.join('|')})/` },
  ),
  error(
    'no-stage-imports-a-stage',
    'A stage uses what it stands on; what its act causes in another stage is returned and carried out by the app.',
    { path: `${SERVER}(?!(?:${[...LAYERS, ...ASSEMBLY].join('|')})/)([^/]+)/` },
    { path: '^apps/', pathNot: [`${SERVER}(${LAYERS.join('|')})/`, `${SERVER}$1/`] },
  ),
  error(
    'migrations-depend-on-nothing',
    'A migration that landed never changes, so it may not lean on code that does.',
    { path: `${SERVER}migrations/` },
    { path: '^(apps|libs)/', pathNot: `${SERVER}migrations/` },
  ),
  error(
    'apps-meet-only-in-libs',
    'The server, the console and the map share libs, and know each other through the contract alone.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  error(
    'pages-run-in-a-browser',
    'What a page loads cannot use Node; only the settings of its build may.',
    { path: '^apps/(map|console)/', pathNot: ['vite\\.config\\.ts$', TEST, '\\.mjs$'] },
    { dependencyTypes: ['core'] },
  ),
  error(
    'one-door-for-datums',
    'Other datums exist at the edges only: convert with #geography/crs.',
    { path: '^(apps|libs|tests)/', pathNot: '^libs/geography/' },
    { path: 'node_modules/gcoord/' },
  ),
  error(
    'the-server-runs-without-development-tools',
    'A server is installed without devDependencies; types alone may come from there.',
    { path: '^(apps/api|libs/(regulation|geography))/', pathNot: [TEST, '\\.mjs$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  error(
    'nothing-shipped-knows-a-test',
    'Only tests import tests.',
    { path: '^(apps|libs)/', pathNot: TEST },
    { path: ['^tests/', TEST] },
  ),
  error(
    'every-import-exists',
    'The imported file or package is not there (what is built into dist may be missing in a fresh clone).',
    {},
    { couldNotResolve: true, pathNot: '/dist/' },
  ),
];

export const OPTIONS = {
  doNotFollow: { path: ['node_modules', '^dist/'] },
  exclude: { path: '^dist/' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    conditionNames: ['shelter-source', 'import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
  },
};

export default { forbidden: IMPORT_RULES, options: OPTIONS };
