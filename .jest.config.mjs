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
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.stryker-tmp'],
};

export default {
  projects: [
    { ...base, displayName: 'libs', testMatch: ['<rootDir>/libs/**/*.test.ts', '<rootDir>/apps/*/src/**/*.test.ts'] },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/tests/architecture/**/*.test.ts'] },
  ],
};
