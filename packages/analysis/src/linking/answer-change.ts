import { type CandidateChange, type ChangeAnswer, type Evidence, mostCandidates } from '@refrain/domain';
import { toDigits } from '../stats/to-digits.ts';
import type { Unit } from './change-index.ts';
import { describeHours, describeUnit } from './describe.ts';
import type { Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';
import { type Shares, type Sight, shareOdds } from './share-odds.ts';
import { tellSigns } from './weigh-signals.ts';

/** From this chance on an explanation is the answer: it is likelier than all others together. */
const leastChange = 0.5;
/** To say that nothing of one's own was at work takes a little more: the change that was missed is looked for no more. */
const leastNone = 0.6;
/** Suspects that are less likely are not told. */
const leastTold = 0.01;

export interface CauseAnswer
  extends Pick<ChangeAnswer, 'verdict' | 'confidence' | 'evidence' | 'isDecided' | 'candidates'> {
  /** The change that is the answer; null where it is another one. */
  readonly cause: Unit | null;
}

export interface AnswerInput {
  readonly incident: Incident;
  /** Likeliest first; without those that people rejected. */
  readonly suspects: readonly Suspect[];
  /** The repositories that are known to be its services'. */
  readonly repositories: readonly string[];
  readonly sight: Sight;
  readonly decided: Unit | 'not_change_related' | null;
}

/** What set an incident off: the change, no change, or that it does not show. What a person decided is certain. */
export function answerChange(input: AnswerInput): CauseAnswer {
  const { incident, suspects, decided } = input;
  const shares = shareOdds(incident, suspects, input.sight);
  const candidates = suspects
    .slice(0, mostCandidates)
    .map(({ unit, signs }, at): CandidateChange => {
      const score = toDigits(shares.suspects[at] ?? 0);
      return { changeId: unit.head.id, score, evidence: tellSigns(score, signs) };
    })
    .filter(({ score }) => score >= leastTold);
  if (decided !== null) return decide(decided, candidates);
  const [first] = suspects;
  const chance = shares.suspects[0] ?? 0;
  if (first !== undefined && chance >= leastChange) {
    const confidence = toDigits(chance);
    return {
      verdict: 'change',
      confidence,
      evidence: tellSigns(confidence, first.signs),
      isDecided: false,
      candidates,
      cause: first.unit,
    };
  }
  const open = { isDecided: false, candidates, cause: null };
  const { saysOther, saysNoChange } = incident.wording;
  // Nothing can be near a date without a time, so that it proves nothing that no change is.
  const isGrounded = incident.isTimed || saysOther !== null || saysNoChange !== null;
  if (isGrounded && shares.none >= leastNone) {
    const confidence = toDigits(shares.none);
    return { verdict: 'not_change_related', confidence, evidence: tellAbsence(input, shares), ...open };
  }
  return {
    verdict: 'undecided',
    confidence: toDigits(Math.max(chance, shares.none)),
    evidence: tellDoubt(input, candidates),
    ...open,
  };
}

function decide(decided: Unit | 'not_change_related', candidates: readonly CandidateChange[]): CauseAnswer {
  const evidence = [{ signal: 'decision', detail: 'a person has decided so', weight: 1 }];
  const rest = { confidence: 1, evidence, isDecided: true };
  if (decided === 'not_change_related') return { verdict: 'not_change_related', ...rest, candidates: [], cause: null };
  const known = candidates.find(({ changeId }) => changeId === decided.head.id);
  return {
    verdict: 'change',
    ...rest,
    candidates: [{ changeId: decided.head.id, score: 1, evidence: known?.evidence ?? [] }],
    cause: decided,
  };
}

/** Why no change is thought to have set it off. */
function tellAbsence({ incident, suspects, repositories }: AnswerInput, { none }: Shares): Evidence[] {
  const { saysOther, saysNoChange } = incident.wording;
  const reasons = [
    { signal: 'words', detail: `the incident tells of another reason: ${saysOther}`, part: saysOther === null ? 0 : 3 },
    { signal: 'words', detail: `the incident says so: ${saysNoChange}`, part: saysNoChange === null ? 0 : 2 },
    { signal: 'time', detail: tellNearest(suspects, repositories), part: incident.isTimed ? 1 : 0 },
  ].filter(({ part }) => part > 0);
  const whole = reasons.reduce((sum, { part }) => sum + part, 0);
  return reasons.map(({ signal, detail, part }) => ({ signal, detail, weight: toDigits((none * part) / whole) }));
}

/** How near the changes were that have to do with its services, and which of all comes first. */
function tellNearest(suspects: readonly Suspect[], repositories: readonly string[]): string {
  const near = suspects.filter(({ signs }) => signs.some(({ signal, value }) => signal === 'service' && value > 0));
  const [first] = suspects;
  if (first === undefined || near.length === 0)
    return repositories.length === 0
      ? 'no change is known that has to do with its services'
      : `no change of ${repositories.slice(0, 3).join(', ')} is known from before it began`;
  const nearest = near.reduce((least, one) => (one.hours < least.hours ? one : least));
  return `little speaks for the likeliest change, ${describeUnit(first.unit)}; the last one of its services, ${describeUnit(nearest.unit)}, was ${describeHours(nearest.hours)} before it began`;
}

/** Why it is left open. */
function tellDoubt({ incident, sight, suspects }: AnswerInput, candidates: readonly CandidateChange[]): Evidence[] {
  const doubts: Evidence[] = [];
  if (sight === 'blind') doubts.push({ signal: 'service', detail: 'no changes are known at all', weight: 0 });
  else if (!incident.isTimed)
    doubts.push({
      signal: 'time',
      detail: 'its time of day is not known, so that no change is near it',
      weight: 0,
    });
  else if (sight === 'unknown')
    doubts.push({
      signal: 'service',
      detail: 'no repository of its services is known, so that their changes are not seen',
      weight: 0,
    });
  const likely = suspects.slice(0, 2).filter((_, at) => (candidates[at]?.score ?? 0) >= leastTold);
  if (likely.length > 0)
    doubts.push({
      signal: 'time',
      detail: `${likely.map(({ unit }, at) => `${describeUnit(unit)} (${(candidates[at]?.score ?? 0).toFixed(2)})`).join(' and ')} may have set it off, and what speaks for ${likely.length === 1 ? 'it' : 'either'} is not enough`,
      weight: 0,
    });
  return doubts;
}
