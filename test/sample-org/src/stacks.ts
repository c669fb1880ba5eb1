import { minuteInMs } from '@refrain/domain';
import type { EpisodePlan } from './episode-plan.ts';
import type { PlannedCommit } from './planned-change.ts';
import type { RandomStream } from './random-stream.ts';

/** Share of the reverts that revert several commits together, in an organisation of full size. */
const stackShare = 0.06;
const maxParts = 3;

/** Turns some reverts into stacks, in which several commits are reverted one by one within minutes. All of them are failures of one episode. */
export function turnRevertsIntoStacks(plan: EpisodePlan, scale: number, random: RandomStream): EpisodePlan {
  const commits = plan.acts.filter((act) => act.type === 'commit');
  const revert = commits.find(({ key }) => key === plan.failed.revert);
  const culprit = commits.find(({ key }) => key === plan.causedBy);
  if (revert?.reverts === undefined || culprit === undefined || !random.chance(stackShare * scale)) return plan;
  if (revert.reverts.keys.length > 1) return plan;
  const count = random.int(1, maxParts);
  const isNumbered = random.chance(0.5);
  const parts = Array.from({ length: count }, (_, index) => {
    const names = isNumbered ? ['2/4', '3/4', '4/4'] : ['callers', 'settings', 'clean-up'];
    return planPart(culprit, names[index] ?? '', isNumbered, index, random);
  });
  const reverts = parts.map((part, index) => planRevert(revert, part, index, random));
  return {
    ...plan,
    acts: [...plan.acts, ...parts, ...reverts],
    failed: { ...plan.failed, stacked: reverts.map(({ key }) => key) },
  };
}

/** Plans another commit of the stack, shortly before the causing commit. */
function planPart(
  culprit: PlannedCommit,
  name: string,
  isNumbered: boolean,
  index: number,
  random: RandomStream,
): PlannedCommit {
  const at = culprit.at - (index + 1) * random.int(4, 25) * minuteInMs;
  return {
    ...culprit,
    key: `${culprit.key}-${index}`,
    at,
    hasOwnRandomStream: true,
    pull: culprit.pull && {
      createdAt: at - random.int(20, 300) * minuteInMs,
      branch: `${culprit.pull.branch}-${index + 2}`,
    },
    title: isNumbered ? `${culprit.title} (${name})` : `${culprit.title}: ${name}`,
    body: '',
  };
}

/** Plans the revert of one commit of the stack. Most stacks state the reason only in the first revert. */
function planRevert(revert: PlannedCommit, part: PlannedCommit, index: number, random: RandomStream): PlannedCommit {
  const at = revert.at + (index + 1) * minuteInMs + random.int(0, 50) * 1_000;
  const { form = 'command', reason = '' } = revert.reverts ?? {};
  return {
    ...revert,
    key: `${revert.key}-${index}`,
    at,
    files: part.files,
    hasOwnRandomStream: true,
    pull: revert.pull && { createdAt: at - random.int(30, 50) * 1_000, branch: part.pull?.branch ?? 'part' },
    reverts: {
      keys: [part.key],
      form: part.pull === null && form === 'button' ? 'command' : form,
      reason: random.chance(0.35) ? reason : '',
    },
  };
}
