import type {
  Guardrail,
  GuardrailEvidence,
  PatternGuardrails,
  PatternReport,
  Recommendation,
  ReportMember,
  ReportSection,
  ReportSource,
  Statement,
} from '@refrain/domain';
import { formatList, formatNumberRange, formatShare } from '../../text/format.ts';
import { createDetailSection, createSection, createStatement } from '../document/section.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxOthers = 3;
const maxReasons = 1;
/** Weaker evidence, such as "ended without a known change", is left out. */
const minStrength = 0.3;

export const effortLabels: Readonly<Record<Guardrail['effort']['size'], string>> = {
  S: 'small',
  M: 'medium',
  L: 'large',
};

/** Describes the recommended guardrail, and quotes actions that the team planned. */
export function describeRecommendation(
  { choice: known, members }: Pick<PatternReport, 'choice' | 'members'>,
  refs: ReportSourceRefs,
): ReportSection {
  const choice = known ?? null;
  const [first] = choice?.recommendations ?? [];
  const statements = first === undefined ? describeNoRecommendation(choice) : describeChosen(first, refs);
  return createSection('recommendation', 'Recommended fix', [...statements, ...quotePlannedActions(members, refs)]);
}

function describeNoRecommendation(choice: PatternGuardrails | null): Statement[] {
  return (choice?.openQuestions ?? []).map((text) => createStatement(text));
}

function quotePlannedActions(members: PatternReport['members'], refs: ReportSourceRefs): Statement[] {
  const read = ({ plannedAction: quote }: ReportMember) => (quote === undefined ? undefined : { quote });
  return quoteTypical(members, read, refs, 'Planned by the team, ');
}

function describeChosen({ guardrail, why }: Recommendation, refs: ReportSourceRefs): Statement[] {
  const { name, promise, effort } = guardrail;
  return [
    createStatement(`${name}. ${promise}`, refs.all),
    ...describeReasons('Why', why, refs),
    createStatement(`Effort: ${effortLabels[effort.size]}, ${formatNumberRange(effort.days)} person-days.`),
  ];
}

/** Describes how to apply the recommended guardrail, how to check it, its limits and the alternatives. */
export function describeRecommendedSteps(choice: PatternGuardrails | null): ReportSection {
  const [first, ...others] = choice?.recommendations ?? [];
  return createDetailSection(
    'steps',
    'How to apply the fix',
    first === undefined
      ? []
      : [...describeSteps(first), ...describeBackground(choice), ...describeAlternatives(others)],
  );
}

function describeSteps({ guardrail: { steps, proof, doesNotCatch }, confidence }: Recommendation): Statement[] {
  return [
    ...steps.map((step, at) => createStatement(`Step ${at + 1}: ${step}`)),
    createStatement(`Check: ${proof.check}`),
    createStatement(`Metric: ${proof.figure}`),
    createStatement(`Limits: ${doesNotCatch.join(' ')}`),
    createStatement(`The probability that this guardrail fits is ${formatShare(confidence)}.`),
  ];
}

function describeReasons(title: string, reasons: readonly GuardrailEvidence[], refs: ReportSourceRefs): Statement[] {
  return selectReasons(reasons, maxReasons).map(({ statement, failureIds }) =>
    createStatement(`${title}: ${statement}`, refs.ofFailures(failureIds)),
  );
}

/** Returns the first reasons that are not weak. A reason without failures is an earlier outcome, which always counts. */
export function selectReasons(reasons: readonly GuardrailEvidence[], most: number): GuardrailEvidence[] {
  return reasons.filter(({ strength, episodes }) => strength >= minStrength || episodes === 0).slice(0, most);
}

function describeBackground(choice: PatternGuardrails | null): Statement[] {
  const references = listGuardrailReferences(choice).map(({ ref }) => ref);
  return references.length === 0 ? [] : [createStatement('These documents describe the guardrail.', references)];
}

function describeAlternatives(others: readonly Recommendation[]): Statement[] {
  const names = others.slice(0, maxOthers).map(({ guardrail }) => guardrail.name);
  return names.length === 0 ? [] : [createStatement(`Alternatives: ${formatList(names)}.`)];
}

export function listGuardrailReferences(choice: PatternGuardrails | null): ReportSource[] {
  const [first] = choice?.recommendations ?? [];
  return (first?.guardrail.sources ?? []).map(({ title, url }, at) => ({
    ref: `R${at + 1}`,
    kind: 'reading',
    id: url,
    at: null,
    title,
    url,
  }));
}

export function describeOpenQuestions(choice: PatternGuardrails | null): ReportSection {
  const { recommendations = [], openQuestions = [] } = choice ?? {};
  // Without a recommendation, the section "Recommended fix" lists the questions.
  const questions = recommendations.length === 0 ? [] : openQuestions;
  return createSection(
    'questions',
    'Open questions',
    questions.map((question) => createStatement(question)),
  );
}
