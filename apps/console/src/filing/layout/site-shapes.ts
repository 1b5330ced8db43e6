import { readDegrees } from '#geography/coordinates';
import type { ZoneType } from '#regulation/site/words';
import type { SiteShape } from '../../map/draw-site.ts';
import type { SiteForm } from '../site-form.ts';

/** What of a form can be shown on the map; `call` names a zone. */
export function shapesOf(
  { boundary, zones }: Pick<SiteForm, 'boundary' | 'zones'>,
  call: (type: ZoneType, name: string) => string,
): SiteShape[] {
  return [
    ...(boundary?.parts ?? []).map((ring, index): SiteShape => ({
      key: `boundary.parts.${index}`,
      kind: 'boundary',
      ring,
      name: '',
    })),
    ...zones.flatMap(({ type, name, ring }, index): SiteShape[] =>
      ring ? [{ key: `zones.${index}.ring`, kind: 'zone', ring, name: call(type, name.trim()) }] : [],
    ),
  ];
}

/** The ways in whose place can be read. */
export function entrancesOf(
  entrances: SiteForm['entrances'],
): { longitude: number; latitude: number; name: string }[] {
  return entrances.flatMap(({ name, ...typed }) => {
    const longitude = readDegrees(typed.longitude, 'longitude').value;
    const latitude = readDegrees(typed.latitude, 'latitude').value;
    return longitude === null || latitude === null ? [] : [{ name, longitude, latitude }];
  });
}
