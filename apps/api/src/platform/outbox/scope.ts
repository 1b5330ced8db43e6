import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { ChangeTopic } from './change.ts';
import type { ToldChange } from './read-changes.ts';

/**
 * Which changes somebody may hear of: those of what the person may read. A unit hears of its own business, and of what
 * concerns a whole jurisdiction where it has a shelter; never of another unit's.
 */
export interface Scope {
  readonly everywhere: boolean;
  readonly jurisdictions: readonly string[];
  readonly units: readonly string[];
  /** Where the units are. */
  readonly around: readonly string[];
}

/** What of it a subscriber asked for; empty topics mean all. */
export interface Selection {
  readonly topics: readonly ChangeTopic[];
  readonly activationId: string | null;
}

export function scopeOf(actor: Actor): Scope {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const around = actor.appointments
    .filter(({ organisationId }) => units.includes(organisationId))
    .flatMap((appointment) => appointment.jurisdictions);
  return {
    everywhere,
    jurisdictions: jurisdictions.toSorted(),
    units: units.toSorted(),
    around: [...new Set(around)].toSorted(),
  };
}

export function isFor(change: ToldChange, scope: Scope, { topics, activationId }: Selection): boolean {
  return (
    (topics.length === 0 || topics.includes(change.topic)) &&
    (activationId === null || activationId === change.activationId) &&
    mayHear(change, scope)
  );
}

function mayHear({ jurisdictionCode, unitId, shelterId }: ToldChange, scope: Scope): boolean {
  if (scope.everywhere || scope.jurisdictions.includes(jurisdictionCode)) return true;
  if (unitId !== null) return scope.units.includes(unitId);
  return shelterId === null && scope.around.includes(jurisdictionCode);
}

/** `isFor` in SQL, over a row of `outbox`; its parameters are the third and following. */
export const SCOPE_SQL = `
  (cardinality($3::text[]) = 0 or outbox.topic = any($3)) and ($4::uuid is null or outbox.activation_id = $4)
  and ($5 or outbox.jurisdiction_code = any($6) or outbox.unit_id = any($7::uuid[])
       or (outbox.unit_id is null and outbox.shelter_id is null and outbox.jurisdiction_code = any($8)))`;

export function scopeParameters(scope: Scope, { topics, activationId }: Selection): unknown[] {
  return [topics, activationId, scope.everywhere, scope.jurisdictions, scope.units, scope.around];
}
