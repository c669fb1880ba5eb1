import type { PipelineInput } from '@refrain/analysis';

/** A failure or a change that crashes every clustering that it is part of. */
export type Poison = { readonly failureId: string } | { readonly changeId: string };

/**
 * Finds the single failure or change that crashes the clustering of this input, by bisection. It takes about twice the time of
 * one clustering.
 * @param input crashes the clustering
 * @param crashes returns whether a part of the input does
 * @returns null if no single item does: only two of them together, or an empty input
 */
export async function findPoison(
  input: PipelineInput,
  crashes: (part: PipelineInput) => Promise<boolean>,
): Promise<Poison | null> {
  if (!(await crashes({ ...input, changes: [] }))) {
    const change = await narrow(input.changes, (changes) => crashes({ ...input, changes }));
    return change === null ? null : { changeId: change.id };
  }
  if (await crashes({ ...input, failures: [], changes: [] })) return null;
  const failure = await narrow(input.failures, (failures) => crashes({ ...input, failures, changes: [] }));
  return failure === null ? null : { failureId: failure.id };
}

/** @param all items that crash together, but not without any of them */
async function narrow<One>(
  all: readonly One[],
  crashes: (some: readonly One[]) => Promise<boolean>,
): Promise<One | null> {
  let suspects = all;
  while (suspects.length > 1) {
    const middle = Math.ceil(suspects.length / 2);
    const [first, second] = [suspects.slice(0, middle), suspects.slice(middle)];
    if (await crashes(first)) suspects = first;
    else if (await crashes(second)) suspects = second;
    else return null;
  }
  return suspects[0] ?? null;
}
