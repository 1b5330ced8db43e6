import type { Finding } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';

/** Items (1)-(6) of Art. 14, which a filing must contain; (7), other papers, may be empty. */
const ITEMS = [1, 2, 3, 4, 5, 6] as const;

export interface LawItem {
  /** Its number in Art. 14. */
  item: (typeof ITEMS)[number];
  /** Whether every field of it is told. */
  told: boolean;
}

/**
 * Art. 14: what a filing must contain. (1) name (2) place (3) area and capacity (4) facilities (5) zone plan drawing
 * (6) contact of the managing unit; (7) other papers may be empty. Every gap is told at once. An area of 0 is no area.
 */
export function missingContents(contents: ShelterContents): Finding[] {
  return presence(contents)
    .filter(({ told }) => !told)
    .map(({ field }) => missing(field));
}

/** The same by item of the article, for whoever counts what is there. */
export function lawItems(contents: ShelterContents): LawItem[] {
  const fields = presence(contents);
  return ITEMS.map((item) => ({
    item,
    told: fields.every((field) => field.item !== item || field.told),
  }));
}

function presence(contents: ShelterContents): { item: LawItem['item']; field: string; told: boolean }[] {
  const { contact } = contents;
  const area = contents.areaSquareMeters;
  return [
    { item: 1, field: 'name', told: hasText(contents.name) },
    { item: 2, field: 'position', told: contents.position !== null },
    { item: 3, field: 'areaSquareMeters', told: area !== null && area !== 0 },
    { item: 3, field: 'declaredCapacity', told: contents.declaredCapacity !== null },
    { item: 4, field: 'facilities', told: contents.facilities.length > 0 },
    { item: 5, field: 'zonePlanFileId', told: hasText(contents.zonePlanFileId) },
    { item: 6, field: 'contact.name', told: hasText(contact.name) },
    { item: 6, field: 'contact.phone', told: hasText(contact.phone) },
  ];
}

function hasText(value: string | null): boolean {
  return value !== null && value.trim() !== '';
}

function missing(field: string): Finding {
  return { class: 'LAW', rule: 'filing/required-contents', article: 14, field, code: 'MISSING', params: {} };
}
