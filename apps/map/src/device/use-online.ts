import { onScopeDispose, ref, type Ref } from 'vue';

/** Whether the device believes it has a network. */
export function useOnline(): Ref<boolean> {
  const online = ref(navigator.onLine);
  const update = () => (online.value = navigator.onLine);
  for (const event of ['online', 'offline']) addEventListener(event, update);
  onScopeDispose(() => {
    for (const event of ['online', 'offline']) removeEventListener(event, update);
  });
  return online;
}
