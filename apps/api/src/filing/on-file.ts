import type { ShelterContents } from '#regulation/registry/contents';
import type { Refusal } from '#regulation/refusal';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';

/** A shelter as it is on file now. */
export interface OnFile {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly deregistered: boolean;
  readonly contents: ShelterContents;
}

/** The shelters of these ids as they are on file now, in one query. */
export async function readOnFile(
  tx: Pick<EntityManager, 'query'>,
  ids: readonly string[],
): Promise<Map<string, OnFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<OnFile[]>(
    `select shelter.id, shelter.code, shelter.version, shelter.deregistered_at is not null as deregistered,
            known.contents
     from shelter join shelter_version known on known.shelter_id = shelter.id and known.version = shelter.version
     where shelter.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Practice: nothing more is begun of a shelter that has left the register. */
export function offTheRegister(shelter: {
  readonly code: string;
  readonly deregistered: boolean;
}): Refusal[] {
  const { code, deregistered } = shelter;
  if (!deregistered) return [];
  const rule = 'filing/on-the-register';
  return [{ rule, article: null, field: null, code: 'SHELTER_DEREGISTERED', params: { code } }];
}

/** The fields in which two contents differ, by name. */
export function differingFields(one: ShelterContents, other: ShelterContents): string[] {
  return Object.keys(one).filter(
    (field) => !isDeepStrictEqual(one[field as keyof ShelterContents], other[field as keyof ShelterContents]),
  );
}
