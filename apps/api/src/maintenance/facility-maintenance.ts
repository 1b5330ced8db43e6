import { ACTS, mayPerform, type ActName } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import type { FacilityType } from '#regulation/enumerations';
import { levelOf } from '#regulation/maintenance/same-level';
import { maintenanceGround } from '#regulation/maintenance/standing';
import type { Refusal } from '#regulation/refusal';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import type { MaintenanceArrangement } from './maintenance-arrangement.entity.ts';

/** Every facility on file, in the order of the file, then those of which only arrangements are left. */
export function facilityMaintenance(
  shelter: Shelter,
  unitName: string,
  arrangements: readonly MaintenanceArrangement[],
  actor: Actor,
) {
  const { facilities } = shelter.contents;
  const left = new Set(arrangements.map(({ facilityType }) => facilityType));
  for (const { type } of facilities) left.delete(type);
  const gone = [...left].map((type) => ({
    type,
    quantity: null,
    state: 'UNKNOWN' as const,
    maintainer: null,
  }));
  return [...facilities, ...gone].map(({ type, quantity, state, maintainer }) => {
    const isFiled = !left.has(type);
    const { inForce, waiting, past } = standOf(type, arrangements);
    const ground = maintenanceGround({
      inForce: inForce && (inForce.stage === 'AGREED' ? 'AGREEMENT' : 'DETERMINATION'),
      filedMaintainer: maintainer,
      unitName,
    });
    return {
      facilityType: type,
      isFiled,
      quantity,
      state,
      ground,
      maintainerName: inForce?.maintainerName ?? (maintainer?.trim() || null),
      inForce,
      waiting,
      past,
      availableActs: isFiled ? recordingActs(shelter, waiting !== null, actor) : [],
    };
  });
}

function standOf(type: FacilityType, arrangements: readonly MaintenanceArrangement[]) {
  const own = arrangements.filter(({ facilityType }) => facilityType === type);
  return {
    inForce: own.find(({ stage }) => stage === 'AGREED' || stage === 'DETERMINED') ?? null,
    waiting: own.find(({ stage }) => stage === 'DISAGREED') ?? null,
    past: own.filter(({ stage }) => stage === 'ENDED'),
  };
}

function recordingActs(shelter: Shelter, waits: boolean, actor: Actor): AvailableActType[] {
  const subject = { ...shelter, level: levelOf(shelter.grade) };
  const offered = (act: ActName, refusals: readonly Refusal[]): AvailableActType[] =>
    mayPerform(actor, act, subject) === null
      ? []
      : [{ act, article: ACTS[act].article, allowed: refusals.length === 0, refusals }];
  return [
    ...offered('recordMaintenanceAgreement', []),
    ...offered('recordMaintenanceDisagreement', waits ? [WAITS] : []),
  ];
}

const WAITS: Refusal = {
  rule: 'maintenance/arrangement',
  article: 17,
  field: null,
  code: 'DISAGREEMENT_WAITS',
  params: {},
};
