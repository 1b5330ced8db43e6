import { describe, expect, it } from '@jest/globals';
import { operationalStatus, type OpeningFacts } from './operational-status.ts';

const NOTHING: OpeningFacts = {
  answered: false,
  gateOpen: false,
  staffed: false,
  partlyUsable: false,
  damaged: false,
  closing: false,
  released: false,
  available: null,
};

describe('what a decided shelter is doing', () => {
  it.each([
    ['DECIDED', {}],
    ['DECIDED', { staffed: true }],
    ['OPENING', { answered: true }],
    ['OPENING', { answered: true, staffed: true }],
    ['LIMITED', { answered: true, gateOpen: true }],
    ['LIMITED', { gateOpen: true, staffed: true, partlyUsable: true }],
    ['OPEN', { gateOpen: true, staffed: true }],
    ['OPEN', { gateOpen: true, staffed: true, available: 1 }],
    ['FULL', { gateOpen: true, staffed: true, available: 0 }],
    ['FULL', { gateOpen: true, available: -3 }],
    ['OPENING', { answered: true, available: 0 }],
    ['CLOSING', { gateOpen: true, staffed: true, available: 0, closing: true }],
    ['DAMAGED', { gateOpen: true, staffed: true, closing: true, damaged: true }],
    ['CLOSED', { gateOpen: true, damaged: true, closing: true, released: true }],
  ] as const)('is %s with %j', (status, facts) => {
    expect(operationalStatus({ ...NOTHING, ...facts })).toBe(status);
  });
});
