import type { Guardrail, Pattern, PatternReport, Recommendation } from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { decapitalise, formatCount, formatList } from '../../text/format.ts';
import { formatEffort, selectReasons } from '../sections/describe-recommendation.ts';

const maxReasons = 3;
const maxOthers = 2;

/** Describes the approved or best guardrail; null without one. Texts of `guardrailLibrary` need no escaping. */
export function describeProposedGuardrail(
  { pattern, choice }: Pick<PatternReport, 'pattern' | 'choice'>,
  guardrailId: string | null,
): string[] | null {
  const recommended = choice?.recommendations ?? [];
  const found = recommended.find(({ guardrail }) => guardrail.id === guardrailId);
  const guardrail =
    found?.guardrail ?? guardrailLibrary.find(({ id }) => id === guardrailId) ?? recommended[0]?.guardrail;
  if (guardrail === undefined) return null;
  const own = recommended.find((one) => one.guardrail.id === guardrail.id);
  const others = recommended.filter((one) => one !== own).slice(0, maxOthers);
  return [
    promiseOf(guardrail),
    ...(own === undefined ? [] : describeReasons(own, pattern)),
    `**Effort:** ${formatEffort(guardrail.effort)}`,
    guardrail.steps.map((step) => `- [ ] ${step}`).join('\n'),
    proofOf(guardrail),
    `**Limits of this fix:** ${guardrail.doesNotCatch.join(' ')}`,
    ...(others.length === 0
      ? []
      : [
          `**Alternatives:** ${formatList(others.map(({ guardrail: { name } }, at) => (at === 0 ? name : decapitalise(name))))}.`,
        ]),
  ];
}

export function describeGuardrail(guardrail: Guardrail): string[] {
  return [promiseOf(guardrail), proofOf(guardrail)];
}

function promiseOf({ name, promise }: Guardrail): string {
  return `**${name}.** ${promise}`;
}

function proofOf({ proof }: Guardrail): string {
  return `**Check:** ${proof.check}\n**Metric:** ${proof.figure}`;
}

function describeReasons({ why, against, arithmetic }: Recommendation, pattern: Pattern): string[] {
  const text = [
    ...selectReasons(why, maxReasons, pattern).map(({ statement }) => statement),
    ...selectReasons(against, 1, pattern).map(({ statement }) => `Against it: ${statement}`),
    ...describeWorth(arithmetic),
  ].join(' ');
  return [`**Why:** ${text}`];
}

/** Describes how many episodes the guardrail would avoid; empty if fewer than one. */
function describeWorth({ avoidedEpisodes, horizonDays }: Recommendation['arithmetic']): string[] {
  const avoided = avoidedEpisodes === null ? 0 : (avoidedEpisodes.low + avoidedEpisodes.high) / 2;
  return avoided < 1
    ? []
    : [
        `It would prevent about ${Math.round(avoided)} of the episodes expected in the next ${formatCount(horizonDays, 'day')}.`,
      ];
}
