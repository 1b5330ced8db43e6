import { describe, expect, it } from '@jest/globals';
import { wordProposalReason } from './proposal-messages.ts';
import { PROPOSAL_REASON_CODES } from './propose-shelters.ts';

describe('the reasons of a proposal in words', () => {
  it.each(PROPOSAL_REASON_CODES)('%s is said in Chinese and English, with nothing left open', (code) => {
    const params = { hazard: 'FLOOD', room: 20, people: 10 };
    expect(wordProposalReason({ code, params }, 'zh-CN')).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/);
    expect(wordProposalReason({ code, params }, 'en')).toMatch(/^[\x20-\x7a]+$/);
  });

  it('name the hazard and the numbers', () => {
    const said = (code: 'SUITABLE' | 'ENOUGH_ROOM', params: Record<string, string | number>) =>
      wordProposalReason({ code, params }, 'en');
    expect(said('SUITABLE', { hazard: 'FLOOD' })).toBe('Suitable: Flood');
    expect(said('ENOUGH_ROOM', { room: 20, people: 10 })).toBe('Those before it hold 20, enough for 10');
  });
});
