import { computedCapacity } from '../site/computed-capacity.ts';
import { advice, type Check } from './check.ts';

/** More people declared than the zones hold by the dated standard. The smaller number counts as usable until it is settled. */
export const declaredAboveComputed: Check = (contents) => {
  const { declaredCapacity: declared } = contents;
  const computed = computedCapacity(contents)?.persons ?? null;
  return declared !== null && computed !== null && declared > computed
    ? [
        advice(
          'declared-above-computed',
          'practice: m² per person of the standard in force',
          'declaredCapacity',
          'ABOVE_COMPUTED',
          { declared, computed },
        ),
      ]
    : [];
};
