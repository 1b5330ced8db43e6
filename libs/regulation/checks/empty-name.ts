import { impossible, type Check } from './check.ts';

/** A shelter nobody can name cannot be kept; Art. 14 (1) asks for the name as well (`filing/required-contents.ts`). */
export const emptyName: Check = ({ name }) =>
  name.trim() === '' ? [impossible('empty-name', 'name', 'EMPTY')] : [];
