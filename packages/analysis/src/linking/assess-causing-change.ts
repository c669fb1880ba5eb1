import { type CandidateChange, type ChangeAssessment, type Evidence, maxCandidateChanges } from '@refrain/domain';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import type { ChangeUnit } from './change-index.ts';
import { formatChangeName, formatElapsedHours } from './describe.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import {
  type CauseCandidate,
  type ChangeVisibility,
  computeExplanationProbabilities,
  type ExplanationProbabilities,
} from './rank-causes.ts';
import { convertSignalsToEvidence } from './weigh-signals.ts';

/** Minimum probability for naming a change as the cause: as likely as all other explanations together. */
const minChange = 0.5;
/** Minimum probability for stating that no change was the cause; above `minChange`, as people then stop searching. */
const minNone = 0.6;
const minReported = 0.01;

export interface CausingChangeAssessment
  extends Pick<ChangeAssessment, 'verdict' | 'confidence' | 'evidence' | 'isDecided' | 'candidates'> {
  readonly cause: ChangeUnit | null;
}

export interface CausingChangeAssessmentInput {
  readonly incident: ParsedIncident;
  /** Candidate causes, likeliest first, without the changes that people rejected. */
  readonly suspects: readonly CauseCandidate[];
  readonly repositories: readonly string[];
  readonly visibility: ChangeVisibility;
  readonly decided: ChangeUnit | 'not_change_related' | null;
}

export function assessCausingChange(input: CausingChangeAssessmentInput): CausingChangeAssessment {
  const { incident, suspects, decided } = input;
  const shares = computeExplanationProbabilities(incident, suspects, input.visibility);
  const candidates = suspects
    .slice(0, maxCandidateChanges)
    .map(({ unit, weighedSignals }, at): CandidateChange => {
      const score = roundToThousandths(shares.suspects[at] ?? 0);
      return { changeId: unit.head.id, score, evidence: convertSignalsToEvidence(score, weighedSignals) };
    })
    .filter(({ score }) => score >= minReported);
  if (decided !== null) return decide(decided, candidates);
  const [first] = suspects;
  const probability = shares.suspects[0] ?? 0;
  if (first !== undefined && probability >= minChange) {
    const confidence = roundToThousandths(probability);
    return {
      verdict: 'change',
      confidence,
      evidence: convertSignalsToEvidence(confidence, first.weighedSignals),
      isDecided: false,
      candidates,
      cause: first.unit,
    };
  }
  const open = { isDecided: false, candidates, cause: null };
  const { statesOther, statesNoChange } = incident.wording;
  // Without a time of day, nobody knows which changes shortly preceded the incident, so finding none proves nothing.
  const hasEvidence = incident.isTimed || statesOther !== null || statesNoChange !== null;
  if (hasEvidence && shares.none >= minNone) {
    const confidence = roundToThousandths(shares.none);
    return { verdict: 'not_change_related', confidence, evidence: describeAbsence(input, shares), ...open };
  }
  return {
    verdict: 'undecided',
    confidence: roundToThousandths(Math.max(probability, shares.none)),
    evidence: describeDoubt(input, candidates),
    ...open,
  };
}

function decide(
  decided: ChangeUnit | 'not_change_related',
  candidates: readonly CandidateChange[],
): CausingChangeAssessment {
  const evidence = [{ signal: 'decision', detail: 'a person decided this', weight: 1 }];
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

function describeAbsence(
  { incident, suspects, repositories }: CausingChangeAssessmentInput,
  { none }: ExplanationProbabilities,
): Evidence[] {
  const { statesOther, statesNoChange } = incident.wording;
  const reasons = [
    {
      signal: 'words',
      detail: `the text names another cause: “${statesOther}”`,
      part: statesOther === null ? 0 : 3,
    },
    { signal: 'words', detail: `the text says “${statesNoChange}”`, part: statesNoChange === null ? 0 : 2 },
    { signal: 'time', detail: describeNearest(suspects, repositories), part: incident.isTimed ? 1 : 0 },
  ].filter(({ part }) => part > 0);
  const total = reasons.reduce((sum, { part }) => sum + part, 0);
  return reasons.map(({ signal, detail, part }) => ({
    signal,
    detail,
    weight: roundToThousandths((none * part) / total),
  }));
}

function describeNearest(suspects: readonly CauseCandidate[], repositories: readonly string[]): string {
  const near = suspects.filter(({ weighedSignals }) =>
    weighedSignals.some(({ signal, value }) => signal === 'service' && value > 0),
  );
  const [first] = suspects;
  if (first === undefined || near.length === 0)
    return repositories.length === 0
      ? 'no change of its services is known'
      : `no change of ${repositories.slice(0, 3).join(', ')} is known from before it began`;
  const nearest = near.reduce((least, one) => (one.hours < least.hours ? one : least));
  return `no change matches well; the best match is ${formatChangeName(first.unit)}, and the last change of its services, ${formatChangeName(nearest.unit)}, was ${formatElapsedHours(nearest.hours)} before it began`;
}

function describeDoubt(
  { incident, visibility, suspects }: CausingChangeAssessmentInput,
  candidates: readonly CandidateChange[],
): Evidence[] {
  const doubts: Evidence[] = [];
  const add = (signal: string, detail: string): void => void doubts.push({ signal, detail, weight: 0 });
  if (visibility === 'invisible') add('service', 'no changes are recorded');
  else if (!incident.isTimed) add('time', 'its time of day is not known, so that no change is near it');
  else if (visibility === 'unknown')
    add('service', 'no repository of its services is known, so that their changes are not seen');
  const likely = suspects.slice(0, 2).filter((_, at) => (candidates[at]?.score ?? 0) >= minReported);
  if (likely.length > 0)
    add(
      'time',
      `${likely.map(({ unit }, at) => `${formatChangeName(unit)} (${(candidates[at]?.score ?? 0).toFixed(2)})`).join(' and ')} may have set it off, and what speaks for ${likely.length === 1 ? 'it' : 'either'} is not enough`,
    );
  return doubts;
}
