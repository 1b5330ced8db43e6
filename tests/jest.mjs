import { join } from 'node:path';

/** Arguments with which Node runs Jest over ES modules; the libs are read from their sources. */
export const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--conditions=shelter-source',
  join('node_modules', 'jest', 'bin', 'jest.js'),
  '-c',
  '.jest.config.mjs',
];
