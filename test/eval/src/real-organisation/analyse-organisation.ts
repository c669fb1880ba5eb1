import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  embedPassages,
  getReportDocument,
  type PassageVectorList,
  type PipelineOutput,
  renderDocumentMarkdown,
  runPipeline,
} from '@refrain/analysis';
import { assessCause, detectReverts } from '@refrain/analysis/evaluation';
import { AppError, type Cause, type Change, type Failure, type Trigger } from '@refrain/domain';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { readIncidents } from '../organisations/read-incidents.ts';
import { buildPatternReports } from '../organisations/reports-of-organisation.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { findRevertFailures } from '../reverts/find-revert-failures.ts';
import { type ListedCommit, readReverts } from '../reverts/read-reverts.ts';
import type { TextEmbedder } from '../seen/create-failure-searcher.ts';
import { withEmbedder } from '../seen/open-embedder.ts';
import { describePatterns } from './describe-patterns.ts';
import { scoreAgainstLabels } from './score-against-labels.ts';

export interface AnalyseOrganisationOptions {
  readonly incidents: readonly string[];
  readonly reverts: readonly string[];
  readonly labels?: string | undefined;
  /** Path of the folder for predictions, which is created if missing. */
  readonly output: string;
  readonly model?: string | undefined;
}

/** Maximum number of patterns that are written for people to read */
const maxWritten = 30;

/** Analyses the incidents and reverts of one organisation, writes the predictions, and scores them if there are labels. */
export function analyseOrganisation(options: AnalyseOrganisationOptions, environment: EvalCommandEnvironment) {
  return withEmbedder(options.model, (embedder) => analyseWithEmbedder(options, embedder, environment));
}

async function analyseWithEmbedder(
  { incidents, reverts, labels, output }: AnalyseOrganisationOptions,
  embedder: TextEmbedder | null,
  { note }: EvalCommandEnvironment,
) {
  if (incidents.length + reverts.length === 0) throw new AppError('invalid_input', 'Give --incidents or --reverts.');
  mkdirSync(output, { recursive: true });

  const read = await Promise.all(incidents.map(readIncidents));
  const skipped = read.flatMap((one) => one.skipped);
  for (const reason of skipped) note(reason);
  const commits = (await Promise.all(reverts.map(readReverts))).flat();
  note(`${read.reduce((sum, { failures }) => sum + failures.length, 0)} incidents, ${commits.length} commits`);
  const verdicts = judgeReverts(commits);
  const failures = [...read.flatMap((one) => one.failures), ...findRevertFailures(commits)];
  const vectors = embedder === null ? undefined : await embedFailures(failures, embedder);
  note('Running the pipeline …');
  const changes = commits.map(({ change }) => change);
  const found = analyse(failures, changes, vectors);
  const { groups, causes } = found;
  const events = verdicts.map(({ revert_sha, repo, sha }) => ({
    revert_sha,
    event: found.episodeOf.get(`${repo}@${sha}`) ?? sha,
  }));
  for (const [name, lines] of Object.entries({ reverts: verdicts, events, causes, groups }))
    await writeJsonLines(join(output, `${name}.jsonl`), lines);
  writeFileSync(join(output, 'patterns.md'), describePatterns(found.ranked, failures, maxWritten));
  writeReports(join(output, 'reports'), found, failures, changes);
  const alerts = failures.map((failure) => (failure.kind === 'incident' ? { ...failure, text: '' } : failure));
  const predictions = {
    ...{ verdicts, events, causes, groups, commits, failures },
    groupsByWords: vectors === undefined ? null : analyse(failures, changes).groups,
    alerts: analyse(alerts, changes),
  };
  const summary = {
    task: 'org',
    incidents: groups.length,
    skipped: skipped.length,
    reverts: verdicts.length,
    patterns: found.patterns,
    patternsOfBoth: found.patternsOfBoth,
    ...(labels === undefined ? {} : { scores: await scoreAgainstLabels(labels, predictions, embedder) }),
  };
  return roundAllNumbers(summary, 3);
}

