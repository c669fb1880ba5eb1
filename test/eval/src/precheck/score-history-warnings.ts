import { replayPrecheck } from '@refrain/analysis/evaluation';
import { dayInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';
import { rankByBaselines } from './baselines.ts';
import type { TestedChange, TestedHistory } from './history.ts';
import { alertRates, type ScoredChange, scoreAlerts } from './score-alerts.ts';

export const goalAlertRate = 0.05;
/** Length of the period at the end of the history that is not tested, because its changes may still be reverted later. */
const tail = 30 * dayInMs;
/** Share of the history, from its beginning, on which the method was tuned. */
const chosenOn = 0.6;
/** Maximum number of tested changes, to limit the duration. The latest changes are tested. */
const maxReplayed = 15_000;
const warmUp = { failed: 10, changes: 200 } as const;

type Ranks = ReadonlyMap<string, number | null>;

/** Scores the warnings about each change of a history. Each warning uses only what was known before the change. */
export function scoreHistoryWarnings(history: TestedHistory, random: RandomStream) {
  const { past, name } = history;
  const began = performance.now();
  const replayed = replayPrecheck(past, { alertRate: 1 }, maxReplayed);
  const msPerChange = (performance.now() - began) / replayed.length;
  const own: Ranks = new Map(replayed.map(({ changeId, finding }) => [changeId, finding?.rank ?? null]));
  // Reverts that are known only by their title are not tested, because the check never warns about them.
  const scored = findScored(history).filter(({ id }) => own.has(id));
  const [first, last] = [past.changes[0]?.occurredAt ?? '', past.asOf].map((instant) => Date.parse(instant));
  const cut = (first ?? 0) + chosenOn * ((last ?? 0) - (first ?? 0));
  const late = scored.filter(({ at }) => at >= cut);
  const curve = (tested: readonly TestedChange[], ranks: Ranks, rates: readonly number[] = alertRates) => ({
    changes: tested.length,
    failed: tested.filter(({ hasFailed }) => hasFailed).length,
    baseRate: tested.filter(({ hasFailed }) => hasFailed).length / tested.length,
    curve: rates.map((rate) => scoreAlerts(toTried(tested, ranks), rate, random)),
  });
  const atGoal = (tested: readonly TestedChange[], ranks = own) => {
    const { curve: scores, ...counts } = curve(tested, ranks, [goalAlertRate]);
    return { ...counts, ...scores[0] };
  };
  return {
    tried: { own: toTried(scored, own), late: toTried(late, own) },
    summary: {
      name,
      msPerChange,
      all: curve(scored, own),
      late: curve(late, own),
      firstSixtyPercent: atGoal(scored.filter(({ at }) => at < cut)),
      withoutRelands: atGoal(scored.filter(({ isReland }) => !isReland)),
      relandsOnly: countAlone(scored.filter(({ isReland }) => isReland)),
      withoutVersionBumps: atGoal(scored.filter(({ isVersionBump }) => !isVersionBump)),
      baselines: Object.fromEntries(
        Object.entries(rankByBaselines(past, random)).map(([rule, ranks]) => [
          rule,
          { all: atGoal(scored, ranks), late: atGoal(late, ranks) },
        ]),
      ),
      calibration: summariseCalibration(scored, replayed),
    },
  };
}

/** Returns the changes after the warm-up and before the untested weeks at the end. */
function findScored({ past, tested }: TestedHistory): readonly TestedChange[] {
  const known = new Map<string, number>();
  for (const { changeId, knownAt } of past.failures)
    known.set(changeId, Math.min(Date.parse(knownAt), known.get(changeId) ?? Number.POSITIVE_INFINITY));
  const from = [...known.values()].sort((a, b) => a - b)[warmUp.failed - 1] ?? Number.POSITIVE_INFINITY;
  const until = Date.parse(past.asOf) - tail;
  return tested.filter(({ at }, index) => index >= warmUp.changes && at >= from && at <= until);
}

function toTried(tested: readonly TestedChange[], ranks: Ranks): ScoredChange[] {
  return tested.map(({ id, at, hasFailed }) => ({ at, hasFailed, rank: ranks.get(id) ?? null }));
}

function countAlone(tested: readonly TestedChange[]) {
  return { changes: tested.length, failed: tested.filter(({ hasFailed }) => hasFailed).length };
}

function summariseCalibration(tested: readonly TestedChange[], replayed: ReturnType<typeof replayPrecheck>) {
  const failed = new Map(tested.map(({ id, hasFailed }) => [id, hasFailed]));
  const findings = replayed.flatMap(({ changeId, finding }) =>
    finding !== null && failed.has(changeId) ? [{ score: finding.score, came: failed.get(changeId) === true }] : [],
  );
  const edges = [0, 0.02, 0.04, 0.08, 0.16, 1];
  return edges.slice(1).map((to, at) => {
    const own = findings.filter(({ score }) => score > (edges[at] ?? 0) && score <= to);
    const mean = (read: (one: (typeof own)[number]) => number) =>
      own.length === 0 ? null : own.reduce((sum, one) => sum + read(one), 0) / own.length;
    return { to, changes: own.length, said: mean(({ score }) => score), came: mean(({ came }) => Number(came)) };
  });
}
