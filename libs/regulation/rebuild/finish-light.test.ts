import { expect, test } from '@jest/globals';
import { finishLight } from './finish-light.ts';

test('the promised end is watched while the as-built version is not on file', () => {
  const light = (today: string) => finishLight({ stage: 'NOTIFIED', endsOn: '2027-03-31' }, today);
  expect(light('2027-03-16')).toBe('ON_TIME');
  expect(light('2027-03-17')).toBe('DUE_SOON');
  expect(light('2027-03-31')).toBe('DUE_SOON');
  expect(light('2027-04-01')).toBe('LATE');
  expect(light('2027-05-29')).toBe('LATE');
  expect(light('2027-05-30')).toBe('VERY_LATE');
  expect(finishLight({ stage: 'COMPLETED', endsOn: '2027-03-31' }, '2028-01-01')).toBeNull();
  expect(finishLight({ stage: 'CALLED_OFF', endsOn: '2027-03-31' }, '2028-01-01')).toBeNull();
});

test('the city sets its own days', () => {
  const config = { soonDays: 1, veryLateDays: 2 };
  const light = (today: string) => finishLight({ stage: 'NOTIFIED', endsOn: '2027-03-31' }, today, config);
  expect(['2027-03-29', '2027-03-30', '2027-04-01', '2027-04-02'].map(light)).toEqual([
    'ON_TIME',
    'DUE_SOON',
    'LATE',
    'VERY_LATE',
  ]);
});
