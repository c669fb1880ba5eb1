import { dayInMs, type PullCheck } from '@refrain/domain';

const rememberedMs = 180 * dayInMs;
/** So many people have to say so … */
const fewest = 2;
/** … and of those that were shown they have to be more than this share. */
const minShare = 1 / 3;

/**
 * Whether warnings of one pattern have been found unhelpful in a repository: twice in 180 days, and more than one of three. Who
 * is helped says nothing, so that silence counts as neither.
 * @param checks those of that pattern in that repository, whatever became of them
 */
export function isUnwelcome(checks: readonly Pick<PullCheck, 'state' | 'at'>[], now: number): boolean {
  const shown = checks.filter(({ state }) => state === 'shown' || state === 'unhelpful');
  const recent = shown.filter(({ at }) => now - Date.parse(at) <= rememberedMs);
  const unhelpful = recent.filter(({ state }) => state === 'unhelpful').length;
  return unhelpful >= fewest && unhelpful > minShare * recent.length;
}
