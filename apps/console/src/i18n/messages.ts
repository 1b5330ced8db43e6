import { closure } from './zh-CN/closure.ts';
import { deregistration } from './zh-CN/deregistration.ts';
import { filing } from './zh-CN/filing.ts';
import { frame } from './zh-CN/frame.ts';
import { gate } from './zh-CN/gate.ts';
import { lists } from './zh-CN/import.ts';
import { maintenance } from './zh-CN/maintenance.ts';
import { night } from './zh-CN/night.ts';
import { rebuild } from './zh-CN/rebuild.ts';
import { records } from './zh-CN/records.ts';
import { ground } from './zh-CN/ground.ts';
import { standing } from './zh-CN/standing.ts';
import { tasks } from './zh-CN/tasks.ts';
import { year } from './zh-CN/year.ts';

/** The words of the console in Chinese: the language the others are held against. */
export const zhCN = {
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
} as const;

type Shape<Table> = { readonly [Key in keyof Table]: Table[Key] extends string ? string : Shape<Table[Key]> };
type Keys<Table> = {
  [Key in keyof Table & string]: Table[Key] extends string ? Key : `${Key}.${Keys<Table[Key]>}`;
}[keyof Table & string];

/** What every language must say. */
export type Messages = Shape<typeof zhCN>;
export type MessageKey = Keys<typeof zhCN>;
