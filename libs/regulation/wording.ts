import { actLabel } from './act-labels.ts';
import { fieldName } from './field-names.ts';
import { label, LABELS, type Enumeration, type Language } from './labels.ts';
import { REFUSAL_MESSAGES } from './refusal-messages.ts';
import type { Refusal } from './refusal.ts';

/** Parameters that carry a value of an enumeration and are shown by its label. */
const LABELLED_PARAMS: Readonly<Record<string, readonly Enumeration[]>> = {
  stage: [
    'FilingStage',
    'PublicationStatus',
    'ActivationStage',
    'DutyStage',
    'OperationalStatus',
    'DefectStage',
    'CampaignStage',
    'ClosingTaskStage',
    'RebuildStage',
    'DeregistrationStage',
    'MaintenanceStage',
  ],
  hazard: ['HazardType'],
  suitability: ['Suitability'],
  readiness: ['Readiness'],
  status: ['OperationalStatus'],
  spaceType: ['SpaceType'],
  duty: ['DutyKind'],
  head: ['InspectionHead'],
  facility: ['FacilityType'],
  loss: ['Loss'],
  task: ['ClosingTaskKind'],
  asked: ['ClosingTaskKind'],
  investment: ['Investment'],
};

/** Parameters that carry several values, with commas between them. */
const LISTED_PARAMS: Readonly<Record<string, Enumeration>> = {
  facilities: 'FacilityType',
  items: 'DesignItem',
};

/** Says a refusal in words: what is wrong with which field, and what to do. Plain text; escape it where it is shown. */
export function wordRefusal(refusal: Pick<Refusal, 'code' | 'field' | 'params'>, language: Language): string {
  const template = REFUSAL_MESSAGES[refusal.code][language === 'zh-CN' ? 0 : 1];
  return fillTemplate(template, language, refusal.params, refusal.field);
}

/** Fills `{name}` places. A place without a value stays empty rather than showing braces to people. */
export function fillTemplate(
  template: string,
  language: Language,
  params: Refusal['params'],
  field: string | null,
): string {
  return template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    if (name === 'field')
      return field === null ? (language === 'zh-CN' ? '内容' : 'This entry') : fieldName(field, language);
    if (name === 'allowed') return wordAllowed(params, language);
    const value = paramIn(params, name, language);
    return value === undefined ? '' : wordParam(name, value, language);
  });
}

/** A name that has an English one beside it is said in English to whoever reads English. */
function paramIn(params: Refusal['params'], name: string, language: Language) {
  const english = `${name}En`;
  if (language === 'en' && Object.hasOwn(params, english)) return params[english];
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

/** What may be written instead: values of an enumeration by their labels, anything else as it stands. */
function wordAllowed({ allowed = '', enumeration = '' }: Refusal['params'], language: Language): string {
  const words = String(allowed).split(/,(?! )/u);
  return joined(
    isEnumeration(enumeration) ? words.map((value) => label(enumeration, value, language)) : words,
    language,
  );
}

function isEnumeration(name: string | number): name is Enumeration {
  return Object.hasOwn(LABELS, name);
}

function joined(words: readonly string[], language: Language): string {
  return words.join(language === 'zh-CN' ? '、' : ', ');
}

function wordParam(name: string, value: string | number, language: Language): string {
  if (typeof value === 'number' && Number.isFinite(value)) return wordNumber(value);
  const text = String(value);
  if (name === 'act') return actLabel(text, language);
  if (name === 'stage' && text === 'NONE') return language === 'zh-CN' ? '尚未建立' : 'nothing there yet';
  const listed = LISTED_PARAMS[name];
  if (listed) {
    const words = text.split(',').map((value) => label(listed, value, language));
    return joined(words, language);
  }
  const enumeration = LABELLED_PARAMS[name]?.find((candidate) => Object.hasOwn(LABELS[candidate], text));
  return enumeration ? label(enumeration, text, language) : text;
}

/** With its thousands marked, alike in both languages, and no decimal lost. */
function wordNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 20 });
}
