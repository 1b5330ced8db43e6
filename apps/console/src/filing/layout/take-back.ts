import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';

/** Deletes from one list of a form so that it can be undone. */
export interface TakeBack {
  remove: (act: () => void) => void;
  /** Whether the last deletion can be taken back: until that list changes again. */
  isOffered: ComputedRef<boolean>;
  takeBack: () => void;
}

/** Keeps a list as it was before a deletion; later changes are never overwritten by it. */
export function useTakeBack<Form extends object, Key extends keyof Form>(
  form: Ref<Form>,
  key: Key,
): TakeBack {
  const kept = shallowRef<{ before: string; after: string } | null>(null);
  const written = (): string => JSON.stringify(form.value[key]);
  const isOffered = computed(() => kept.value !== null && written() === kept.value.after);
  return {
    isOffered,
    remove(act) {
      const before = written();
      act();
      kept.value = { before, after: written() };
    },
    takeBack() {
      if (!kept.value || !isOffered.value) return;
      form.value[key] = JSON.parse(kept.value.before) as Form[Key];
      kept.value = null;
    },
  };
}
