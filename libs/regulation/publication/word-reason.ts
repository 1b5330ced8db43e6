import type { Language } from '../labels.ts';
import { fillTemplate } from '../wording.ts';
import type { Reason } from './eligibility.ts';
import { LABEL_MESSAGES, REASON_MESSAGES, type NearestLabel } from './reason-messages.ts';

/** Why a shelter was passed over, in words. */
export function wordReason({ code, params }: Reason, language: Language): string {
  return fillTemplate(REASON_MESSAGES[code][language === 'zh-CN' ? 0 : 1], language, params, null);
}

/** What is said beside a listed shelter, in words. */
export function wordLabel(label: NearestLabel, language: Language): string {
  return LABEL_MESSAGES[label][language === 'zh-CN' ? 0 : 1];
}
