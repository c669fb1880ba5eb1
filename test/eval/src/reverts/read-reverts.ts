import type { CommitRecord } from '@refrain/analysis/evaluation';
import type { Change } from '@refrain/domain';
import { z } from 'zod';
import { readAllJsonLines } from '../records/read-json-lines.ts';

/** A line in a list of reverts; `data/README.md` of the shared data describes the fields. */
const RevertLine = z.object({
  repo: z.string().default(''),
  revert_sha: z.string().min(1),
  revert_date: z.string().nullish(),
  /** First day of the week of the revert; present if the exact date is unknown. */
  week: z.string().nullish(),
  revert_subject: z.string().nullish(),
  revert_body: z.string().nullish(),
  revert_prs: z.array(z.number()).nullish(),
  reason: z.string().nullish(),
  reverted_sha: z.string().nullish(),
  reverted_date: z.string().nullish(),
  reverted_subject: z.string().nullish(),
  reverted_body: z.string().nullish(),
  reverted_prs: z.array(z.number()).nullish(),
  files: z.array(z.string()).nullish(),
  reverted_files: z.array(z.string()).nullish(),
});
type RevertLine = z.infer<typeof RevertLine>;

/** A commit in two forms: as the input of the detector, and as a stored change. */
export interface ListedCommit {
  readonly record: CommitRecord;
  readonly change: Change;
}

/** Reads each listed revert, and the reverted commit if the list has it. @throws {AppError} `invalid_input` for a wrong format */
export async function readReverts(path: string): Promise<ListedCommit[]> {
  const lines = await readAllJsonLines(path, RevertLine);
  const commits = new Map<string, ListedCommit>();
  for (const line of lines) {
    if (line.reverted_sha == null || line.reverted_subject == null) continue;
    commits.set(
      line.reverted_sha,
      toCommit({
        repo: line.repo,
        sha: line.reverted_sha,
        // A reverted commit without a date gets a date just before its revert.
        date: line.reverted_date ?? new Date(Date.parse(dateOf(line)) - 1).toISOString(),
        subject: line.reverted_subject,
        body: line.reverted_body ?? '',
        pr: line.reverted_prs?.at(-1) ?? null,
        paths: line.reverted_files ?? [],
      }),
    );
  }
  for (const line of lines) {
    commits.set(
      line.revert_sha,
      toCommit({
        repo: line.repo,
        sha: line.revert_sha,
        date: dateOf(line),
        subject: line.revert_subject ?? '',
        body: line.revert_body ?? line.reason ?? '',
        pr: line.revert_prs?.at(-1) ?? null,
        paths: line.files ?? [],
      }),
    );
  }
  return [...commits.values()];
}

function dateOf(line: RevertLine): string {
  return line.revert_date ?? line.week ?? '2000-01-01T00:00:00Z';
}

function toCommit(
  commit: Pick<CommitRecord, 'repo' | 'sha' | 'date' | 'subject' | 'body' | 'pr'> & { paths: string[] },
) {
  const { repo, sha, date, subject, body, pr, paths } = commit;
  const occurredAt = new Date(date).toISOString();
  const change: Change = {
    id: `commit ${sha}`,
    connectionId: 'reverts',
    kind: 'commit',
    externalId: `${repo}@${sha}`,
    repository: repo,
    environment: null,
    title: subject,
    text: body,
    sha,
    parents: [],
    number: pr,
    branch: null,
    base: null,
    paths,
    occurredAt,
    succeeded: null,
    url: '',
    version: occurredAt,
  };
  return { record: { ...commit, parents: [], branch: null }, change };
}
