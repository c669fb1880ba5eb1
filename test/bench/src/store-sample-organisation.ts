import { buildReportWithGuardrails, computeMeasurements, observeChanges, observeEpisodes } from '@refrain/analysis';
import {
  Cause,
  type Change,
  type ChangeDraft,
  type Failure,
  type FailureDraft,
  type Membership,
  type Pattern,
  Trigger,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import { generateFailureHistory } from './generated-failures.ts';

interface AnalysedHistory {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly patterns: readonly { readonly pattern: Pattern; readonly members: readonly Membership[] }[];
}

const batchSize = 2_000;
const unassignedOf = 3;

/** Stores an organisation of the given size: failures, changes, patterns with a report and an improvement each, and their metrics. */
export async function storeSampleOrganisation(store: Store, failures: number, patterns: number): Promise<void> {
  const report = (line: string) => void process.stderr.write(line);
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'generated',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  const generated = generateFailureHistory(failures, report);
  for (let start = 0; start < generated.failures.length; start += batchSize)
    await store.failures.upsert(connectionId, generated.failures.slice(start, start + batchSize).map(toDraft));
  report(`${generated.failures.length} failures stored …\n`);
  for (let start = 0; start < generated.changes.length; start += batchSize)
    await store.changes.upsert(connectionId, generated.changes.slice(start, start + batchSize).map(toChangeDraft));
  report(`${generated.changes.length} changes stored …\n`);
  const [stored, changes] = await Promise.all([store.failures.listAll(), store.changes.listAll()]);
  const grouped = groupOf(stored, patterns);
  await store.patterns.writeClustering({ ...grouped, lineage: [], inputVersion: 'bench' });
  await storeAnalysedHistory(store, { failures: stored, changes, patterns: grouped.patterns }, report);
  for (const { pattern } of grouped.patterns)
    await store.improvements.ensure(pattern.id, { repository: pattern.repositories[0] ?? null, title: pattern.name });
  report(`${grouped.patterns.length} patterns stored …\n`);
}

function toDraft(failure: Failure): FailureDraft {
  const { id, connectionId: _connection, episodeId: _episode, duplicateOf: _duplicate, ...draft } = failure;
  return { ...draft, externalId: id };
}

function toChangeDraft(change: Change): ChangeDraft {
  const { id, connectionId: _connection, ...draft } = change;
  return { ...draft, externalId: id };
}

/** Groups consecutive failures into patterns, because the benchmark depends only on the number of patterns. */
function groupOf(failures: readonly Failure[], count: number) {
  const assigned = failures.filter((_, at) => at % unassignedOf !== 0);
  const size = Math.max(2, Math.floor(assigned.length / count));
  const patterns = Array.from({ length: count }, (_, at) => {
    const members = assigned.slice(at * size, (at + 1) * size);
    return { pattern: patternOf(`pattern-${at}`, at, members), members: members.map(memberOf) };
  }).filter(({ members }) => members.length > 0);
  return { episodes: failures.map(({ id }) => ({ id, failureIds: [id] })), patterns };
}

function memberOf({ id }: Failure): Membership {
  return { failureId: id, confidence: 0.8, evidence: [{ signal: 'words', detail: 'the same error', weight: 0.8 }] };
}

function patternOf(id: string, at: number, failures: readonly Failure[]): Pattern {
  const distinct = (values: readonly (string | null)[]) =>
    [...new Set(values)].filter((value): value is string => value !== null).slice(0, 5);
  const countOf = (kind: Failure['kind']) => failures.filter((failure) => failure.kind === kind).length;
  const instants = failures.map(({ occurredAt }) => occurredAt).sort();
  return {
    id,
    name: `${failures[0]?.title ?? 'Nothing'} (${at})`.slice(0, 200),
    lesson: 'Under load the pool had no bound; callers timed out until the change was reverted.',
    terms: ['pool', 'timeout', 'retry', 'connection'],
    cause: Cause.options[at % Cause.options.length] ?? 'unknown',
    trigger: Trigger.options[at % Trigger.options.length] ?? 'unknown',
    services: distinct(failures.flatMap(({ services }) => services)),
    repositories: distinct(failures.map(({ repository }) => repository)),
    confidence: 0.8,
    kinds: {
      incident: countOf('incident'),
      failed_deployment: countOf('failed_deployment'),
      reverted_change: countOf('reverted_change'),
    },
    episodes: failures.length,
    harm: 1,
    firstAt: instants[0] ?? '',
    lastAt: instants.at(-1) ?? '',
  };
}

async function storeAnalysedHistory(
  store: Store,
  world: AnalysedHistory,
  report: (line: string) => void,
): Promise<void> {
  const { failures, changes, patterns } = world;
  const links: [] = [];
  report('Observing and measuring …\n');
  const observed = {
    changes: observeChanges({ changes, services: failures.flatMap(({ services }) => services) }),
    episodes: observeEpisodes({
      failures,
      changes,
      links,
      patterns: patterns.map(({ pattern: { id, cause, trigger }, members }) => ({
        id,
        cause,
        trigger,
        failureIds: members.map(({ failureId }) => failureId),
      })),
    }),
  };
  const instants = failures.map(({ occurredAt }) => occurredAt).sort();
  const until = instants.at(-1) ?? new Date(0).toISOString();
  const measured = computeMeasurements({
    ...observed,
    until,
    patternIds: patterns.map(({ pattern }) => pattern.id),
    delivery: { failures, changes, links },
  });
  await store.reports.writeObservations(observed);
  await store.reports.writeMeasurement(measured.organisation, measured.patterns);

  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const measurementOf = new Map(measured.patterns.map(({ patternId, measurement }) => [patternId, measurement]));
  const coverage = { failures: failures.length, inPatterns: patterns.flatMap(({ members }) => members).length };
  for (const [at, { pattern, members: memberships }] of patterns.entries()) {
    const measurement = measurementOf.get(pattern.id) ?? null;
    const episodes = await store.reports.listEpisodesOfPattern(pattern.id);
    const shown = { pattern, memberships, failures: byId, changes: new Map(), links, episodes, coverage, measurement };
    await store.reports.ensure(
      pattern.id,
      buildReportWithGuardrails({ ...shown, organisation: measured.organisation }),
    );
    if ((at + 1) % 500 === 0) report(`${at + 1} of ${patterns.length} reports written …\n`);
  }
}
