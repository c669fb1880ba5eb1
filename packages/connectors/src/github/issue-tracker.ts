import { AppError, type EnsuredIssue, type ImprovementIssue } from '@refrain/domain';
import { z } from 'zod';
import type { IssueTracker } from '../issue-tracker.ts';
import { createGitHubClient, type GitHubClient, type GitHubOptions } from './client.ts';
import { findMarkedIssue } from './find-marked-issue.ts';
import { newBody, updatedBody } from './issue-body.ts';
import { Issue, Repository } from './schema.ts';

/** GitHub's issues as the place where improvements go. Every step is one request after the other. */
export function createGitHubIssueTracker(
  connection: { readonly baseUrl: string | null },
  credential: string,
  options: GitHubOptions,
): IssueTracker {
  const client = createGitHubClient(connection.baseUrl, credential, options).urgent;
  return {
    ensureIssue: (wanted, signal, beforeCreating) => ensureIssue(client, wanted, signal, beforeCreating),
  };
}

/** An issue as it is now, and `owner/name` of where it is. */
interface LocatedIssue {
  readonly repository: string;
  readonly issue: Issue;
}

/** A write that got no answer may have been carried out: it is not repeated here, and the look-up finds it next time. */
async function ensureIssue(
  client: GitHubClient,
  wanted: ImprovementIssue,
  signal: AbortSignal,
  beforeCreating?: () => Promise<void>,
): Promise<EnsuredIssue> {
  const label = checkForm(wanted);
  if (wanted.number !== null) {
    const known = await findKnownIssue(client, wanted.repository, wanted.number, signal);
    return updateIssue(client, known, wanted, signal);
  }
  const repository = await findRepository(client, wanted.repository, signal);
  const marked = await findMarkedIssue(client, repository, label, wanted.marker, signal);
  if (marked) return updateIssue(client, { repository, issue: marked }, wanted, signal);
  for (const name of wanted.labels) await ensureLabel(client, repository, name, signal);
  await beforeCreating?.();
  const created = await client.ask(
    {
      method: 'POST',
      url: `/repos/${repository}/issues`,
      parameters: { title: wanted.title, body: newBody(wanted.marker, wanted.body), labels: wanted.labels },
      what: `a new issue in ${repository}`,
    },
    Issue,
    signal,
  );
  return { repository, number: created.data.number, url: created.data.html_url, outcome: 'created' };
}

/** @returns the label by which the issue is looked for */
function checkForm({ repository, marker, labels }: ImprovementIssue): string {
  const [label] = labels;
  if (label === undefined || !/^[\w.-]{1,100}$/u.test(marker)) {
    throw new AppError(
      'invalid_input',
      'An improvement issue needs a label and a marker of letters, digits, . _ and -',
    );
  }
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/u.test(repository)) {
    throw new AppError('invalid_input', 'The repository of an issue is given as owner/name');
  }
  return label;
}

const KnownIssue = Issue.extend({ repository_url: z.string().regex(/\/repos\/[^/]+\/[^/]+$/u) });

/**
 * The issue of this number, wherever people have moved it: GitHub redirects from a former name of the repository and from
 * a transferred issue's former place.
 */
async function findKnownIssue(
  client: GitHubClient,
  repository: string,
  number: number,
  signal: AbortSignal,
): Promise<LocatedIssue> {
  const what = `issue ${repository}#${number}`;
  const request = { url: `/repos/${repository}/issues/${number}`, what };
  const found = await client.askIfAny(request, [404, 410], KnownIssue, signal);
  if (found === null) {
    throw new AppError(
      'not_found',
      `Issue ${repository}#${number} is gone, or hidden from this credential: Refrain opens no second one for the same pattern`,
    );
  }
  const [owner, name] = found.data.repository_url.split('/').slice(-2);
  return { repository: `${owner}/${name}`, issue: found.data };
}

async function updateIssue(
  client: GitHubClient,
  { repository, issue }: LocatedIssue,
  wanted: ImprovementIssue,
  signal: AbortSignal,
): Promise<EnsuredIssue> {
  const { number, html_url: url } = issue;
  const present = issue.body ?? '';
  const body = updatedBody(present, wanted.marker, wanted.body);
  if (body === present) return { repository, number, url, outcome: 'unchanged' };
  if (issue.locked === true) {
    throw new AppError(
      'conflict',
      `Issue ${repository}#${number} is locked: Refrain leaves it as it is until it is unlocked`,
    );
  }
  const what = `issue ${repository}#${number}`;
  const path = `/repos/${repository}/issues/${number}`;
  await client.ask({ method: 'PATCH', url: path, parameters: { body }, what }, Issue, signal);
  return { repository, number, url, outcome: 'updated' };
}

/**
 * The repository's present name: a renamed one answers by a redirect, which a read follows and a write would not.
 * @throws {AppError} `not_found`, or `conflict` where it takes no issues
 */
async function findRepository(client: GitHubClient, name: string, signal: AbortSignal): Promise<string> {
  const { data } = await client.ask({ url: `/repos/${name}`, what: `the repository ${name}` }, Repository, signal);
  if (data.archived) throw new AppError('conflict', `${data.full_name} is archived: choose another repository`);
  if (!data.has_issues) {
    throw new AppError(
      'conflict',
      `Issues are turned off in ${data.full_name}: turn them on or choose another repository`,
    );
  }
  return data.full_name;
}

async function ensureLabel(client: GitHubClient, repository: string, name: string, signal: AbortSignal): Promise<void> {
  const what = `label ${name} of ${repository}`;
  const url = `/repos/${repository}/labels/${encodeURIComponent(name)}`;
  const present = await client.askIfAny({ url, what }, [404], z.unknown(), signal);
  if (present) return;
  const parameters = { name, color: '5319e7', description: 'Systemic fix for a failure that keeps coming back' };
  // 422: someone else has just made it.
  const create = { method: 'POST', url: `/repos/${repository}/labels`, parameters, what } as const;
  await client.askIfAny(create, [422], z.unknown(), signal);
}
