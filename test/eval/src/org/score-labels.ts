import { join } from 'node:path';
import { type ClusterItem, type RevertVerdict, scoreCauses, scoreClusters } from '@refrain/analysis';
import type { Cause } from '@refrain/domain';
import { createRandom } from '@refrain/sample-org';
import { readLines } from '../read-lines.ts';
import type { ListedCommit } from './read-reverts.ts';
import { type LabelledRevert, scoreVerdicts } from './score-verdicts.ts';

interface Predictions {
  readonly verdicts: readonly { readonly revert_sha: string; readonly repo: string; readonly isFailure: boolean }[];
  readonly events: readonly { readonly revert_sha: string; readonly event: string }[];
  readonly causes: readonly { readonly id: string; readonly cause: Cause; readonly trigger: string }[];
  readonly groups: readonly { readonly id: string; readonly pattern: string | null }[];
  readonly commits: readonly ListedCommit[];
}

interface RevertLabel {
  readonly repo: string;
  readonly revert_sha: string;
  readonly verdict: RevertVerdict;
}

interface IncidentLabel {
  readonly id: string;
  readonly cause: Cause;
  readonly trigger: string;
  readonly doubtful: boolean;
  readonly group: string | null;
  readonly strength: 'firm' | 'loose' | null;
}

interface EventLabel {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** What a reader without the product might search for. */
const harmful = /\b(?:br[eo]k|break|fail|error|bug|crash|incident|outage|wrong|regress)/iu;

/** Scores the predictions against the labels of a folder; of each kind only what has labels there. */
export function scoreLabels(folder: string, { verdicts, events, causes, groups, commits }: Predictions): object {
  const reverts = readLines<RevertLabel>(join(folder, 'labels-reverts.jsonl'));
  const incidents = readLines<IncidentLabel>(join(folder, 'labels-incidents.jsonl'));
  const pairs = readLines<EventLabel>(join(folder, 'labels-same-event.jsonl')).filter(({ a }) =>
    commits.some(({ record }) => record.sha === a),
  );
  const called = new Set(verdicts.filter(({ isFailure }) => isFailure).map(({ revert_sha: sha }) => sha));
  const textOf = new Map(commits.map(({ record }) => [record.sha, `${record.subject}\n${record.body}`]));
  const labelled = reverts.filter(({ revert_sha: sha }) => textOf.has(sha));
  const callBy = (isCalled: (sha: string) => boolean): LabelledRevert[] =>
    labelled.map(({ repo, verdict, revert_sha: sha }) => ({ repo, verdict, isCalled: isCalled(sha) }));
  const score = (isCalled: (sha: string) => boolean) => scoreVerdicts(callBy(isCalled), createRandom('verdicts'));
  const labelOf = new Map(incidents.map((label) => [label.id, label]));
  const known = groups.filter(({ id }) => labelOf.has(id));
  return {
    ...(labelled.length === 0
      ? {}
      : {
          reverts: score((sha) => called.has(sha)),
          revertPeers: {
            always: score(() => true).mean,
            words: score((sha) => harmful.test(textOf.get(sha) ?? '')).mean,
          },
        }),
    ...(pairs.length === 0 ? {} : { sameEvent: scorePairs(pairs, events) }),
    ...(known.length === 0
      ? {}
      : {
          groups: scoreClusters(toItems(known, labelOf)),
          groupPeers: {
            alone: scoreClusters(
              toItems(
                known.map(({ id }) => ({ id, pattern: null })),
                labelOf,
              ),
            ).bCubed,
          },
          causes: scoreCauses(
            causes.flatMap(({ id, cause }) => {
              const label = labelOf.get(id);
              return label === undefined || label.doubtful ? [] : [{ predicted: cause, truth: [label.cause] }];
            }),
          ),
        }),
  };
}

/** Whether two reverts belong to one event: true and false answers, over pairs that a reader labelled. */
function scorePairs(pairs: readonly EventLabel[], events: Predictions['events']) {
  const eventOf = new Map(events.map(({ revert_sha: sha, event }) => [sha, event]));
  const isJoined = ({ a, b }: EventLabel) => eventOf.has(a) && eventOf.get(a) === eventOf.get(b);
  const joined = pairs.filter(isJoined);
  const right = joined.filter(({ same }) => same).length;
  const same = pairs.filter((pair) => pair.same).length;
  return { pairs: pairs.length, same, joined: joined.length, right, f1: (2 * right) / (same + joined.length) };
}

/** Members of loose groups are neither right nor wrong: they are left out. */
function toItems(groups: Predictions['groups'], labelOf: ReadonlyMap<string, IncidentLabel>): ClusterItem[] {
  return groups.flatMap(({ id, pattern }) => {
    const label = labelOf.get(id);
    return label === undefined || label.strength === 'loose' ? [] : [{ id, pattern, group: label.group }];
  });
}
