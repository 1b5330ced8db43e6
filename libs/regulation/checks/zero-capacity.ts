import { advice, type Check } from './check.ts';

/** Room for nobody is usually room nobody counted; import turns it into unknown. */
export const zeroCapacity: Check = ({ declaredCapacity }) =>
  declaredCapacity === 0
    ? [
        advice(
          'zero-capacity',
          'practice: blanks written as 0 in real lists',
          'declaredCapacity',
          'ZERO_CAPACITY',
        ),
      ]
    : [];
