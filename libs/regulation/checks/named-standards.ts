import { advice, type Check } from './check.ts';

/** Art. 13 ¶1: designed and built to national, trade or local standards; once the works are accepted, which ones. */
export const namedStandards: Check = ({ acceptedOn, standards }) =>
  acceptedOn !== null && standards.length === 0
    ? [
        advice(
          'named-standards',
          'practice: asks at filing what Art. 13 demands of the works',
          'standards',
          'NO_STANDARD_NAMED',
        ),
      ]
    : [];
