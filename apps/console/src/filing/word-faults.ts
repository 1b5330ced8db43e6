import type { Finding } from '#regulation/refusal';
import { wordRefusal } from '#regulation/wording';
import type { Refusal } from '../api/problem.ts';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/words.ts';
import type { Fault } from './contents-form.ts';

/** What a box says wrongly, worded like what the server says. */
export function wordFault(fault: Fault): Refusal {
  const { field } = fault;
  const said = { field, article: null, class: 'IMPOSSIBLE' };
  if ('code' in fault) return { ...said, code: fault.code, message: wordRefusal(fault, language.value) };
  return { ...said, code: fault.coordinate, message: t(`coordinate.${fault.coordinate}`) };
}

/** What a rule of the law says here, worded as the server words it. */
export function wordFinding(finding: Finding): Refusal {
  const { code, field, article } = finding;
  return { class: finding.class, code, field, article, message: wordRefusal(finding, language.value) };
}
