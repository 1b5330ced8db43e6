import { inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import type { Refusal } from '../api/problem.ts';

const KEY: InjectionKey<ComputedRef<readonly Refusal[]>> = Symbol('findings');

/** Lets every field below show what is said of it. */
export function provideFindings(findings: ComputedRef<readonly Refusal[]>): void {
  provide(KEY, findings);
}

const GUIDE: InjectionKey<(path: string) => void> = Symbol('guide');

/** On a page that shows its fields by turns: how one comes to a field that a line names. */
export function provideGuide(guide: (path: string) => void): void {
  provide(GUIDE, guide);
}

/** Leads to the field that a line names: on this page, unless the page knows a further way. */
export function useGuide(): (path: string) => void {
  return inject(GUIDE, focusField);
}

/** What is said of a field; with `deep`, of its parts too (`position` and `position.latitude`). */
export function useFindings(): (path: string, deep?: boolean) => Refusal[] {
  const findings = inject(KEY, undefined);
  return (path, deep = false) =>
    (findings?.value ?? []).filter(
      ({ field }) => field === path || (deep && field !== null && field.startsWith(`${path}.`)),
    );
}

/** Advice never stops an act; everything else does. */
export function isAdvice(refusal: Refusal): boolean {
  return refusal.class === 'ADVICE';
}

/** The id of the control that a path names. */
export function fieldId(path: string): string {
  return `field-${path}`;
}

/** Brings the field into view and puts the caret in it; of an unknown part, the nearest whole. */
export function focusField(path: string): void {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(steps.slice(0, length).join('.')));
    if (!found) continue;
    const control = found.matches(CONTROLS) ? found : found.querySelector<HTMLElement>(CONTROLS);
    (control ?? found).focus({ preventScroll: true });
    found.scrollIntoView({ block: 'center' });
    return;
  }
}

const CONTROLS = 'input, textarea, select, button, a[href], [tabindex]';
