import type { Consequence, ConsequenceKind } from '#regulation/consequences';
import type { EntityManager } from 'typeorm';
import { closeFile } from './activation/close-file.ts';
import { announceActivation } from './announcements/announce-activation.ts';
import { openClosingTasks, owesClosing } from './closure/open-closing-tasks.ts';
import { assignDuties } from './duties/assign-duties.ts';
import { endDuties } from './duties/end-duties.ts';

type Handlers = {
  readonly [Kind in ConsequenceKind]: (
    tx: EntityManager,
    consequence: Extract<Consequence, { kind: Kind }>,
  ) => Promise<void>;
};

/** Which stage carries out what another one causes. */
const HANDLERS: Handlers = {
  ASSIGN_DUTIES: assignDuties,
  END_DUTIES: endDuties,
  ANNOUNCE: announceActivation,
  OPEN_CLOSING_TASKS: openClosingTasks,
  CLOSE_FILE: async (tx, consequence) => {
    if (!(await owesClosing(tx, consequence.activationId))) await closeFile(tx, consequence);
  },
};

/** Carries consequences out one after another, in the transaction of the act that caused them. */
export async function carryOut(tx: EntityManager, consequences: readonly Consequence[]): Promise<void> {
  for (const consequence of consequences) {
    const handle = HANDLERS[consequence.kind] as (tx: EntityManager, given: Consequence) => Promise<void>;
    await handle(tx, consequence);
  }
}
