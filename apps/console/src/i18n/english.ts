import { closure } from './en/closure.ts';
import { deregistration } from './en/deregistration.ts';
import { filing } from './en/filing.ts';
import { frame } from './en/frame.ts';
import { gate } from './en/gate.ts';
import { lists } from './en/import.ts';
import { maintenance } from './en/maintenance.ts';
import { night } from './en/night.ts';
import { rebuild } from './en/rebuild.ts';
import { records } from './en/records.ts';
import { ground } from './en/ground.ts';
import { standing } from './en/standing.ts';
import { tasks } from './en/tasks.ts';
import { year } from './en/year.ts';
import type { Messages } from './messages.ts';

/** The words of the console in English. */
export const en: Messages = {
  ...closure,
  ...frame,
  ...gate,
  ...deregistration,
  ...filing,
  ...lists,
  ...maintenance,
  ...night,
  ...rebuild,
  ...records,
  ...ground,
  ...standing,
  ...tasks,
  ...year,
};
