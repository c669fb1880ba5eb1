import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectReverts, type PipelineOutput, runPipeline, toDigits } from '@refrain/analysis';
import { AppError, type Cause, type Change, type Failure, type Trigger, toAppError } from '@refrain/domain';
import { describePatterns } from './describe-patterns.ts';
import { findRevertFailures } from './find-revert-failures.ts';
import { readIncidents } from './read-incidents.ts';
import { type ListedCommit, readReverts } from './read-reverts.ts';
import { scoreLabels } from './score-labels.ts';

const usage = `Usage: npm run --silent eval -- org [--incidents FILE]... [--reverts FILE]... [--labels DIR] --output DIR

Runs the product's own pipeline over one organisation's incidents and reverts, as an import would, and writes its predictions:
reverts.jsonl, events.jsonl, causes.jsonl, groups.jsonl, and patterns.md, the 30 most harmful patterns with their members for a person to
read. Prints one line of JSON; with labels, also how good the predictions are, beside peers.
Takes up to a minute for some thousand records, and with labels twice as long. Progress goes to standard error.

  --incidents FILE  JSON Lines, as 'refrain import' takes them; again for more files of the same organisation
  --reverts FILE    JSON Lines {repo, revert_sha, revert_date, revert_subject, revert_body, reverted_sha, ...}; again for more
  --labels DIR      a folder with labels-reverts.jsonl, labels-same-event.jsonl, labels-incidents.jsonl and queries-seen.jsonl. Where it also has
                    incidents-SOURCE.jsonl of other organisations, resolutions are found by what is learnt from these alone
  --output DIR      is made where it is missing
  --help            this text
`;

try {
  await run();
} catch (thrown) {
  process.stderr.write(`${toAppError(thrown).message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      incidents: { type: 'string', multiple: true, default: [] },
      reverts: { type: 'string', multiple: true, default: [] },
      labels: { type: 'string' },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const { incidents, reverts, labels, output } = values;
  if (output === undefined || incidents.length + reverts.length === 0)
    throw new AppError('invalid_input', `Give --output, and --incidents or --reverts.\n\n${usage}`);
  mkdirSync(output, { recursive: true });
  const say = (line: string) => process.stderr.write(`${line}\n`);

  const read = await Promise.all(incidents.map(readIncidents));
  const skipped = read.flatMap((one) => one.skipped);
  for (const reason of skipped) say(reason);
  const commits = reverts.flatMap(readReverts);
  say(`${read.reduce((sum, { failures }) => sum + failures.length, 0)} incidents, ${commits.length} commits`);
  const verdicts = judgeReverts(commits);
  const failures = [...read.flatMap((one) => one.failures), ...findRevertFailures(commits)];
  say('Running the pipeline …');
  const changes = commits.map(({ change }) => change);
  const found = analyse(failures, changes);
  const { groups, causes } = found;
  const events = verdicts.map(({ revert_sha, repo, sha }) => ({
    revert_sha,
    event: found.episodeOf.get(`${repo}@${sha}`) ?? sha,
  }));
  const write = (name: string, lines: readonly object[]) =>
    writeFileSync(join(output, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  write('reverts.jsonl', verdicts);
  write('events.jsonl', events);
  write('causes.jsonl', causes);
  write('groups.jsonl', groups);
  writeFileSync(join(output, 'patterns.md'), describePatterns(found.ranked, failures));
  const summary = {
    task: 'org',
    ...{ incidents: groups.length, skipped: skipped.length },
    reverts: verdicts.length,
    ...{ patterns: found.patterns, patternsOfBoth: found.patternsOfBoth },
    ...(labels === undefined
      ? {}
      : {
          scores: scoreLabels(labels, {
            ...{ verdicts, events, causes, groups, commits, failures },
            alerts: analyse(
              failures.map((failure) => (failure.kind === 'incident' ? { ...failure, text: '' } : failure)),
              changes,
            ),
          }),
        }),
  };
  process.stdout.write(
    `${JSON.stringify(summary, (_key, value) => (typeof value === 'number' ? toDigits(value) : value))}\n`,
  );
}

interface Analysed {
  readonly patterns: number;
  readonly patternsOfBoth: number;
  /** The most harmful one first. */
  readonly ranked: PipelineOutput['patterns'];
  readonly episodeOf: ReadonlyMap<string, string>;
  /** One entry for each incident. */
  readonly causes: readonly { readonly id: string; readonly cause: Cause; readonly trigger: Trigger }[];
  readonly groups: readonly { readonly id: string; readonly pattern: string | null }[];
}

/** Runs the pipeline, as a regrouping does. */
function analyse(failures: readonly Failure[], changes: readonly Change[]): Analysed {
  const { patterns, observed, episodes } = runPipeline({
    ...{ failures, changes, corrections: [], previous: [] },
    until: latestOf(failures),
  });
  const patternOf = new Map(
    patterns.flatMap(({ pattern, members }) => members.map(({ failureId }) => [failureId, pattern.id] as const)),
  );
  const isIncident = new Set(failures.filter(({ kind }) => kind === 'incident').map(({ id }) => id));
  return {
    patterns: patterns.length,
    ranked: [...patterns].sort((a, b) => b.pattern.harm - a.pattern.harm),
    patternsOfBoth: patterns.filter(
      ({ members }) => new Set(members.map(({ failureId }) => isIncident.has(failureId))).size > 1,
    ).length,
    episodeOf: new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id]))),
    causes: observed.episodes.flatMap(({ failureIds, cause, trigger }) =>
      failureIds.filter((id) => isIncident.has(id)).map((id) => ({ id, cause, trigger })),
    ),
    groups: [...isIncident].map((id) => ({ id, pattern: patternOf.get(id) ?? null })),
  };
}

/** The verdict of each revert, and of each merge that stands for the same one; `sha` is the one that both have in common. */
function judgeReverts(commits: readonly ListedCommit[]) {
  const repoOf = new Map(commits.map(({ record }) => [record.sha, record.repo]));
  return detectReverts(commits.map(({ record }) => record)).flatMap(
    ({ sha, mergeShas, isFailure, verdict, confidence, evidence }) =>
      [sha, ...mergeShas].map((revert_sha) => ({
        ...{ revert_sha, sha, repo: repoOf.get(revert_sha) ?? '', isFailure, verdict, confidence, evidence },
      })),
  );
}

function latestOf(failures: readonly Failure[]): string {
  return failures.reduce(
    (latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest),
    '2000-01-01T00:00:00.000Z',
  );
}
