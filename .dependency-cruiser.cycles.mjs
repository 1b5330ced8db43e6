import { OPTIONS } from './.dependency-cruiser.mjs';

/**
 * In ESM with decorator metadata an import cycle crashes at start. A type-only import is gone by then: a chain that
 * needs one to close is no cycle.
 */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that import each other: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: OPTIONS,
};
