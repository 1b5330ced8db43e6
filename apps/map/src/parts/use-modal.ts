import { nextTick, onBeforeUnmount, onMounted, type Ref } from 'vue';

const FOCUSABLE = 'a[href], button:not([disabled]), select, input, [tabindex="0"]';

/** Takes the focus into a dialog, keeps it there, closes on Escape and gives it back at the end. */
export function useModal(element: Ref<HTMLElement | null>, close: () => void) {
  const before = document.activeElement;

  onMounted(() => {
    document.body.classList.add('sheet-open');
    nextTick(() => element.value?.focus()).catch(() => undefined);
  });
  onBeforeUnmount(() => {
    document.body.classList.remove('sheet-open');
    if (before instanceof HTMLElement) before.focus();
  });

  function keepFocus(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'Tab' || !element.value) return;
    const stops = [...element.value.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const leaving = event.shiftKey ? first : last;
    const isAtEdge = document.activeElement === leaving || document.activeElement === element.value;
    if (!isAtEdge || (document.activeElement === element.value && !event.shiftKey)) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }

  return { keepFocus };
}
