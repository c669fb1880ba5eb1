import type { Correction, Failure, Membership, Pattern } from '@refrain/domain';
import { distinguishEqualNames } from '../patterns/names/distinguish-equal-names.ts';
import { readChosenName } from './describe-group-as-pattern.ts';

interface NamedPattern {
  readonly pattern: Pattern;
  readonly members: readonly Pick<Membership, 'failureId'>[];
}

/** Adds to equal names of patterns the components that distinguish them. Keeps names that people chose. */
export function giveDistinctNames<Described extends NamedPattern>(
  described: readonly Described[],
  {
    failures,
    corrections,
  }: { readonly failures: ReadonlyMap<string, Failure>; readonly corrections: readonly Correction[] },
): Described[] {
  const named = described
    .filter(({ pattern: { id }, members }) => readChosenName({ id, members }, corrections) === null)
    .map(({ pattern: { id, name }, members }) => ({
      id,
      name,
      members: members.flatMap(({ failureId }) => failures.get(failureId) ?? []),
    }));
  const names = distinguishEqualNames(named);
  return described.map((one) => {
    const name = names.get(one.pattern.id);
    return name === undefined ? one : { ...one, pattern: { ...one.pattern, name } };
  });
}
