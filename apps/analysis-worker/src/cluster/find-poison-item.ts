import type { PipelineInput } from '@refrain/analysis';

export type PoisonItem = { readonly failureId: string } | { readonly changeId: string };

/**
 * Finds the failure or change that crashes the clustering of `input`, by bisection. This takes about twice as long as one
 * clustering.
 * @returns null if no single item crashes the clustering, because a combination of items or even an empty input does
 */
export async function findPoisonItem(
  input: PipelineInput,
  crashes: (part: PipelineInput) => Promise<boolean>,
): Promise<PoisonItem | null> {
  if (!(await crashes({ ...input, changes: [] }))) {
    const change = await narrow(input.changes, (changes) => crashes({ ...input, changes }));
    return change === null ? null : { changeId: change.id };
  }
  if (await crashes({ ...input, failures: [], changes: [] })) return null;
  const failure = await narrow(input.failures, (failures) => crashes({ ...input, failures, changes: [] }));
  return failure === null ? null : { failureId: failure.id };
}

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
