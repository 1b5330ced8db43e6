import { describe, expect, it } from '@jest/globals';
import { missingMembers } from './command-post.ts';

describe('the command post of Art. 23', () => {
  it('needs the emergency department, the community and the unit in a county', () => {
    expect(missingMembers('COUNTY', [])).toEqual(['EM_DEPARTMENT', 'COMMUNITY_HEAD', 'UNIT_HEAD']);
    expect(missingMembers('COUNTY', ['COMMITTEE_STAFF', 'UNIT_HEAD'])).toEqual([
      'EM_DEPARTMENT',
      'COMMUNITY_HEAD',
    ]);
    expect(missingMembers('COUNTY', ['EM_DEPARTMENT', 'COMMUNITY_HEAD', 'UNIT_HEAD'])).toEqual([]);
  });

  it('needs the committee’s staff, the community and the unit in a zone; the department is welcome', () => {
    expect(missingMembers('COMMITTEE', ['EM_DEPARTMENT'])).toEqual([
      'COMMITTEE_STAFF',
      'COMMUNITY_HEAD',
      'UNIT_HEAD',
    ]);
    expect(missingMembers('COMMITTEE', ['UNIT_HEAD', 'COMMUNITY_HEAD', 'COMMITTEE_STAFF'])).toEqual([]);
  });
});
