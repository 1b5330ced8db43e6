// `npm run mutation [-- --mutate FILE]`: how well the tests guard the law. Words (labels, messages) are not mutated.
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--conditions=shelter-source',
  ],
  jest: { configFile: '.jest.config.mjs', projectType: 'custom', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  mutate: [
    'libs/regulation/**/*.ts',
    '!libs/regulation/**/*.test.ts',
    '!libs/regulation/**/sample-*.ts',
    '!libs/regulation/{enumerations,labels,act-labels,field-names,refusal-messages}.ts',
    '!libs/regulation/publication/reason-messages.ts',
  ],
  ignorePatterns: ['dist', '.data', 'apps', 'docker'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowEmojis: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
};
