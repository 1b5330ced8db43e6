import { expect, test } from '@jest/globals';
import { isRecognised } from './column-mapping.ts';

const targets = ['name', 'position.longitude', 'position.latitude', 'grade'].map((field) => ({
  field,
  required: field !== 'grade',
}));
const preview = (fields: readonly (string | null)[], state: 'PREVIEW' | 'FAILED' = 'PREVIEW') => ({
  state,
  columns: fields.map((field, index) => ({
    position: index + 1,
    header: `C${index}`,
    field,
    suggestion: null,
    values: [],
  })),
});

test('columns are recognised when each means something and nothing required is missing', () => {
  expect(isRecognised(preview(['name', 'position.longitude', 'position.latitude']), targets)).toBe(true);
  expect(isRecognised(preview(['name', 'coordinates', 'grade']), targets)).toBe(true);
  expect(isRecognised(preview(['name', 'coordinates', null]), targets)).toBe(false);
  expect(isRecognised(preview(['name', 'position.longitude']), targets)).toBe(false);
  expect(isRecognised(preview(['name', 'coordinates'], 'FAILED'), targets)).toBe(false);
});
