// One configuration, three projects. ESM throughout; swc only strips types and keeps decorator metadata.
const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['shelter-source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.stryker-tmp'],
};

const project = (displayName, testMatch) => ({ ...base, displayName, testMatch });

export default {
  // Two files at once on two cores: a fresh embedded database may wait for its turn.
  testTimeout: 180_000,
  projects: [
    project('libs', ['<rootDir>/libs/**/*.test.ts', '<rootDir>/apps/*/src/**/*.test.ts']),
    project('architecture', ['<rootDir>/tests/architecture/**/*.test.ts']),
    project('database', ['<rootDir>/tests/database/**/*.test.ts']),
    project('lifecycle', ['<rootDir>/tests/lifecycle/**/*.test.ts']),
    project('browser', ['<rootDir>/tests/browser/**/*.test.ts']),
  ],
};
