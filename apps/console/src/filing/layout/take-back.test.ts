import { describe, expect, test } from '@jest/globals';
import { ref } from 'vue';
import { useTakeBack } from './take-back.ts';

const begin = () => {
  const form = ref<{ zones: { name: string }[]; boundary: { parts: number[] } | null }>({
    zones: [{ name: '甲' }, { name: '乙' }],
    boundary: { parts: [1] },
  });
  return { form, zones: useTakeBack(form, 'zones'), boundary: useTakeBack(form, 'boundary') };
};

describe('taking a deletion back', () => {
  test('puts it where it was, once', () => {
    const { form, zones } = begin();
    expect(zones.isOffered.value).toBe(false);
    zones.remove(() => form.value.zones.splice(0, 1));
    expect(form.value.zones).toEqual([{ name: '乙' }]);
    expect(zones.isOffered.value).toBe(true);
    zones.takeBack();
    expect(form.value.zones).toEqual([{ name: '甲' }, { name: '乙' }]);
    expect(zones.isOffered.value).toBe(false);
  });

  test('is no longer offered once that list was changed, and changes nothing then', () => {
    const { form, zones } = begin();
    zones.remove(() => form.value.zones.splice(0, 1));
    form.value.boundary = null;
    expect(zones.isOffered.value).toBe(true);
    form.value.zones.push({ name: '丙' });
    expect(zones.isOffered.value).toBe(false);
    zones.takeBack();
    expect(form.value.zones).toEqual([{ name: '乙' }, { name: '丙' }]);
  });

  test('brings back what was deleted as a whole', () => {
    const { form, boundary } = begin();
    boundary.remove(() => (form.value.boundary = null));
    boundary.takeBack();
    expect(form.value.boundary).toEqual({ parts: [1] });
  });
});
