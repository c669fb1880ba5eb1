import type {
  Guardrail,
  GuardrailEvidence,
  Pattern,
  PatternGuardrails,
  PatternReport,
  Recommendation,
  ReportMember,
  ReportSection,
  ReportSource,
  Statement,
} from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createDetailSection, createLabelledStatement, createSection } from '../document/section.ts';
import { describeGuardrailOutcomes, describeImprovement } from './describe-improvement.ts';
import { describeInvestigation } from './describe-investigation.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxReasons = 1;
/** Weaker evidence, such as "ended without a known change", is left out. */
const minStrength = 0.3;

const effortLabels: Readonly<Record<Guardrail['effort']['size'], string>> = {
  S: 'small',
  M: 'medium',
  L: 'large',
};

type RecommendationInput = Pick<PatternReport, 'pattern' | 'members' | 'links' | 'choice' | 'map' | 'improvement'>;

/**
 * Describes the fix that was approved or is recommended, what became of it and of earlier ones, and quotes actions that the team planned.
 * Without a fix, says what to find out.
 */
export function describeRecommendation(report: RecommendationInput, refs: ReportSourceRefs): ReportSection {
  const { members } = report;
  const choice = report.choice ?? null;
  const chosen = chooseGuardrail(report);
  const planned = quotePlannedActions(members, refs);
  const isInvestigated = chosen === null && planned.length === 0;
  const withoutFix = isInvestigated ? 'Investigation' : 'Next step';
  return createSection('recommendation', chosen === null ? withoutFix : 'Recommended fix', [
    ...(chosen === null ? [] : describeChosen(chosen, report, refs)),
    ...(isInvestigated ? describeInvestigation(report, refs) : []),
    ...(chosen === null ? describeOpenQuestions(choice) : []),
    ...describeImprovement(report.improvement ?? null),
    ...describeGuardrailOutcomes(choice).map((outcome) => createLabelledStatement('Earlier fix', outcome)),
    ...planned,
  ]);
}

type ChosenGuardrail = Pick<Recommendation, 'guardrail'> & Partial<Pick<Recommendation, 'why'>>;

/** Returns the guardrail that a person approved, or else the one that is recommended most; null without either. */
function chooseGuardrail({ choice, improvement }: RecommendationInput): ChosenGuardrail | null {
  const recommendations = choice?.recommendations ?? [];
  const approvedId = improvement?.state === 'declined' ? null : (improvement?.guardrailId ?? null);
  const recommended = recommendations.find(({ guardrail }) => guardrail.id === approvedId);
  const approved =
    recommended ?? guardrailLibrary.flatMap((guardrail) => (guardrail.id === approvedId ? { guardrail } : []))[0];
  return approved ?? recommendations[0] ?? null;
}

function describeOpenQuestions(choice: PatternGuardrails | null): Statement[] {
  return (choice?.openQuestions ?? []).map((text) => createLabelledStatement('Open question', text));
}

function quotePlannedActions(members: PatternReport['members'], refs: ReportSourceRefs): Statement[] {
  const read = ({ plannedAction: quote }: ReportMember) => (quote === undefined ? undefined : { quote });
  return quoteTypical(members, read, refs, { order: 'newest', max: 1 }).map((quotation) => ({
    label: 'Planned by the team',
    ...quotation,
  }));
}

function describeChosen(
  { guardrail, why = [] }: ChosenGuardrail,
  { pattern, members }: Pick<RecommendationInput, 'pattern' | 'members'>,
  refs: ReportSourceRefs,
): Statement[] {
  const { name, promise, effort } = guardrail;
  return [
    createLabelledStatement(`${name} (${formatDays(effort)})`, promise),
    ...selectReasons(
      why.flatMap((reason) => keepStated(reason, members)),
      maxReasons,
      pattern,
    )
      // The root cause already names the mechanism.
      .filter((reason) => !namesMechanism(reason, pattern))
      .map(({ statement, failureIds }) =>
        createLabelledStatement('Why this one', statement, refs.ofFailures(failureIds)),
      ),
  ];
}

/** A cause of fewer failures is no reason for a fix of the pattern. */
const minStating = 2;

/**
 * Keeps only the failures whose cause in the table of episodes is the mechanism of a reason, so that readers can check the
 * reason there. Omits a reason with fewer than two such failures, or with a single episode of several.
 */
function keepStated(reason: GuardrailEvidence, members: PatternReport['members']): GuardrailEvidence[] {
  const isOfOne = reason.episodes === 1 && members.length >= minStating;
  if (reason.mechanism === undefined) return isOfOne ? [] : [reason];
  const stating = new Set(
    members.flatMap(({ failureId, statedMechanism }) =>
      statedMechanism?.mechanism === reason.mechanism ? [failureId] : [],
    ),
  );
  const failureIds = reason.failureIds.filter((id) => stating.has(id));
  return failureIds.length < Math.min(minStating, members.length) ? [] : [{ ...reason, failureIds }];
}

/** Formats an effort: `small, 1–3 person-days`. */
export function formatEffort({ size, days: { low, high } }: Guardrail['effort']): string {
  return `${effortLabels[size]}, ${formatDays({ days: { low, high } })}`;
}

function formatDays({ days: { low, high } }: Pick<Guardrail['effort'], 'days'>): string {
  const days = low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  return `${days} ${high === 1 ? 'person-day' : 'person-days'}`;
}

/** Describes how to apply the recommended guardrail, and how to check it. The issue also has its metric and its limits. */
export function describeRecommendedSteps(choice: PatternGuardrails | null): ReportSection {
  const [first] = choice?.recommendations ?? [];
  return createDetailSection(
    'steps',
    'How to apply the fix',
    first === undefined ? [] : [...describeSteps(first), ...describeBackground(choice)],
  );
}

function describeSteps({ guardrail: { steps, proof } }: Recommendation): Statement[] {
  return [
    ...steps.map((step, at) => createLabelledStatement(`Step ${at + 1}`, step)),
    createLabelledStatement('Check', proof.check),
  ];
}

/**
 * Returns the first reasons that are not weak; that with the mechanism of the pattern first. A reason without failures is an earlier
 * outcome, which always counts.
 */
export function selectReasons(
  reasons: readonly GuardrailEvidence[],
  most: number,
  pattern: Pick<Pattern, 'mechanism' | 'scenario'>,
): GuardrailEvidence[] {
  return reasons
    .filter(({ strength, episodes }) => strength >= minStrength || episodes === 0)
    .sort((a, b) => Number(namesMechanism(b, pattern)) - Number(namesMechanism(a, pattern)))
    .slice(0, most);
}

/** Returns whether a reason is the mechanism of the pattern, or the likely one. */
function namesMechanism(
  { mechanism: guarded, episodes }: GuardrailEvidence,
  { mechanism, scenario }: Pick<Pattern, 'mechanism' | 'scenario'>,
): boolean {
  return episodes > 1 && guarded !== undefined && guarded === (mechanism ?? scenario?.likelyMechanism);
}

function describeBackground(choice: PatternGuardrails | null): Statement[] {
  const references = listGuardrailReferences(choice).map(({ ref }) => ref);
  return references.length === 0 ? [] : [createLabelledStatement('Further reading', '', references)];
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
