type Pair = readonly [chinese: string, english: string];

/** What is refused or advised about a rebuild (`../refusal-messages.ts` has the rest). */
export const REBUILD_MESSAGES = {
  PLACES_OF_A_PART: [
    '只有“部分停用”才填停用人数。请改为“部分停用”，或留空。',
    'Places out of use are told of a part only. Choose "part out of use", or leave it empty.',
  ],
  PLACES_ABOVE_ROOM: [
    '停用 {placesOut} 人，多于该场所能容纳的 {room} 人；施工期间将按没有空位计。请核对。',
    '{placesOut} places out of use are more than the {room} the shelter has; it would count as without room. Please check.',
  ],
  REBUILD_UNDER_WAY: [
    '该场所已有一项改建、扩建备案（{startsOn} 开工）。请变更该备案，或待其办结。',
    'A rebuild of this shelter is on notice already (from {startsOn}). Amend that one, or wait until it is completed.',
  ],
  RESTORATION_OWED: [
    '改建、扩建后{loss}：{facility}。受理后将生成恢复任务。',
    'After the rebuild {loss}: {facility}. A restoration task opens when this is accepted.',
  ],
} as const satisfies Record<string, Pair>;
