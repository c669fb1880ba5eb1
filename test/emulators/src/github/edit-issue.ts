import type { WorldIssueTransition, WorldLabelChange } from '../world.ts';
import type { IssueAction } from './issue-events.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written-github-data.ts';

/** Changes to an issue. Absent fields stay unchanged. */
export interface IssueEdit {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly locked?: boolean | undefined;
  readonly stateReason?: StoredIssue['stateReason'] | undefined;
}

export function applyIssueEdit(issue: StoredIssue, edit: IssueEdit, now: string): StoredIssue {
  const state = edit.state ?? issue.state;
  const labels = [...(edit.labels ?? issue.labels)];
  const { stateReason: formerReason, ...kept } = issue;
  const stateReason = state === 'open' ? undefined : (edit.stateReason ?? formerReason);
  return {
    ...kept,
    ...(stateReason === undefined ? {} : { stateReason }),
    ...(edit.assignees === undefined ? {} : { assignees: [...edit.assignees] }),
    ...(edit.locked === undefined ? {} : { locked: edit.locked }),
    title: edit.title ?? issue.title,
    body: edit.body ?? issue.body,
    labels,
    ...relabel(issue, labels, now),
    state,
    updatedAt: now,
    closedAt: state === 'open' ? null : (issue.closedAt ?? now),
    ...(state === issue.state
      ? {}
      : {
          transitions: [...listIssueTransitions(issue), { event: state === 'closed' ? 'closed' : 'reopened', at: now }],
        }),
  };
}

function relabel(issue: StoredIssue, labels: readonly string[], at: string): Pick<StoredIssue, 'relabelled'> {
  const changes: WorldLabelChange[] = [
    ...without(labels, issue.labels).map((label) => ({ event: 'labeled' as const, label, at })),
    ...without(issue.labels, labels).map((label) => ({ event: 'unlabeled' as const, label, at })),
  ];
  return changes.length === 0 ? {} : { relabelled: [...(issue.relabelled ?? []), ...changes] };
}

function without(labels: readonly string[], others: readonly string[]): string[] {
  return labels.filter((label) => !others.includes(label));
}

/** Returns the times at which an issue was closed and reopened, oldest first. */
export function listIssueTransitions({
  transitions,
  closedAt,
}: Pick<StoredIssue, 'transitions' | 'closedAt'>): readonly WorldIssueTransition[] {
  return transitions ?? (closedAt === null ? [] : [{ event: 'closed', at: closedAt }]);
}

/** Lists the webhook actions that GitHub sends for an edit. */
export function listIssueWebhookActions(former: StoredIssue, edited: StoredIssue): IssueAction[] {
  const actions: IssueAction[] = [];
  if (former.title !== edited.title || former.body !== edited.body) actions.push('edited');
  actions.push(...without(edited.labels, former.labels).map(() => 'labeled' as const));
  actions.push(...without(former.labels, edited.labels).map(() => 'unlabeled' as const));
  actions.push(...without(edited.assignees ?? [], former.assignees ?? []).map(() => 'assigned' as const));
  actions.push(...without(former.assignees ?? [], edited.assignees ?? []).map(() => 'unassigned' as const));
  if (former.state !== edited.state) actions.push(edited.state === 'closed' ? 'closed' : 'reopened');
  return actions;
}

/** Creates the labels that the repository lacks, as GitHub does when such a label is added to an issue. */
export function ensureLabels(repository: RepositoryState, names: readonly string[]): void {
  for (const name of names) {
    if (!repository.labels.has(name.toLowerCase())) repository.putLabel({ name, color: 'ededed', description: null });
  }
}

/** Stores an issue, or the issue fields of a pull request. */
export function storeIssue(repository: RepositoryState, issue: StoredIssue): void {
  ensureLabels(repository, issue.labels);
  const pull = repository.pulls.get(issue.number);
  if (pull === undefined) {
    repository.putIssue(issue);
    return;
  }
  const { title, body, state, labels, updatedAt, closedAt, transitions, relabelled } = issue;
  const log = { ...(transitions && { transitions }), ...(relabelled && { relabelled }) };
  repository.putPull({ ...pull, title, body, state, labels, updatedAt, closedAt, ...log });
}
