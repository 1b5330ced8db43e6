import type { ToldMaintainer } from '#regulation/maintenance/arrangement';

/** Who maintains, by name, as it is when it is recorded: names change, what was agreed does not. */
export function nameOfMaintainer(
  { party, maintainerName }: ToldMaintainer,
  unitName: string,
  ownerName: string,
): string {
  switch (party) {
    case 'UNIT':
      return unitName;
    case 'OWNER':
      return ownerName.trim();
    case 'OTHER':
      return maintainerName.trim();
  }
}
