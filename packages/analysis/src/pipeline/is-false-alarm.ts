import type { Failure } from '@refrain/domain';
import type { StatementDecision } from '../extraction/statement-decisions.ts';
import { findMechanism } from '../mechanisms/find-mechanisms.ts';

/** Id of the mechanism in the library */
const falseAlarm = 'false-alarm';
/** A sentence that begins with a verdict; “we first thought of a false alarm” is none. */
const verdict =
  /(?:^|[.!?]\s)\W{0,8}(?:(?:(?:it|this) was a )?false (?:alarm|alert|positive)\b|nothing real\b|no dip in (?:real )?traffic\b|(?:just )?noise\W{0,8}$)/imu;

/**
 * Returns whether a person decided that an incident was a false alarm, or without such a decision whether a sentence of the incident
 * begins with that verdict.
 */
export function isFalseAlarm({ kind, text }: Pick<Failure, 'kind' | 'text'>, decision?: StatementDecision): boolean {
  if (kind !== 'incident') return false;
  if (decision === undefined) return verdict.test(text);
  return decision.mechanism !== undefined && findMechanism(decision.mechanism)?.id === falseAlarm;
}
