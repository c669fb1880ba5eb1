import { findMechanism } from '../mechanisms/find-mechanisms.ts';
import type { ReportReading } from './read-report.ts';
import type { StatementDecision } from './statement-decisions.ts';

/** The score of a mechanism that a person chose: the highest score that several phrases of a text can reach. */
const decidedScore = 1.3;

/**
 * Returns the reading of a report with the mechanism that a person chose, or without any if the person decided that the
 * report states none. Ignores a decision on a mechanism that the library no longer has.
 */
export function decideMechanism(
  reading: ReportReading,
  decision: Pick<StatementDecision, 'mechanism'> | undefined,
): ReportReading {
  if (decision === undefined) return reading;
  if (decision.mechanism === undefined) return { ...reading, mechanisms: [] };
  const mechanism = findMechanism(decision.mechanism);
  if (mechanism === null) return reading;
  const sentence = reading.mechanisms.find((match) => match.mechanism === mechanism)?.sentence ?? 0;
  return { ...reading, mechanisms: [{ mechanism, score: decidedScore, clarity: decidedScore, phrases: 1, sentence }] };
}
