import type { PipelineInput, PipelineOutput } from '@refrain/analysis';
import { givenUpAs, type JobPayload } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { type Culprit, findCulprit } from './find-poison.ts';

export type OnSetAside = (thrown: unknown, culprit: Culprit) => void;

export interface GroupSoundDeps {
  readonly deadLetters: Pick<Store['deadLetters'], 'giveUp' | 'listPayloads'>;
  readonly runPipeline: (input: PipelineInput, signal: AbortSignal) => Promise<PipelineOutput>;
  readonly onSetAside: OnSetAside | undefined;
}

/** Found in one run; what breaks in so many places is no matter of single records. */
const mostFound = 10;
const problem = 'It breaks the grouping of all that is known, and is left out of it until it is tried again.';

/**
 * Groups all that is sound. A failure or a change that breaks the grouping is found, kept as a dead letter, and left out from then on,
 * until somebody has it tried again.
 * @returns as `runPipeline`, which throws what it throws where nothing single is to blame
 */
export function createGroupSound({ deadLetters, runPipeline, onSetAside }: GroupSoundDeps) {
  return async (input: PipelineInput, signal: AbortSignal): Promise<PipelineOutput> => {
    const breaks = (part: PipelineInput) =>
      runPipeline(part, signal).then(
        () => false,
        (thrown: unknown) => {
          if (signal.aborted) throw thrown;
          return true;
        },
      );
    const aside = (await deadLetters.listPayloads('group-again')) as JobPayload<'group-again'>[];
    let sound = without(input, aside);
    for (let found = 0; ; found += 1) {
      try {
        return await runPipeline(sound, signal);
      } catch (thrown) {
        if (signal.aborted || found === mostFound) throw thrown;
        const culprit = await findCulprit(sound, breaks);
        if (culprit === null) throw thrown;
        await deadLetters.giveUp(givenUpAs('group-again', culprit, problem));
        onSetAside?.(thrown, culprit);
        sound = without(sound, [culprit]);
      }
    }
  };
}

function without(input: PipelineInput, aside: readonly Culprit[]): PipelineInput {
  if (aside.length === 0) return input;
  const ids = new Set(aside.map((culprit) => ('failureId' in culprit ? culprit.failureId : culprit.changeId)));
  return {
    ...input,
    failures: input.failures.filter(({ id }) => !ids.has(id)),
    changes: input.changes.filter(({ id }) => !ids.has(id)),
  };
}
