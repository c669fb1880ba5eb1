import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';
import { awaitSplit } from './await-split.ts';
import { createSplitDecisions, selectOneFailurePerEpisode } from './decisions.ts';
import { PatternNameLink } from './pattern-name-link.tsx';
import type { DecisionRequest } from './use-store-decisions.ts';

type Member = Schemas['ReportMember'];

/** Returns the request that moves failures to a new pattern, with a message that leads to it as soon as it exists. */
export function createSplitRequest(
  source: { readonly id: string; readonly name: string },
  moved: readonly Member[],
  rest: readonly Member[],
  newName: string | null,
): DecisionRequest {
  const [movedIds, [restId = '']] = [selectOneFailurePerEpisode(moved), selectOneFailurePerEpisode(rest)];
  const [first = ''] = movedIds;
  const episodes = count(movedIds.length, 'episode');
  const naming = newName === null ? [] : [{ kind: 'rename' as const, failureId: first, name: newName }];
  const target = newName === null ? '' : ` into “${newName}”`;
  return {
    action: 'split',
    patternId: source.id,
    episodes: movedIds.length,
    decisions: [...createSplitDecisions(moved, rest), ...naming],
    message: `Split ${episodes} off “${source.name}”${target}.`,
    async awaitResult() {
      const created = await awaitSplit(first, restId);
      if (created === null) return null;
      return (
        <>
          Split {episodes} off “{source.name}” into <PatternNameLink {...created} />.
        </>
      );
    },
  };
}
