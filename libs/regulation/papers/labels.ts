import type { Language } from '../labels.ts';
import type { PaperKind } from './papers.ts';

const NAMES: Record<PaperKind, readonly [chinese: string, english: string]> = {
  FILING_FORM: ['备案表', 'Filing form'],
  RETURN_LETTER: ['退回（补正）告知书', 'Return letter'],
  CERTIFICATE: ['备案证明', 'Certificate of filing'],
  REGISTRY_EXTRACT: ['登记摘录', 'Registry extract'],
  ZONE_PLAN_SHEET: ['功能分区平面图', 'Zone plan sheet'],
};

/** A paper by its name. */
export function paperName(kind: PaperKind, language: Language): string {
  return NAMES[kind][language === 'zh-CN' ? 0 : 1];
}
