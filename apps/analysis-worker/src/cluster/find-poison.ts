import type { PipelineInput } from '@refrain/analysis';

/** A failure or a change that breaks whatever is grouped with it. */
export type Culprit = { readonly failureId: string } | { readonly changeId: string };

/**
 * Which single failure or change it is that breaks the grouping of this input, by halves: in some twice the time that grouping takes.
 * @param input whose grouping fails
 * @param breaks whether the grouping of a part of it fails
 * @returns null where it is none of them alone: what two failures break in company, or what breaks by itself
 */
export async function findCulprit(
  input: PipelineInput,
  breaks: (part: PipelineInput) => Promise<boolean>,
): Promise<Culprit | null> {
  if (!(await breaks({ ...input, changes: [] }))) {
    const change = await narrow(input.changes, (changes) => breaks({ ...input, changes }));
    return change === null ? null : { changeId: change.id };
  }
  if (await breaks({ ...input, failures: [], changes: [] })) return null;
  const failure = await narrow(input.failures, (failures) => breaks({ ...input, failures, changes: [] }));
  return failure === null ? null : { failureId: failure.id };
}

/** @param all which break together, and would not if there were none of them */
async function narrow<One>(
  all: readonly One[],
  breaks: (some: readonly One[]) => Promise<boolean>,
): Promise<One | null> {
  let suspects = all;
  while (suspects.length > 1) {
    const middle = Math.ceil(suspects.length / 2);
    const [first, second] = [suspects.slice(0, middle), suspects.slice(middle)];
    if (await breaks(first)) suspects = first;
    else if (await breaks(second)) suspects = second;
    else return null;
  }
  return suspects[0] ?? null;
}
