import type { WorldIssueTurn } from '../world.ts';
import type { IssueAction } from './issue-events.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written.ts';

/** Absent fields stay. */
export interface IssueEdit {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly labels?: readonly string[] | undefined;
}

export function applyEdit(issue: StoredIssue, edit: IssueEdit, now: string): StoredIssue {
  const state = edit.state ?? issue.state;
  return {
    ...issue,
    title: edit.title ?? issue.title,
    body: edit.body ?? issue.body,
    labels: [...(edit.labels ?? issue.labels)],
    state,
    updatedAt: now,
    closedAt: state === 'open' ? null : (issue.closedAt ?? now),
    ...(state === issue.state
      ? {}
      : { turns: [...turnsOf(issue), { event: state === 'closed' ? 'closed' : 'reopened', at: now }] }),
  };
}

/** How an issue was closed and opened again, oldest first. */
export function turnsOf({ turns, closedAt }: StoredIssue): readonly WorldIssueTurn[] {
  return turns ?? (closedAt === null ? [] : [{ event: 'closed', at: closedAt }]);
}

/** Every event that GitHub sends for one edit. */
export function actionsOf(former: StoredIssue, edited: StoredIssue): IssueAction[] {
  const has = (issue: StoredIssue, label: string): boolean => issue.labels.includes(label);
  const actions: IssueAction[] = [];
  if (former.title !== edited.title || former.body !== edited.body) actions.push('edited');
  for (const label of edited.labels) if (!has(former, label)) actions.push('labeled');
  for (const label of former.labels) if (!has(edited, label)) actions.push('unlabeled');
  if (former.state !== edited.state) actions.push(edited.state === 'closed' ? 'closed' : 'reopened');
  return actions;
}

/** A label that an issue names and the repository lacks is made, as GitHub does. */
export function ensureLabels(repository: RepositoryState, names: readonly string[]): void {
  for (const name of names) {
    if (!repository.labels.has(name.toLowerCase())) repository.putLabel({ name, color: 'ededed', description: null });
  }
}

/** Keeps an issue, or what an issue has of a pull request. */
export function storeIssue(repository: RepositoryState, issue: StoredIssue): void {
  ensureLabels(repository, issue.labels);
  const pull = repository.pulls.get(issue.number);
  if (pull === undefined) {
    repository.putIssue(issue);
    return;
  }
  const { title, body, state, labels, updatedAt, closedAt } = issue;
  repository.putPull({ ...pull, title, body, state, labels, updatedAt, closedAt });
}
