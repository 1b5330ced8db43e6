import { impossible, type Check } from './check.ts';

/** One verdict per hazard (Art. 2, 3): two would leave open which one sends people where. */
export const oneVerdictPerHazard: Check = ({ suitability }) =>
  suitability.flatMap(({ hazard }, index) =>
    suitability.findIndex((other) => other.hazard === hazard) === index
      ? []
      : [
          impossible('one-verdict-per-hazard', `suitability.${index}.hazard`, 'TWICE', {
            hazard,
            value: hazard,
          }),
        ],
  );
