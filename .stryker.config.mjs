import jest from './.jest.config.mjs';

const [libs] = jest.projects;

// `npm run mutation [-- --mutate FILE]`: how well the tests guard the law; the whole of it in one run, by its own tests.
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--conditions=shelter-source',
  ],
  jest: {
    projectType: 'custom',
    config: { ...libs, testMatch: ['<rootDir>/libs/regulation/**/*.test.ts'], rootDir: '.' },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  // Tables are made when a module loads: a mutant there is no run of its own, and every cell is written a second time
  // in its test (authority, act tables), which is red when one differs.
  ignoreStatic: true,
  mutate: [
    'libs/regulation/**/*.ts',
    '!libs/regulation/**/*.test.ts',
    '!libs/regulation/**/sample-*.ts',
    // Words and lists of values say nothing that could be right or wrong by a rule: a changed word is still a word.
    // That each code has its words in both languages, and each value its label, is asked by wording and labels tests.
    '!libs/regulation/**/{*-messages,labels,act-labels,field-names,enumerations}.ts',
  ],
  ignorePatterns: ['dist', '.data', 'apps', 'docker', 'tests', '.git'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowEmojis: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  // Modules of ECMAScript are never let go: a fresh process now and then keeps the memory of a run below a gigabyte.
  maxTestRunnerReuse: 150,
  concurrency: 2,
};
