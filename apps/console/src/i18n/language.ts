import type { Language } from '#regulation/labels';
import { ref, watchEffect } from 'vue';

const STORED_AS = 'shelter-console:language';

/** The language of the console: what was chosen before, else what the browser prefers, else Chinese. */
export const language = ref<Language>(chosenBefore());

/** Other modules that speak must follow the same switch. */
export function chooseLanguage(next: Language): void {
  language.value = next;
  localStorage.setItem(STORED_AS, next);
}

watchEffect(() => {
  document.documentElement.lang = language.value;
});

function chosenBefore(): Language {
  const stored = localStorage.getItem(STORED_AS);
  if (stored === 'zh-CN' || stored === 'en') return stored;
  const preferred = navigator.languages.find((tag) => /^(zh|en)/i.test(tag));
  return preferred?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
