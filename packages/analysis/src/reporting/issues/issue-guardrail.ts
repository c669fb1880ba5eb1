import type { Guardrail, PatternGuardrails, Recommendation } from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { formatCount, formatList, formatNumberRange } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';

const maxReasons = 3;
const maxOthers = 2;

/** Describes the approved or best guardrail, or how to find one. Texts of `guardrailLibrary` need no escaping. */
export function describeProposedGuardrail(choice: PatternGuardrails | null, guardrailId: string | null): string[] {
  const recommended = choice?.recommendations ?? [];
  const found = recommended.find(({ guardrail }) => guardrail.id === guardrailId);
  const guardrail =
    found?.guardrail ?? guardrailLibrary.find(({ id }) => id === guardrailId) ?? recommended[0]?.guardrail;
  if (guardrail === undefined) return describeNone(choice);
  const own = recommended.find((one) => one.guardrail.id === guardrail.id);
  const others = recommended.filter((one) => one !== own).slice(0, maxOthers);
  const { size, days } = guardrail.effort;
  return [
    promiseOf(guardrail),
    ...(own === undefined ? [] : describeReasons(own)),
    guardrail.steps.map((step) => `- [ ] ${step}`).join('\n'),
    proofOf(guardrail),
    [
      `Effort: ${size}, about ${formatNumberRange(days)} ${days.high === 1 ? 'day' : 'days'} of one person.`,
      `It does not catch: ${guardrail.doesNotCatch.join(' ')}`,
    ].join(' '),
    ...(others.length === 0
      ? []
      : [`Also considered: ${formatList(others.map((one) => lowerFirst(one.guardrail.name)))}.`]),
  ];
}

export function describeGuardrail(guardrail: Guardrail): string[] {
  return [promiseOf(guardrail), proofOf(guardrail)];
}

function promiseOf({ name, promise }: Guardrail): string {
  return `**${name}.** ${promise}`;
}

function proofOf({ proof }: Guardrail): string {
  return `**How to know that it works:** ${proof.check} Then watch: ${lowerFirst(proof.figure)}`;
}

function describeReasons({ why, against, arithmetic }: Recommendation): string[] {
  const reasons = [...why].sort((a, b) => b.episodes * b.strength - a.episodes * a.strength).slice(0, maxReasons);
  const text = [
    ...reasons.map(({ statement }) => statement),
    ...against.slice(0, 1).map(({ statement }) => `Against it: ${statement}`),
    ...describeWorth(arithmetic),
  ].join(' ');
  return text === '' ? [] : [text];
}

/** Describes how many episodes the guardrail would avoid; empty if fewer than half an episode. */
function describeWorth({ avoidedEpisodes, horizonDays }: Recommendation['arithmetic']): string[] {
  const avoided = avoidedEpisodes === null ? 0 : (avoidedEpisodes.low + avoidedEpisodes.high) / 2;
  return avoided < 0.5
    ? []
    : [
        `It would avoid about ${formatNumber(avoided)} of the episodes that are expected in ${formatCount(horizonDays, 'day')}.`,
      ];
}

function describeNone(choice: PatternGuardrails | null): string[] {
  const questions = choice?.openQuestions ?? [];
  return [
    'No guardrail is recommended yet: what is known of these episodes does not single one out.',
    [
      '- [ ] Read the episodes below side by side, and write down the condition that they share.',
      '- [ ] Add a check for it where it can be seen first, and see that it would have failed before each of them.',
    ].join('\n'),
    ...(questions.length === 0 ? [] : [`What would decide: ${questions.join(' ')}`]),
  ];
}

function lowerFirst(text: string): string {
  // Acronyms such as CI and SLO keep their capitals.
  return /^[A-Z][a-z]|^A /u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}
