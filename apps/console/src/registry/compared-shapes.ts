import type { Contents } from '../filing/contents.documents.ts';
import { formOf } from '../filing/contents-form.ts';
import { shapesOf } from '../filing/layout/site-shapes.ts';
import { callZone } from '../filing/tell-site.ts';
import { labelled } from '../i18n/words.ts';
import type { SiteShape } from '../map/draw-site.ts';

/** The shapes of one version, and under them those of another that are no longer the same, with its name. */
export function comparedShapes(
  now: Contents,
  before: { contents: Contents; name: string } | null,
): SiteShape[] {
  const shapes = shapesOf(formOf(now), callZone);
  if (!before) return shapes;
  const kept = new Set(shapes.map(({ kind, ring }) => JSON.stringify([kind, ring])));
  const former = shapesOf(formOf(before.contents), callZone)
    .filter(({ kind, ring }) => !kept.has(JSON.stringify([kind, ring])))
    .map(({ key, kind, ring, name }): SiteShape => ({
      key: `former.${key}`,
      kind: 'former',
      ring,
      name: kind === 'boundary' ? before.name : labelled(before.name, name),
    }));
  return [...former, ...shapes];
}
