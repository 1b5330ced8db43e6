import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OPERATIONAL_STATUSES } from '#regulation/enumerations';
import { markSvg, statusMark } from './status-marks.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const day = propertiesOf(':root {');
const chosenNight = propertiesOf(":root[data-theme='dark'] {");
const night = { ...day, ...chosenNight };
const palettes = [
  ['by day', day],
  ['by night', night],
] as const;

const GROUNDS = ['--ground', '--ground-soft'];
const TEXT: [ink: string, ground: string][] = [
  ...['--ink', '--ink-soft', '--brand', '--action', '--alert-ink', '--caution'].flatMap((ink) =>
    GROUNDS.map((ground): [string, string] => [ink, ground]),
  ),
  ...['brand', 'action', 'alert', 'caution'].map((name): [string, string] => [`--on-${name}`, `--${name}`]),
  ...['on-time', 'due-soon', 'late', 'very-late'].map((step): [string, string] => [
    `--${step}-ink`,
    `--${step}`,
  ]),
  // Element Plus: words on a button, at rest and under the pointer, and on the pale ground of tags and alerts.
  ...['primary', 'success', 'warning', 'danger', 'error', 'info'].flatMap((kind): [string, string][] => [
    ['--el-color-white', `--el-color-${kind}`],
    ['--el-color-white', `--el-color-${kind}-light-3`],
    [`--el-color-${kind}`, `--el-color-${kind}-light-9`],
  ]),
  ['--el-text-color-placeholder', '--el-fill-color-blank'],
  ['--el-text-color-secondary', '--el-bg-color-page'],
];
const STATUS_COLOURS = [
  ...new Set(
    OPERATIONAL_STATUSES.flatMap((status) => [
      statusMark(status, false).colour,
      statusMark(status, true).colour,
    ]),
  ),
];

it('has one night palette, by the wish of the device and by choice', () => {
  expect(propertiesOf(":root:not([data-theme='light']) {")).toEqual(chosenNight);
  expect(Object.keys(day)).toEqual(expect.arrayContaining(Object.keys(chosenNight)));
});

describe.each(palettes)('%s', (_when, palette) => {
  it.each(TEXT)('%s is readable on %s', (ink, ground) => {
    expect(contrast(colour(palette, ink), colour(palette, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('has ink and secondary ink well above the least', () => {
    expect(contrast(colour(palette, '--ink'), colour(palette, '--ground-soft'))).toBeGreaterThanOrEqual(7);
  });

  it.each([...STATUS_COLOURS, '--line-strong'])('%s is seen on page, card and map', (mark) => {
    for (const ground of [...GROUNDS, '--map-land', '--map-outside', '--mark-halo']) {
      expect(contrast(colour(palette, mark), colour(palette, ground))).toBeGreaterThanOrEqual(3);
    }
  });

  it('grows more striking with lateness, in brightness too', () => {
    const steps = ['--on-time', '--due-soon', '--late', '--very-late'].map((step) =>
      luminance(colour(palette, step)),
    );
    const falling = steps.every((step, index) => index === 0 || (steps[index - 1] ?? 0) > step);
    const rising = steps.every((step, index) => index === 0 || (steps[index - 1] ?? 1) < step);
    expect(falling || rising).toBe(true);
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1] ?? Infinity;
      expect((Math.max(step, before) + 0.05) / (Math.min(step, before) + 0.05)).toBeGreaterThanOrEqual(1.15);
    }
  });
});

describe('status marks', () => {
  it('differ in colour and in shape, but for closed and not activated', () => {
    const told = OPERATIONAL_STATUSES.filter((status) => status !== 'STANDBY').map((status) =>
      statusMark(status, false),
    );
    expect(new Set(told.map((mark) => mark.shape)).size).toBe(told.length);
    expect(new Set(told.map((mark) => mark.colour)).size).toBe(told.length);
    expect(new Set(told.map((mark) => mark.path + mark.drawing)).size).toBe(told.length);
    expect(statusMark('STANDBY', false)).toEqual({
      ...statusMark('CLOSED', false),
      wordKey: 'OperationalStatus.STANDBY',
    });
  });

  it('go grey and hollow when stale, and keep shape and word', () => {
    for (const status of OPERATIONAL_STATUSES) {
      const [fresh, stale] = [statusMark(status, false), statusMark(status, true)];
      expect(stale).toMatchObject({ colour: '--status-stale', drawing: 'DASHED', wordKey: fresh.wordKey });
      expect(fresh.path.slice(0, 10)).toBe(stale.path.slice(0, 10));
    }
    expect(statusMark('OPEN', true).shape).not.toBe(statusMark('CLOSED', false).shape);
  });

  it('are drawn in the box, in their own colour', () => {
    for (const status of OPERATIONAL_STATUSES) {
      const mark = statusMark(status, false);
      expect(markSvg(mark, 28)).toContain(`var(${mark.colour})`);
      expect(markSvg(mark, 28)).toMatch(/^<svg [^<>]*width="28"[^<>]*><path [^<>]*\/><\/svg>$/);
      expect(css).toContain(`${mark.colour}:`);
    }
  });
});

function propertiesOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector) + selector.length).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name, value]),
  );
}

/** The colour a property ends in, `var()` followed. */
function colour(palette: Record<string, string>, name: string): string {
  const value = palette[name] ?? '';
  const next = /^var\((--[\w-]+)\)$/u.exec(value)?.[1];
  if (next) return colour(palette, next);
  if (!/^#[0-9a-f]{6}$/u.test(value)) throw new Error(`${name} is no colour: "${value}"`);
  return value;
}

/** Contrast of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
