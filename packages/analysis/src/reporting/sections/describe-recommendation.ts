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
import { formatList, formatProbability } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createDetailSection, createLabelledStatement, createSection } from '../document/section.ts';
import { describeGuardrailOutcomes, describeImprovement } from './describe-improvement.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxOthers = 3;
const maxReasons = 1;
/** Weaker evidence, such as "ended without a known change", is left out. */
const minStrength = 0.3;

const effortLabels: Readonly<Record<Guardrail['effort']['size'], string>> = {
  S: 'small',
  M: 'medium',
  L: 'large',
};

/** Describes the recommended guardrail, what became of it and of earlier ones, and quotes actions that the team planned. */
export function describeRecommendation(
  report: Pick<PatternReport, 'choice' | 'members' | 'improvement'>,
  refs: ReportSourceRefs,
): ReportSection {
  const { members } = report;
  const choice = report.choice ?? null;
  const [first] = choice?.recommendations ?? [];
  return createSection('recommendation', 'Recommended fix', [
    ...(first === undefined ? describeOpenQuestions(choice) : describeChosen(first, refs)),
    ...describeImprovement(report.improvement ?? null),
    ...describeGuardrailOutcomes(choice).map((outcome) => createLabelledStatement('Earlier fix', outcome)),
    ...quotePlannedActions(members, refs),
  ]);
}

function describeOpenQuestions(choice: PatternGuardrails | null): Statement[] {
  return (choice?.openQuestions ?? []).map((text) => createLabelledStatement('Open question', text));
}

function quotePlannedActions(members: PatternReport['members'], refs: ReportSourceRefs): Statement[] {
  const read = ({ plannedAction: quote }: ReportMember) => (quote === undefined ? undefined : { quote });
  return quoteTypical(members, read, refs, { max: 1 }).map((quotation) => ({
    label: 'Planned by the team',
    ...quotation,
  }));
}

function describeChosen({ guardrail, why, confidence }: Recommendation, refs: ReportSourceRefs): Statement[] {
  const { name, promise, effort } = guardrail;
  return [
    createLabelledStatement(name, promise),
    ...selectReasons(why, maxReasons).map(({ statement, failureIds }) =>
      createLabelledStatement('Why this one', statement, refs.ofFailures(failureIds)),
    ),
    createLabelledStatement('Fit', formatProbability(confidence)),
    createLabelledStatement('Effort', formatEffort(effort)),
  ];
}

/** Formats an effort: `small, 1–3 person-days`. */
export function formatEffort({ size, days: { low, high } }: Guardrail['effort']): string {
  const days = low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  return `${effortLabels[size]}, ${days} ${high === 1 ? 'person-day' : 'person-days'}`;
}

/** Describes how to apply the recommended guardrail, how to check it, its limits and the alternatives. */
export function describeRecommendedSteps(choice: PatternGuardrails | null): ReportSection {
  const [first, ...others] = choice?.recommendations ?? [];
  return createDetailSection(
    'steps',
    'How to apply the fix',
    first === undefined
      ? []
      : [
          ...describeSteps(first),
          ...describeAlternatives(others),
          ...describeBackground(choice),
          ...describeOpenQuestions(choice),
        ],
  );
}

function describeSteps({ guardrail: { steps, proof, doesNotCatch } }: Recommendation): Statement[] {
  return [
    ...steps.map((step, at) => createLabelledStatement(`Step ${at + 1}`, step)),
    createLabelledStatement('Check', proof.check),
    createLabelledStatement('Metric', proof.figure),
    createLabelledStatement('Limits', doesNotCatch.join(' ')),
  ];
}

/** Returns the first reasons that are not weak. A reason without failures is an earlier outcome, which always counts. */
export function selectReasons(reasons: readonly GuardrailEvidence[], most: number): GuardrailEvidence[] {
  return reasons.filter(({ strength, episodes }) => strength >= minStrength || episodes === 0).slice(0, most);
}

function describeBackground(choice: PatternGuardrails | null): Statement[] {
  const references = listGuardrailReferences(choice).map(({ ref }) => ref);
  return references.length === 0
    ? []
    : [createLabelledStatement('Further reading', 'These documents describe the guardrail:', references)];
}

function describeAlternatives(others: readonly Recommendation[]): Statement[] {
  const names = others.slice(0, maxOthers).map(({ guardrail }) => guardrail.name);
  return names.length === 0 ? [] : [createLabelledStatement('Alternatives', `${formatList(names)}.`)];
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
