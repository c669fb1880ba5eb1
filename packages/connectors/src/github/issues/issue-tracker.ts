import { AppError, type ImprovementIssue, type WriteReason, type WrittenIssue } from '@refrain/domain';
import type { IssueTracker } from '../../contract/issue-tracker.ts';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import {
  createGitHubClient,
  type GitHubClient,
  type GitHubOptions,
  type GitHubWriteContext,
} from '../client/client.ts';
import { createIssueBody, updateIssueBody } from '../records/issue-body.ts';
import { Issue, Repository } from '../records/schema.ts';
import { readRepositorySettings } from '../repositories/repository-settings.ts';
import { createMissingIssueError, findIssue, findIssueByMarker, type IssueWithRepository } from './find-issue.ts';
import { ensureComment, ensureLabel, setIssueState, undoIssueWrite } from './issue-writes.ts';
import { trackIssue } from './track-issue.ts';

export function createGitHubIssueTracker(
  connection: { readonly baseUrl: string | null },
  credential: string,
  log: WriteLog,
  options: GitHubOptions,
): IssueTracker {
  const openBackground = createGitHubClient(connection.baseUrl, credential, options);
  const open = (signal: AbortSignal) => openBackground(signal).urgent;
  const write = (reason: WriteReason, signal: AbortSignal): GitHubWriteContext => ({
    client: open(signal),
    log,
    reason,
  });
  return {
    ensureIssue: (wanted, reason, signal, beforeCreating) => ensureIssue(write(reason, signal), wanted, beforeCreating),
    trackIssue: (location, lastCommentId, signal) => trackIssue(open(signal), location, lastCommentId),
    ensureComment: (location, wanted, reason, signal) => ensureComment(write(reason, signal), location, wanted),
    setIssueState: (location, to, reason, signal) => setIssueState(write(reason, signal), location, to),
    readSettings: (repository, signal) => readRepositorySettings(open(signal), repository),
    undo: (location, request, reason, signal) => undoIssueWrite(write(reason, signal), location, request),
  };
}

/** Never repeats a write that got no response: it may have succeeded, in which case the next call finds the issue. */
async function ensureIssue(
  write: GitHubWriteContext,
  wanted: ImprovementIssue,
  beforeCreating?: () => Promise<void>,
): Promise<WrittenIssue | null> {
  const { client, log, reason } = write;
  checkInput(wanted);
  if (wanted.number !== null) {
    const location = { repository: wanted.repository, number: wanted.number };
    const known = await findIssue(client, location);
    if (known === null) throw createMissingIssueError(location);
    return updateIssue(write, known, wanted);
  }
  const repository = await findRepository(client, wanted.repository);
  const marked = await findIssueByMarker(client, { ...wanted, repository });
  if (marked) return updateIssue(write, { repository, issue: marked }, wanted);
  for (const label of [wanted.label, ...wanted.responseLabels]) await ensureLabel(write, repository, label);
  await beforeCreating?.();
  const parameters = {
    title: wanted.title,
    body: createIssueBody(wanted.marker, wanted.body),
    labels: [wanted.label.name],
  };
  const path = `/repos/${repository}/issues`;
  const created = await performWrite(
    log,
    { action: 'open_issue', target: repository, content: parameters, ...reason },
    () => client.request({ method: 'POST', url: path, parameters, what: `a new issue in ${repository}` }, Issue),
    ({ data: { number, html_url: url } }) => ({
      url,
      undo: {
        method: 'PATCH',
        path: `${path}/${number}`,
        expects: null,
        content: { state: 'closed', state_reason: 'not_planned' },
      },
    }),
  );
  if (created === null) return null;
  return { repository, number: created.data.number, url: created.data.html_url, outcome: 'created' };
}

function checkInput({ repository, marker }: ImprovementIssue): void {
  if (!/^[\w.-]{1,100}$/u.test(marker)) {
    throw new AppError(
      'invalid_input',
      'The marker of an improvement issue is invalid: use letters, digits, . _ and -',
    );
  }
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/u.test(repository)) {
    throw new AppError('invalid_input', 'The repository of an issue is invalid: use owner/name');
  }
}

async function updateIssue(
  { client, log, reason }: GitHubWriteContext,
  { repository, issue }: { readonly repository: string; readonly issue: Issue | IssueWithRepository['issue'] },
  wanted: ImprovementIssue,
): Promise<WrittenIssue> {
  const { number, html_url: url } = issue;
  const present = issue.body ?? '';
  const body = updateIssueBody(present, wanted.marker, wanted.body);
  const title = wanted.earlierTitles.includes(issue.title ?? '') ? wanted.title : issue.title;
  const isRenamed = title !== issue.title;
  if (body === present && !isRenamed) return { repository, number, url, outcome: 'unchanged' };
  if (issue.locked === true) {
    throw new AppError('conflict', `Issue ${repository}#${number} is locked: unlock it so that Refrain can update it`);
  }
  const what = `issue ${repository}#${number}`;
  const path = `/repos/${repository}/issues/${number}`;
  const content = isRenamed ? { title, body } : { body };
  const before = isRenamed ? { title: issue.title, body: present } : { body: present };
  const written = await performWrite(
    log,
    { action: 'edit_issue', target: `${repository}#${number}`, content, ...reason },
    () => client.request({ method: 'PATCH', url: path, parameters: content, what }, Issue),
    () => ({ url, undo: { method: 'PATCH', path, content: before, expects: { body } } }),
  );
  return { repository, number, url, outcome: written === null ? 'unchanged' : 'updated' };
}

/** Returns the repository's current name, because GitHub redirects reads from an old name, but not writes. */
async function findRepository(client: GitHubClient, name: string): Promise<string> {
  const { data } = await client.request({ url: `/repos/${name}`, what: `the repository ${name}` }, Repository);
  if (data.archived) {
    throw new AppError('invalid_input', `${data.full_name} is archived: approve the fix with another repository`);
  }
  if (!data.has_issues) {
    throw new AppError(
      'invalid_input',
      `Issues are turned off in ${data.full_name}: turn them on, or approve the fix with another repository`,
    );
  }
  return data.full_name;
}
