import type { EntityManager } from 'typeorm';

/** Whether somebody sits in the command post of an opened shelter now (Art. 23). */
export async function isPostMember(
  tx: Pick<EntityManager, 'query'>,
  activationShelterId: string,
  personId: string,
): Promise<boolean> {
  const [seat] = await tx.query<unknown[]>(
    `select 1 from command_post_member
     where activation_shelter_id = $1 and person_id = $2 and ended_at is null limit 1`,
    [activationShelterId, personId],
  );
  return seat !== undefined;
}
