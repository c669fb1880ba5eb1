import { type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { sortByTime } from '../collections/sort-by-time.ts';
import { toProbability } from '../stats/log-odds.ts';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import { createTermWeightLookup } from '../text/tf-idf.ts';
import { listInformativeWords } from '../text/words.ts';
import type { IncidentTextComparer } from './compare-incident-texts.ts';
import { formatElapsedHours } from './describe.ts';
import { createFailureJoin, type FailureJoin, normaliseAlertTitle } from './same-episode.ts';
import type { WeighedSignal } from './weigh-signals.ts';

const span = 15 * minuteInMs;
const maxCompared = 30;
const minScore = 0.7;
/** Prior: number of fictitious incidents without alerts, so that no alert seems common while few incidents are known. */
const unseenIncidents = 20;
/** Weight of an alert in a fifth of all incidents; subtracted from all weights, so that frequent alerts weigh nothing. */
const templateWeight = Math.log(5);
/** Excess weight of shared words at which two texts count as half similar. */
const halfSimilarity = 8;
/** Log-odds that two incidents are one event, by signal. `nearness` (in time) is not sufficient alone. */
const odds = { base: -4.5, nearness: 4.5, words: 3, sameAlert: 2, namesService: 1.5 };

/** Joins incidents on different services that began within minutes, if their words, alerts or services match. */
export function joinCascadingIncidents(
  incidents: readonly Failure[],
  compareTexts: IncidentTextComparer,
): FailureJoin[] {
  const sorted = sortByTime(incidents);
  const prepared = sorted.map((failure) => {
    const names = failure.services.map((service) => listInformativeWords(service));
    return {
      failure,
      at: Date.parse(failure.occurredAt),
      names,
      words: listInformativeWords(`${failure.title}\n${failure.text}`),
      alert: withoutNames(failure),
    };
  });
  const first = prepared[0]?.at ?? 0;
  const last = prepared.at(-1)?.at ?? 0;
  // Adds a week to the observed period, so that a few alerts within a first hour do not count as a high rate.
  const probability = Math.min(1, (incidents.length * span) / (last - first + 168 * hourInMs));
  const nearness = Math.min(odds.nearness, Math.log(1 / probability));
  if (odds.base + nearness + odds.words + odds.sameAlert + odds.namesService < Math.log(minScore / (1 - minScore)))
    return [];
  const alerts = createTermWeightLookup(
    prepared.map(({ alert }) => new Set([alert])),
    unseenIncidents,
  );
  const rarity = createTermWeightLookup(
    prepared.map(({ words }) => words),
    unseenIncidents,
  );
  const isTelling = (name: ReadonlySet<string>) => [...name].some((word) => rarity(word) > templateWeight);
  const weighAlert = (alert: string): number => {
    const weight = Math.max(0, alerts(alert) - templateWeight);
    return (odds.sameAlert * weight) / (weight + 1);
  };
  return prepared.flatMap((later, position) =>
    prepared.slice(Math.max(0, position - maxCompared), position).flatMap((earlier) => {
      if (later.at - earlier.at > span) return [];
      if (later.failure.services.some((service) => earlier.failure.services.includes(service))) return [];
      const shared = compareTexts(earlier.failure, later.failure);
      if (shared.areUnrelated) return [];
      const similar = shared.excess / (shared.excess + halfSimilarity);
      const named = [
        [earlier, later],
        [later, earlier],
      ].find(([a, b]) => a !== undefined && b?.names.some((name) => isTelling(name) && isHeld(name, a.words)));
      const weighedSignals: WeighedSignal[] = [];
      const add = (signal: string, detail: string, value: number): void =>
        void weighedSignals.push({ signal, detail, value });
      add('time', `began ${formatElapsedHours((later.at - earlier.at) / hourInMs)} apart`, nearness);
      if (similar > 0) add('words', `both mention ${shared.words.join(', ')}`, odds.words * similar);
      if (earlier.alert.includes(' ') && earlier.alert === later.alert)
        add('words', `the same alert: ${earlier.alert.slice(0, 80)}`, weighAlert(earlier.alert));
      if (named !== undefined)
        add(
          'service',
          `${named[0]?.failure.title.slice(0, 80) ?? ''} names ${named[1]?.failure.services.join(', ') ?? ''}`,
          odds.namesService,
        );
      const positive = weighedSignals.reduce((sum, { value }) => sum + value, 0);
      const score = roundToThousandths(toProbability(odds.base + positive));
      if (score < minScore) return [];
      const evidence = weighedSignals
        .filter(({ value }) => value > 0.1)
        .map(({ signal, detail, value }) => ({
          signal,
          detail,
          weight: roundToThousandths((score * value) / positive),
        }));
      return [createFailureJoin(earlier.failure, later.failure, score, ...evidence)];
    }),
  );
}

function isHeld(words: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  return words.size > 0 && [...words].every((word) => text.has(word));
}

/** Returns an alert's title without service names. */
function withoutNames({ title, services }: Failure): string {
  const names = new Set(services.flatMap((service) => [...listInformativeWords(service)]));
  return normaliseAlertTitle(title)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !names.has(word) && !names.has(word.replace(/s$/u, '')))
    .join(' ');
}
