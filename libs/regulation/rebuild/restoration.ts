import type { FacilityType, Loss } from '../enumerations.ts';
import { label } from '../labels.ts';
import type { Finding } from '../refusal.ts';
import type { ShelterFacility } from '../registry/contents.ts';

export interface Restoration {
  readonly type: FacilityType;
  readonly loss: Loss;
  /** How many there were and are; null = not known. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Art. 21: facilities that a rebuild leaves missing, damaged or failed are restored; one task a kind, in the order of the
 * version before. What was missing before the work and is not spoken of now is not the rebuild's. An unknown number is
 * never taken for fewer.
 */
export function restorations(
  before: readonly ShelterFacility[],
  after: readonly ShelterFacility[],
): Restoration[] {
  const there = before.filter(({ state }) => state !== 'MISSING');
  const types = [...new Set([...there, ...after].map(({ type }) => type))];
  return types.flatMap((type) => {
    const was = there.filter((facility) => facility.type === type);
    const is = after.filter((facility) => facility.type === type);
    const loss = lossOf(was, is);
    return loss === null ? [] : [{ type, loss, before: sumOf(was), after: sumOf(is) }];
  });
}

/** What is to be restored, told to both sides before the as-built version is accepted. */
export function restorationFindings(owed: readonly Restoration[]): Finding[] {
  return owed.map(({ type, loss }) => ({
    class: 'ADVICE',
    rule: 'rebuild/restoration',
    article: 21,
    field: 'facilities',
    code: 'RESTORATION_OWED',
    params: { facility: type, loss },
  }));
}

/** The task in words, as it is kept. */
export function wordRestoration({ type, loss, before, after }: Restoration): string {
  const facility = label('FacilityType', type, 'zh-CN');
  const count = loss === 'FEWER' ? `（原有 ${before}，现有 ${after}）` : '';
  return `改建、扩建后${label('Loss', loss, 'zh-CN')}：${facility}${count}，应当恢复`;
}

function lossOf(was: readonly ShelterFacility[], is: readonly ShelterFacility[]): Loss | null {
  const states = new Set(is.map(({ state }) => state));
  if (states.has('MISSING') || (is.length === 0 && was.length > 0)) return 'MISSING';
  if (states.has('FAILED')) return 'FAILED';
  const [before, after] = [sumOf(was), sumOf(is)];
  return before !== null && after !== null && after < before ? 'FEWER' : null;
}

/** null as soon as one of them is not told. */
function sumOf(facilities: readonly ShelterFacility[]): number | null {
  return facilities.reduce<number | null>(
    (sum, { quantity }) => (sum === null || quantity === null ? null : sum + quantity),
    0,
  );
}
