import type {
  GuardrailEvidence,
  PatternGuardrails,
  Recommendation,
  ReportSection,
  ReportSource,
  Span,
  Statement,
} from '@refrain/domain';
import { formatCount, formatListWithMaxNames, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxOthers = 4;
const maxReasons = 5;

export function describeRecommendation(choice: PatternGuardrails | null, refs: ReportSourceRefs): ReportSection {
  const title = 'What would keep it from coming back';
  const [first, ...others] = choice?.recommendations ?? [];
  if (first === undefined)
    return createSection('recommendation', title, [
      createStatement('No guardrail is recommended: what is known does not speak for one.'),
    ]);
  const { guardrail, why, against, arithmetic, confidence } = first;
  const { size, days } = guardrail.effort;
  const names = others.map(({ guardrail: { name } }) => name);
  return createSection(
    'recommendation',
    title,
    [
      createStatement(`${guardrail.name}. ${guardrail.promise}`, refs.all, arithmetic.explanation),
      createStatement(
        `That it answers this failure is ${formatShare(confidence)} sure. Effort: ${size}, ${days.low} to ${formatCount(days.high, 'person-day')}.`,
        refs.all,
      ),
      ...describeReasons('For it', why, refs),
      ...(against.length === 0
        ? [createStatement('Nothing that is known speaks against it.')]
        : describeReasons('Against it', against, refs)),
      ...guardrail.steps.map((step, at) => createStatement(`Step ${at + 1}: ${step}`)),
      createStatement(`How to know that it works: ${guardrail.proof.check} Watch: ${guardrail.proof.figure}`),
      createStatement(`What it would not catch: ${guardrail.doesNotCatch.join(' ')}`),
      createStatement(
        'More on it is written elsewhere.',
        listGuardrailReferences(choice).map(({ ref }) => ref),
      ),
      ...(names.length === 0 ? [] : [createStatement(`Next best: ${formatListWithMaxNames(names, maxOthers)}.`)]),
    ],
    { table: compareAll([first, ...others].slice(0, maxOthers + 1)) },
  );
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

function describeReasons(title: string, reasons: readonly GuardrailEvidence[], refs: ReportSourceRefs): Statement[] {
  return reasons
    .slice(0, maxReasons)
    .map(({ statement, failureIds }) => createStatement(`${title}: ${statement}`, refs.ofFailures(failureIds)));
}

function compareAll(recommendations: readonly Recommendation[]) {
  const range = (span: Span | null) => (span === null ? 'not known' : `${round(span.low)} to ${round(span.high)}`);
  return {
    columns: ['guardrail', 'episodes avoided in 90 days', 'effort in days', 'people-hours saved per day of work'],
    rows: recommendations.map(({ guardrail, arithmetic: { avoidedEpisodes, effortDays, hoursSavedPerDay } }) => [
      guardrail.name,
      range(avoidedEpisodes),
      range(effortDays),
      range(hoursSavedPerDay),
    ]),
  };
}

export function describeOpenQuestions(choice: PatternGuardrails | null): ReportSection {
  const questions = choice?.openQuestions ?? [];
  return createSection(
    'questions',
    'Open questions',
    questions.length === 0
      ? [createStatement('None that what is known gives rise to.')]
      : questions.map((question) => createStatement(question)),
  );
}

function round(value: number): string {
  return String(Number(value.toPrecision(2)));
}
