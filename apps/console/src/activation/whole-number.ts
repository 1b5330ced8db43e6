/** Reads a count as people type it (１，２００ too); null where nothing was typed, NaN where it is no number. */
export function readWholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，]/g, '');
  if (plain === '') return null;
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
}
