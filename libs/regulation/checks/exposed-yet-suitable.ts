import { suitabilityFor } from '../registry/contents.ts';
import { advice, type Check } from './check.ts';

/** Art. 2, 3: a place that the hazard itself reaches is hardly a refuge from it. */
export const exposedYetSuitable: Check = (contents) =>
  contents.exposures.flatMap(({ hazard }, index) =>
    suitabilityFor(contents, hazard) === 'SUITABLE'
      ? [
          advice(
            'exposed-yet-suitable',
            'practice: a place the hazard reaches is hardly a refuge from it',
            `exposures.${index}`,
            'EXPOSED_YET_SUITABLE',
            { hazard },
          ),
        ]
      : [],
  );
