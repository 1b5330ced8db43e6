import { isOfOneOnFile } from '#regulation/filing/change';
import { computed, reactive, type ComputedRef, type ShallowRef } from 'vue';
import type { Refusal } from '../api/problem.ts';
import { isAdvice } from '../parts/findings.ts';
import { t } from '../i18n/words.ts';
import { mayEver } from '../session/session.ts';
import { formOf, readForm, type ContentsForm } from './contents-form.ts';
import type { Filing } from './filing.documents.ts';
import { isLawGap } from './own-checks.ts';
import { returnedReasons } from './returned-reasons.ts';
import { SECTION_NAMES, sectionAsking, type SectionName } from './sections.ts';
import { boxOf } from './site-form.ts';
import { inOrder, tasksOf } from './task-list.ts';

/** What a draft comes to as a list of tasks, and what is said of it where. */
export function useFilingTasks(
  saved: Readonly<ShallowRef<Filing>>,
  form: () => ContentsForm,
  findings: ComputedRef<readonly Refusal[]>,
  refused: () => readonly Refusal[],
) {
  const written = computed(() => readForm(form()).input);
  const onFile = computed(() => {
    const { kind, onFile: version } = saved.value;
    return isOfOneOnFile(kind) && version ? readForm(formOf(version.contents)).input : null;
  });
  const isOffice = mayEver('correctShelter');
  /** Sections looked over. What is given back was looked over by an officer: every gap in it is to be filled. */
  const checked = reactive(new Set<SectionName>(saved.value.stage === 'RETURNED' ? SECTION_NAMES : []));

  const returned = computed(() =>
    returnedReasons(saved.value, written.value, (text) => t('filing.returnAnswered', { text })),
  );
  const said = computed(() => {
    const inBoxes = refused().map((one) => ({ ...one, field: boxOf(form(), one.field) }));
    return [...returned.value, ...inBoxes, ...findings.value];
  });
  /** An empty box is no fault before its section was looked over; until then the star beside its name is enough. */
  const besideBoxes = computed(() =>
    said.value.filter((finding) => {
      const name = sectionAsking(finding.field);
      return name === null || checked.has(name) || !isLawGap(finding);
    }),
  );
  const stopping = computed(() => inOrder(findings.value));
  const advice = computed(() => findings.value.filter(isAdvice));
  const tasks = computed(() =>
    tasksOf({ contents: written.value, findings: said.value, onFile: onFile.value, checked, isOffice }),
  );

  /** It was to be handed in: from now on every gap is one to be filled. */
  function checkAll(): void {
    for (const name of SECTION_NAMES) checked.add(name);
  }

  return { written, onFile, isOffice, checked, checkAll, said, besideBoxes, stopping, advice, tasks };
}
