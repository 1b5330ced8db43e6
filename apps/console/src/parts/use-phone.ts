import { onScopeDispose, ref, type Ref } from 'vue';

/** Whether the screen is as narrow as a phone’s; follows when it turns. */
export function usePhone(): Readonly<Ref<boolean>> {
  const narrow = matchMedia('(max-width: 767px)');
  const phone = ref(narrow.matches);
  const follow = (): void => {
    phone.value = narrow.matches;
  };
  narrow.addEventListener('change', follow);
  onScopeDispose(() => narrow.removeEventListener('change', follow));
  return phone;
}
