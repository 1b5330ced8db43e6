import type { Language } from '#regulation/public-labels';
import { reactive, watchEffect } from 'vue';
import { keep, recall } from './device-store.ts';

/** How this person wants the page: remembered on the device. */
export const settings = reactive<{ language: Language; elder: boolean }>({
  language: recall('language') === 'en' ? 'en' : 'zh-CN',
  elder: recall('elder') === true,
});

/** Writes the settings onto the page and into the device's memory, now and whenever they change. */
export function applySettings(root: HTMLElement): void {
  watchEffect(() => {
    root.lang = settings.language;
    root.toggleAttribute('data-elder', settings.elder);
    keep('language', settings.language);
    keep('elder', settings.elder);
  });
}
