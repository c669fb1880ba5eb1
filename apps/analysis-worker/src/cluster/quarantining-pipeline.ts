import type { PipelineInput, PipelineOutput } from '@refrain/analysis';
import {
  createDeduplicationKey,
  createGivenUpJobWithoutRun,
  type JobHandler,
  type JobPayload,
  type Producer,
} from '@refrain/jobs';
import type { Store } from '@refrain/store';

export type OnQuarantine = (thrown: unknown, poison: CrashingItem) => void;

export type CrashingItem = JobPayload<'retry-quarantined'>;

/**
 * The maximum number of items that one run quarantines. If more items crash clustering, the pipeline itself is probably faulty.
 */
const maxQuarantined = 10;
const problem = 'It crashes clustering, and is quarantined until somebody replays it.';

/**
 * Creates a pipeline that quarantines each failure or change that crashes clustering: the item becomes a dead letter, and is
 * omitted until a person replays the dead letter. If no single item causes the error of `runPipeline`, rethrows the error.
 */
export function createQuarantiningPipeline(
  operations: Store['operations'],
  runPipeline: (input: PipelineInput, signal: AbortSignal) => Promise<PipelineOutput>,
  onQuarantine: OnQuarantine | undefined,
) {
  return async (input: PipelineInput, signal: AbortSignal): Promise<PipelineOutput> => {
    const crashes = (part: PipelineInput) =>
      runPipeline(part, signal).then(
        () => false,
        (thrown: unknown) => {
          if (signal.aborted) throw thrown;
          return true;
        },
      );
    const quarantined = (await operations.listDeadPayloads('retry-quarantined')) as CrashingItem[];
    let healthy = without(input, quarantined);
    for (let found = 0; ; found += 1) {
      try {
        return await runPipeline(healthy, signal);
      } catch (thrown) {
        if (signal.aborted || found === maxQuarantined) throw thrown;
        const poison = await findCrashingItem(healthy, crashes);
        if (poison === null) throw thrown;
        await operations.addDeadLetter(createGivenUpJobWithoutRun('retry-quarantined', poison, problem));
        onQuarantine?.(thrown, poison);
        healthy = without(healthy, [poison]);
      }
    }
  };
}

function without(input: PipelineInput, poisons: readonly CrashingItem[]): PipelineInput {
  if (poisons.length === 0) return input;
  const ids = new Set(poisons.map((poison) => ('failureId' in poison ? poison.failureId : poison.changeId)));
  return {
    ...input,
    failures: input.failures.filter(({ id }) => !ids.has(id)),
    changes: input.changes.filter(({ id }) => !ids.has(id)),
  };
}

/**
 * Finds by bisection the failure or change that crashes the clustering of `input`. Returns null if no single item crashes it.
 */
export async function findCrashingItem(
  input: PipelineInput,
  crashes: (part: PipelineInput) => Promise<boolean>,
): Promise<CrashingItem | null> {
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

/** Creates the job that deletes the dead letter of a quarantined item, so that the next clustering includes the item again. */
export function createRetryQuarantinedItemHandler({
  store,
  producer,
}: {
  readonly store: Pick<Store, 'operations'>;
  readonly producer: Pick<Producer, 'enqueue'>;
}): JobHandler<'retry-quarantined'> {
  return async (poison) => {
    await store.operations.resolveDeadLetter(createDeduplicationKey('retry-quarantined', poison));
    await producer.enqueue('recluster', {});
  };
}