/** Writes the reports of the most harmful patterns as Markdown, `01.md` being the most harmful. */
function writeReports(
  folder: string,
  { output, ranked }: Analysed,
  failures: readonly Failure[],
  changes: readonly Change[],
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const reports = buildPatternReports({ ...output, patterns: ranked.slice(0, maxWritten) }, failures, changes);
  for (const [at, report] of reports.entries())
    writeFileSync(
      join(folder, `${String(at + 1).padStart(2, '0')}.md`),
      renderDocumentMarkdown(getReportDocument(report)),
    );
}

interface Analysed {
  readonly output: PipelineOutput;
  readonly patterns: number;
  readonly patternsOfBoth: number;
  readonly ranked: PipelineOutput['patterns'];
  readonly episodeOf: ReadonlyMap<string, string>;
  readonly causes: readonly {
    readonly id: string;
    readonly cause: Cause;
    readonly trigger: Trigger;
    readonly confidence: number;
  }[];
  readonly groups: readonly { readonly id: string; readonly pattern: string | null }[];
}

/** Computes the sentence vectors of all failures. */
async function embedFailures(
  failures: readonly Failure[],
  embedder: TextEmbedder,
): Promise<ReadonlyMap<string, PassageVectorList>> {
  const found = new Map<string, PassageVectorList>();
  for (const failure of failures) found.set(failure.id, await embedPassages(failure, embedder.embed));
  return found;
}

function analyse(
  failures: readonly Failure[],
  changes: readonly Change[],
  vectors?: ReadonlyMap<string, PassageVectorList>,
): Analysed {
  const output = runPipeline({
    failures,
    changes,
    corrections: [],
    previous: [],
    until: latestOf(failures),
    vectors,
  });
  const { patterns, observed, episodes } = output;
  const patternOf = new Map(
    patterns.flatMap(({ pattern, members }) => members.map(({ failureId }) => [failureId, pattern.id] as const)),
  );
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const byPattern = new Map(patterns.map(({ pattern }) => [pattern.id, pattern]));
  /** Returns the confidence with which the failure states the cause, or else the confidence of its pattern. */
  const confidenceOf = (id: string, patternId: string | null, cause: Cause): number => {
    const own = assessCause(byId.get(id) ?? { title: '', text: '' }).causes;
    const ofPattern = byPattern.get(patternId ?? '')?.causes ?? [];
    return [...own, ...ofPattern].find((one) => one.cause === cause)?.confidence ?? 0;
  };
  const isIncident = new Set(failures.filter(({ kind }) => kind === 'incident').map(({ id }) => id));
  return {
    output,
    patterns: patterns.length,
    ranked: [...patterns].sort((a, b) => b.pattern.harm - a.pattern.harm),
    patternsOfBoth: patterns.filter(
      ({ members }) => new Set(members.map(({ failureId }) => isIncident.has(failureId))).size > 1,
    ).length,
    episodeOf: new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id]))),
    causes: observed.episodes.flatMap(({ failureIds, patternId, cause, trigger }) =>
      failureIds
        .filter((id) => isIncident.has(id))
        .map((id) => ({ id, cause, trigger, confidence: confidenceOf(id, patternId, cause) })),
    ),
    groups: [...isIncident].map((id) => ({ id, pattern: patternOf.get(id) ?? null })),
  };
}

/**
 * Returns the verdict of each revert, and of each merge commit that contains a revert. For a merge commit, `sha` is the contained revert.
 */
function judgeReverts(commits: readonly ListedCommit[]) {
  const repoOf = new Map(commits.map(({ record }) => [record.sha, record.repo]));
  return detectReverts(commits.map(({ record }) => record)).flatMap(
    ({ sha, mergeShas, isFailure, verdict, confidence, evidence }) =>
      [sha, ...mergeShas].map((revert_sha) => ({
        revert_sha,
        sha,
        repo: repoOf.get(revert_sha) ?? '',
        isFailure,
        verdict,
        confidence,
        evidence,
      })),
  );
}

function latestOf(failures: readonly Failure[]): string {
  return failures.reduce(
    (latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest),
    '2000-01-01T00:00:00.000Z',
  );
}
