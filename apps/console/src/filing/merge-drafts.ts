import type { ContentsInput } from './contents.documents.ts';
import { differences } from './contents-form.ts';

/** How two people's changes of the same draft stand to each other, field by field. */
export interface Merge {
  /** What only they changed: taken over. */
  taken: (keyof ContentsInput)[];
  /** What both changed, and not to the same: for a person to decide. */
  clashing: (keyof ContentsInput)[];
}

/** Three contents: as both began, as mine is now, as theirs was saved. */
export function mergeDrafts(base: ContentsInput, mine: ContentsInput, theirs: ContentsInput): Merge {
  const changedByMe = new Set(differences(base, mine));
  const changedByThem = differences(base, theirs);
  const apart = new Set(differences(mine, theirs));
  return {
    taken: changedByThem.filter((path) => !changedByMe.has(path)),
    clashing: changedByThem.filter((path) => changedByMe.has(path) && apart.has(path)),
  };
}
