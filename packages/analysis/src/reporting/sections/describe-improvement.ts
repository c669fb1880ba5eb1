import type {
  EffectVerdict,
  Improvement,
  ImprovementState,
  PatternGuardrails,
  PatternReport,
  ReportSource,
  Statement,
} from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { capitalise, formatDay } from '../../text/format.ts';
import { createLabelledStatement } from '../document/section.ts';

type ReportedImprovement = NonNullable<PatternReport['improvement']>;

const outcomeLabels: Readonly<Record<EffectVerdict, string>> = {
  held: 'worked',
  came_back: 'did not work: the failure recurred',
  not_distinguishable: 'had no clear effect',
  too_early: 'was introduced too recently for a verdict',
};
const ref = 'I1';

/** States what became of the pattern's fix or investigation; nothing without one on which a person decided. */
export function describeImprovement(improvement: ReportedImprovement | null): Statement[] {
  if (improvement === null) return [];
  return [createLabelledStatement('Status', `${capitalise(describeImprovementState(improvement))}.`, [ref])];
}

export function describeGuardrailOutcomes(choice: PatternGuardrails | null): string[] {
  return (choice?.tried ?? []).map(({ guardrailId, outcome }) => {
    const name = guardrailLibrary.find(({ id }) => id === guardrailId)?.name ?? guardrailId.replaceAll('-', ' ');
    return `“${name}” ${outcomeLabels[outcome]}.`;
  });
}

export function listImprovementSources(improvement: ReportedImprovement | null): ReportSource[] {
  if (improvement === null) return [];
  const { id, updatedAt, title, issueUrl } = improvement;
  return [{ ref, kind: 'improvement', id, at: updatedAt, title, url: issueUrl }];
}

type StatedImprovement = Pick<Improvement, 'state' | 'repository' | 'issueNumber' | 'fix'>;

const statePhrases: Readonly<Record<ImprovementState, string>> = {
  proposed: 'proposed',
  approved: 'approved; its issue will be opened next',
  opened: 'open',
  accepted: 'in progress',
  declined: 'declined',
  fixed: 'done; its effect is being measured',
  verified: 'done, and it worked',
  recurred: 'done, but the failure recurred',
};

/**
 * Describes the state for use after “is”, with the issue and the pull request of the fix: “in progress as acme/shop#12”, “done by
 * pull request 7 on 3 May 2026, and it worked”.
 */
export function describeImprovementState({ state, repository, issueNumber, fix }: StatedImprovement): string {
  const phrase = statePhrases[state];
  const issue = repository === null || issueNumber === null ? null : `${repository}#${issueNumber}`;
  if (state === 'opened' || state === 'accepted') return issue === null ? phrase : `${phrase} as ${issue}`;
  if (fix === null || !phrase.startsWith('done')) return phrase;
  const pull = /\/pull\/(\d+)/u.exec(fix.url ?? '')?.[1];
  const by = pull === undefined ? '' : ` by pull request ${pull}`;
  return `done${by} on ${formatDay(fix.mergedAt)}${phrase.slice('done'.length)}`;
}
