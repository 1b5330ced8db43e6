import { publicLabel, type Language, type PublicLabels } from '../public-labels.ts';
import type { Reason } from './eligibility.ts';
import { LABEL_MESSAGES, REASON_MESSAGES, type NearestLabel } from './reason-messages.ts';

/** Parameters that carry a value of an enumeration and are shown by its label. */
const LABELLED_PARAMS: Readonly<Record<string, keyof PublicLabels>> = {
  hazard: 'HazardType',
  status: 'OperationalStatus',
};

/** Why a shelter was passed over, in words. */
export function wordReason({ code, params }: Reason, language: Language): string {
  return REASON_MESSAGES[code][language === 'zh-CN' ? 0 : 1].replaceAll(
    /\{(\w+)\}/g,
    (_place, name: string) => {
      const value = String(params[name] ?? '');
      const enumeration = LABELLED_PARAMS[name];
      return enumeration ? publicLabel(enumeration, value, language) : value;
    },
  );
}

/** What is said beside a listed shelter, in words. */
export function wordLabel(label: NearestLabel, language: Language): string {
  return LABEL_MESSAGES[label][language === 'zh-CN' ? 0 : 1];
}
