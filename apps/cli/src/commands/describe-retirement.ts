import type { PatternResponse } from '@refrain/domain';

/** Says that a pattern no longer exists, and which patterns have its failures now. Returns null if the pattern exists. */
export function describeRetirement({ id, retirement }: PatternResponse): string | null {
  if (retirement === null) return null;
  const { at, successors, failuresInNoPattern } = retirement;
  return [
    `Pattern ${id} no longer exists: its failures were grouped differently on ${at.slice(0, 10)}.`,
    ...(successors.length === 0 ? [] : ['These patterns have its failures now:']),
    ...successors.map(({ patternId, name, failures }) => `  ${patternId}  ${countFailures(failures)}  ${name}`),
    ...(failuresInNoPattern === 0 ? [] : [`  ${countFailures(failuresInNoPattern)} in no pattern now`]),
  ].join('\n');
}

function countFailures(count: number): string {
  return count === 1 ? '1 failure' : `${count} failures`;
}
