import type { PipelineInput, PipelineOutput } from '@refrain/analysis';
import { createGivenUpJobWithoutRun, type JobPayload } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { findPoisonItem, type PoisonItem } from './find-poison-item.ts';

export type OnQuarantine = (thrown: unknown, poison: PoisonItem) => void;

export interface QuarantiningPipelineDeps {
  readonly operations: Pick<Store['operations'], 'addDeadLetter' | 'listDeadPayloads'>;
  readonly runPipeline: (input: PipelineInput, signal: AbortSignal) => Promise<PipelineOutput>;
  readonly onQuarantine: OnQuarantine | undefined;
}

/** Maximum of items that one run quarantines. If more items crash clustering, the pipeline itself is probably wrong. */
const mostQuarantined = 10;
const problem = 'It crashes the clustering, and is quarantined until somebody replays it.';

/**
 * Creates a pipeline that stores each failure or change that crashes clustering as a dead letter, and omits it until a person
 * replays the dead letter.
 * @throws the error of `runPipeline` if no single item causes it
 */
export function createQuarantiningPipeline({ operations, runPipeline, onQuarantine }: QuarantiningPipelineDeps) {
  return async (input: PipelineInput, signal: AbortSignal): Promise<PipelineOutput> => {
    const crashes = (part: PipelineInput) =>
      runPipeline(part, signal).then(
        () => false,
        (thrown: unknown) => {
          if (signal.aborted) throw thrown;
          return true;
        },
      );
    const quarantined = (await operations.listDeadPayloads('retry-quarantined')) as JobPayload<'retry-quarantined'>[];
    let healthy = without(input, quarantined);
    for (let found = 0; ; found += 1) {
      try {
        return await runPipeline(healthy, signal);
      } catch (thrown) {
        if (signal.aborted || found === mostQuarantined) throw thrown;
        const poison = await findPoisonItem(healthy, crashes);
        if (poison === null) throw thrown;
        await operations.addDeadLetter(createGivenUpJobWithoutRun('retry-quarantined', poison, problem));
        onQuarantine?.(thrown, poison);
        healthy = without(healthy, [poison]);
      }
    }
  };
}

function without(input: PipelineInput, poisons: readonly PoisonItem[]): PipelineInput {
  if (poisons.length === 0) return input;
  const ids = new Set(poisons.map((poison) => ('failureId' in poison ? poison.failureId : poison.changeId)));
  return {
    ...input,
    failures: input.failures.filter(({ id }) => !ids.has(id)),
    changes: input.changes.filter(({ id }) => !ids.has(id)),
  };
}
