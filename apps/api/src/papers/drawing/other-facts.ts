import { isFieldName } from '#regulation/field-names';
import { label, LABELS, type Enumeration } from '#regulation/labels';
import type { ShelterContents } from '#regulation/registry/contents';
import { named } from './contents-facts.ts';
import type { Fact } from './sheet.ts';

/** What the form has a place of its own for. */
const PLACED: Readonly<Record<string, true>> = {
  name: true,
  aliases: true,
  division: true,
  address: true,
  landmark: true,
  position: true,
  areaSquareMeters: true,
  effectiveAreaSquareMeters: true,
  declaredCapacity: true,
  blockedCapacity: true,
  capacityOverride: true,
  facilities: true,
  zonePlanFileId: true,
  contact: true,
  publicPhone: true,
  suitability: true,
  siteType: true,
  spaceType: true,
  grade: true,
  durationClass: true,
  standingKind: true,
  petPolicy: true,
  barrierFree: true,
  seismicEvidence: true,
  acceptedOn: true,
  handedOverOn: true,
  otherPaperFileIds: true,
  remarks: true,
};
const DEEPEST = 3;

/** Whatever else the contents say: a field that comes later is on the form from its first day, if plainly. */
export function otherFacts(contents: ShelterContents): Fact[] {
  return Object.entries(contents)
    .filter(([field]) => !Object.hasOwn(PLACED, field))
    .map(([field, value]) => [named(field), told(field, value, 0)]);
}

function told(path: string, value: unknown, depth: number): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return inWords(path, value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => told(path, entry, depth + 1));
    if (entries.length === 0) return null;
    // Coordinates are for the map.
    if (depth >= DEEPEST || value.every((entry) => typeof entry === 'number')) return `${value.length} 项`;
    return entries.map((entry) => entry ?? '—').join('；');
  }
  if (typeof value !== 'object' || depth >= DEEPEST) return '已填';
  const parts = Object.entries(value).flatMap(([step, inner]) => {
    const said = told(`${path}.${step}`, inner, depth + 1);
    const name = isFieldName(`${path}.${step}`) ? named(`${path}.${step}`) : step;
    return said === null ? [] : [`${name} ${said}`];
  });
  return parts.length > 0 ? parts.join('，') : null;
}

/** A word of the law where the field is named as its enumeration: `ownership` or `zones.type` (ZoneType). */
function inWords(path: string, value: string): string {
  const capital = (step: string) => step.charAt(0).toUpperCase() + step.slice(1);
  const [step = '', parent = ''] = path.split('.').toReversed();
  const names = [capital(step), capital(parent.replace(/s$/, '')) + capital(step)];
  const known = names.find((name): name is Enumeration => Object.hasOwn(LABELS, name));
  return known ? label(known, value, 'zh-CN') : value;
}
