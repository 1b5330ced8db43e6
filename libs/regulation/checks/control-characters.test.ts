import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { controlCharacters } from './control-characters.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  controlCharacters(sampleContents(change), facts, CHECK_DEFAULTS);

describe('characters nobody sees', () => {
  it.each(['\u0000', '\u0007', '\n', '\t', '\u007f', '\u0085', '\u202e', '\u2066'])(
    '%j in a name is refused',
    (character) => {
      expect(told({ name: `公园${character}东门` })).toMatchObject([
        { class: 'IMPOSSIBLE', field: 'name', code: 'CONTROL_CHARACTER', params: { at: 3 } },
      ]);
    },
  );

  it('lets lines and tabs stand where text may run over several lines', () => {
    expect(told({ remarks: '一\n二\r\n\t三', seismicEvidence: '1\n2' })).toEqual([]);
    expect(told({ remarks: 'a\u0000' })).toMatchObject([{ field: 'remarks', params: { at: 2 } }]);
    expect(told({ remarks: 'a\u202e' })).toHaveLength(1);
    expect(told({ address: '一\n二' })).toMatchObject([{ field: 'address' }]);
  });

  it('lets every ordinary character stand', () => {
    expect(told({ name: 'Ⅱ类·陕州 (东) 𠮷 é ①' })).toEqual([]);
  });
});
