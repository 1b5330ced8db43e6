import { number, t, word } from '../i18n/words.ts';
import type { BoardCell } from './board.documents.ts';
import type { CellSaid } from './board-cells.ts';

const LONG_MINUTES = 100;
const HOURS_END = 48 * 60;

/** A span for a narrow cell: minutes, from a hundred on hours, then days. */
export function span(minutes: number): string {
  if (minutes < LONG_MINUTES) return t('board.minutes', { n: number(minutes) });
  if (minutes < HOURS_END) return t('board.hours', { n: number(Math.floor(minutes / 60)) });
  return t('board.days', { n: number(Math.floor(minutes / 1440)) });
}

/** The short word in a cell. */
export function cellWord({ stage, left, since }: CellSaid): string {
  if (stage === 'IN_PLACE') return t('board.inPlace', { span: span(since) });
  if (stage === 'DEGRADED') return t('board.degraded', { span: span(since) });
  if (stage === 'STOOD_DOWN') return t('board.stoodDown');
  if (stage === 'UNASSIGNED') return t('board.unassigned');
  if (left === null) return t('board.waits', { span: span(since) });
  return left < 0 ? t('board.over', { span: span(-left) }) : t('board.left', { span: span(left) });
}

/** All a cell says, in a sentence: for the pointer and for those who hear it. */
export function cellSentence(cell: BoardCell, said: CellSaid): string {
  return [
    word('DutyKind', cell.kind),
    cell.organisation ?? t('board.nobody'),
    word('DutyStage', cell.stage),
    said.stage === 'IN_PLACE' || said.stage === 'STOOD_DOWN' ? null : word('Lateness', said.lateness),
    cellWord(said),
    cell.lacking,
  ]
    .filter(Boolean)
    .join(t('board.comma'));
}
