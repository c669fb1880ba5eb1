import { count } from '../../labels/format.ts';
import { describeDecision } from './describe-decision.ts';
import type { DecisionStep } from './group-decisions.ts';

/** Describes what one step did, in a sentence. @param patternId the pattern whose history is shown, if any */
export function describeStep(
  { set, corrections }: Pick<DecisionStep, 'set' | 'corrections'>,
  titles: ReadonlyMap<string, string>,
  patternId: string | null,
): string {
  const [first, another] = corrections;
  const reason = set?.reason == null ? '' : ` Reason: ${set.reason}.`;
  if (set?.action != null) return `${describeAction(set, set.action, patternId)}${reason}`;
  if (another === undefined) return `${describeDecision(first.decision, titles)}${reason}`;
  return `${describeSeveral(first.decision.kind, corrections.length)}${reason}`;
}

type Step = NonNullable<DecisionStep['set']>;

function describeAction(
  { patternId: source, episodes }: Step,
  action: NonNullable<Step['action']>,
  shown: string | null,
): string {
  const moved = episodes === null ? 'Episodes' : count(episodes, 'episode');
  const isTarget = shown !== null && source !== shown;
  switch (action) {
    case 'merge':
      return 'Merged with another pattern.';
    case 'split':
      return `Split: ${moved} moved to a new pattern.`;
    case 'move':
      return isTarget ? `Moved: ${moved} came from another pattern.` : `Moved: ${moved} went to another pattern.`;
  }
}

function describeSeveral(kind: DecisionStep['corrections'][number]['decision']['kind'], corrections: number): string {
  if (kind === 'not_a_failure') return `${count(corrections, 'record')} excluded: not failures.`;
  return `${count(corrections, 'correction')} made together.`;
}
