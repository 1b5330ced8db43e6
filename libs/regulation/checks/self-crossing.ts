import { impossible, type Check } from './check.ts';

/** A line that crosses itself has no inside: nobody could say whether a tent stands in the zone. */
export const selfCrossing: Check = (_contents, { shapes = [] }) =>
  shapes.flatMap(({ field, crossing }) =>
    crossing
      ? [
          impossible('self-crossing', field, 'SELF_CROSSING', {
            longitude: Number(crossing.longitude.toFixed(6)),
            latitude: Number(crossing.latitude.toFixed(6)),
          }),
        ]
      : [],
  );
