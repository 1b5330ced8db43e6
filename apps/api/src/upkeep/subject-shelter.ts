import type { EntityManager } from 'typeorm';

/** The shelter that a deed is about, as authority asks for it. */
export interface SubjectShelter {
  readonly id: string;
  readonly jurisdictionCode: string;
  readonly unitId: string;
}

/** A shelter by its id; undefined when there is none. */
export async function findSubjectShelter(
  tx: Pick<EntityManager, 'query'>,
  id: string,
): Promise<SubjectShelter | undefined> {
  const [shelter] = await tx.query<SubjectShelter[]>(
    `select id, jurisdiction_code as "jurisdictionCode", unit_id as "unitId" from shelter where id = $1`,
    [id],
  );
  return shelter;
}
