import { minuteInMs } from '@refrain/domain';
import { people } from './people.ts';
import type { PlannedCommit, RevertMethod } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';

export interface ChangeWithRevertSpec {
  readonly key: string;
  readonly repository: string;
  /** Time of the change, in milliseconds since 1970. */
  readonly at: number;
  /** Time of the revert, in milliseconds since 1970. */
  readonly revertedAt: number;
  readonly title: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly form: RevertMethod;
  /** Reason that the revert's text states; empty if it states none. */
  readonly reason: string;
}

export interface PlannedChangeWithRevert {
  readonly change: PlannedCommit;
  readonly revert: PlannedCommit;
}

export function planChangeWithRevert(order: ChangeWithRevertSpec, random: RandomStream): PlannedChangeWithRevert {
  const { key, repository, at, revertedAt, title, body, files, form, reason } = order;
  const branch =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .slice(0, 38) || 'change';
  const isPushed = form === 'command_pushed' || form === 'by_hand_pushed';
  const change: PlannedCommit = {
    type: 'commit',
    key: `${key}/change`,
    repository,
    at,
    title,
    body,
    files,
    hasOwnRandomStream: true,
    pull: { createdAt: at - random.int(5, 600) * minuteInMs, branch },
    author: random.pick(people),
  };
  const revert: PlannedCommit = {
    type: 'commit',
    key: `${key}/revert`,
    repository,
    at: revertedAt,
    title: '',
    body: '',
    files,
    hasOwnRandomStream: true,
    pull: isPushed ? null : { createdAt: revertedAt - random.int(2, 40) * minuteInMs, branch },
    author: random.chance(0.6) ? change.author : random.pick(people),
    reverts: { keys: [change.key], form, reason },
  };
  return { change, revert };
}
