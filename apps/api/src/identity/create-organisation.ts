import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { refuseIfAny } from '../platform/refused.ts';
import type { OrganisationKind } from './organisation.entity.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly jurisdictionCode: string;
}

/** Finds the organisation of that name in the jurisdiction, or makes it. Answers its id. */
export async function findOrCreateOrganisation(
  tx: EntityManager,
  organisation: NewOrganisation,
  now: Date,
): Promise<string> {
  const name = organisation.name.trim();
  const refusals: Refusal[] = [];
  if (name === '' || name.length > 100) {
    refusals.push({
      rule: 'organisation-name',
      article: null,
      field: 'name',
      code: 'NAME_LENGTH',
      params: { most: 100 },
    });
  }
  const [jurisdiction] = await tx.query<unknown[]>(`select 1 from jurisdiction where code = $1`, [
    organisation.jurisdictionCode,
  ]);
  if (!jurisdiction) {
    refusals.push({
      rule: 'jurisdiction-exists',
      article: null,
      field: 'jurisdictionCode',
      code: 'UNKNOWN_JURISDICTION',
      params: { value: organisation.jurisdictionCode },
    });
  }
  refuseIfAny(refusals);
  const [row] = await tx.query<{ id: string }[]>(
    `insert into organisation (id, name, kind, jurisdiction_code, created_at) values ($1, $2, $3, $4, $5)
     on conflict (jurisdiction_code, name) do update set name = excluded.name returning id`,
    [uuidv7(), name, organisation.kind, organisation.jurisdictionCode, now],
  );
  if (!row) throw new Error('the organisation was neither found nor made');
  return row.id;
}
