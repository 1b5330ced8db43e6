import { computedCapacity } from '../site/computed-capacity.ts';
import { advice, type Check } from './check.ts';

/** More places out of use than there are: a slip of the hand, by which the whole site would count as without room. */
export const blockedAboveRoom: Check = (contents) => {
  const { declaredCapacity: declared, blockedCapacity: blocked } = contents;
  if (declared === null || blocked === null) return [];
  const room = Math.min(declared, computedCapacity(contents)?.persons ?? declared);
  return blocked > room
    ? [
        advice(
          'blocked-above-room',
          'practice: what is out of use is part of what there is',
          'blockedCapacity',
          'BLOCKED_ABOVE_ROOM',
          { blocked, room },
        ),
      ]
    : [];
};
