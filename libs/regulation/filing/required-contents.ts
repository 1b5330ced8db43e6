import type { Finding } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';

/**
 * Art. 14: what a filing must contain. (1) name (2) place (3) area and capacity (4) facilities (5) zone plan drawing
 * (6) contact of the managing unit; (7) other papers may be empty. Every gap is told at once. An area of 0 is no area.
 */
export function missingContents(contents: ShelterContents): Finding[] {
  const { contact } = contents;
  const present: [field: string, told: boolean][] = [
    ['name', hasText(contents.name)],
    ['position', contents.position !== null],
    ['areaSquareMeters', contents.areaSquareMeters !== null && contents.areaSquareMeters !== 0],
    ['declaredCapacity', contents.declaredCapacity !== null],
    ['facilities', contents.facilities.length > 0],
    ['zonePlanFileId', hasText(contents.zonePlanFileId)],
    ['contact.name', hasText(contact.name)],
    ['contact.phone', hasText(contact.phone)],
  ];
  return present.filter(([, told]) => !told).map(([field]) => missing(field));
}

function hasText(value: string | null): boolean {
  return value !== null && value.trim() !== '';
}

function missing(field: string): Finding {
  return { class: 'LAW', rule: 'filing/required-contents', article: 14, field, code: 'MISSING', params: {} };
}
