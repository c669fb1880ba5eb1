import { type ChangeDraft, type Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { ParsedPayload } from '../../contract/failure-source.ts';
import { listNamesInTrailers, mapNamesToRoles } from '../../people/people.ts';
import { createChangeDraft } from '../../records/create-drafts.ts';
import { removeHtmlComments, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { hideBranchOwner } from './hide-branch-owner.ts';
import type { CommitRecord, PushEvent } from './schema.ts';

export function readCommit({ repository, commit }: z.output<typeof CommitRecord>): ParsedPayload {
  const { author, committer, message } = commit.commit;
  const people = [author?.name, author?.email, loginOf(commit.author), committer?.name, loginOf(commit.committer)];
  return stored([
    changeOf(repository, {
      sha: commit.sha,
      parents: commit.parents.map((parent) => parent.sha),
      message,
      people,
      paths: (commit.files ?? []).map((file) => file.filename),
      // Uses the commit date, because a rebased or squashed commit keeps an older author date.
      at: parseInput(z.string(), committer?.date ?? author?.date, 'the date of the commit'),
      url: commit.html_url ?? null,
    }),
  ]);
}

export function readPushedCommits({ repository, commits }: z.output<typeof PushEvent>): ParsedPayload {
  const changes = commits.map((commit) =>
    changeOf(repository.full_name, {
      sha: commit.id,
      parents: [],
      message: commit.message,
      people: [commit.author?.name, commit.author?.username, commit.committer?.name, commit.committer?.username],
      paths: [...new Set([...(commit.added ?? []), ...(commit.modified ?? []), ...(commit.removed ?? [])])].sort(),
      at: commit.timestamp,
      url: commit.url ?? null,
    }),
  );
  return stored(changes);
}

interface ReadCommit {
  readonly sha: string;
  readonly parents: string[];
  readonly message: string;
  readonly people: readonly (string | null | undefined)[];
  readonly paths: string[];
  readonly at: Instant;
  readonly url: string | null;
}

function changeOf(repository: string, commit: ReadCommit): ChangeDraft {
  // The committer `GitHub` of merges in the web interface is not a person whose name must be replaced.
  const people = commit.people.filter((name) => name !== 'GitHub' && name !== 'web-flow');
  const roles = mapNamesToRoles([
    { role: 'author', names: people },
    { role: 'author', names: listNamesInTrailers(commit.message) },
  ]);
  const [subject, body] = splitMessage(commit.message);
  return createChangeDraft({
    kind: 'commit',
    externalId: `${repository}@${commit.sha}`,
    repository,
    title: toPlainTitle(hideBranchOwner(subject, repository), roles),
    text: toPlainText(removeHtmlComments(body), roles),
    sha: commit.sha,
    parents: commit.parents,
    number: pullNumberOf(subject),
    paths: commit.paths,
    occurredAt: commit.at,
    url: commit.url,
    version: commit.at,
  });
}

function stored(changes: ChangeDraft[]): ParsedPayload {
  return { outcome: changes.length > 0 ? 'stored' : 'irrelevant', failures: [], changes };
}

function splitMessage(message: string): [subject: string, body: string] {
  const end = message.indexOf('\n');
  return end === -1 ? [message, ''] : [message.slice(0, end), message.slice(end + 1)];
}

/** Returns the commit's own pull request: `… (#12)` after a squash, or `Merge pull request #12 from …`. */
function pullNumberOf(subject: string): number | null {
  const line = subject.slice(0, 1_000).trimEnd();
  const match = /\(#(\d{1,9})\)$/u.exec(line) ?? /^Merge pull request #(\d{1,9})\b/u.exec(line);
  return match?.[1] && Number(match[1]) > 0 ? Number(match[1]) : null;
}

function loginOf(account: unknown): string | null {
  return typeof account === 'object' && account !== null && 'login' in account ? String(account.login) : null;
}
