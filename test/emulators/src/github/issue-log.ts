import { createSortedView } from '../http/sorted-view.ts';
import { listIssueTransitions } from './edit-issue.ts';
import type { StoredIssue } from './written-github-data.ts';

export interface IssueLogEntry {
  readonly issue: number;
  /** Index among the issue's entries, from 0. */
  readonly index: number;
  readonly event: 'labeled' | 'unlabeled' | 'closed' | 'reopened';
  readonly at: string;
  readonly label?: string;
}

/** Events of a repository's issues and pull requests. They are collected on first use, because most tests need none. */
export interface IssueLog {
  /** Entries of all issues, oldest first. */
  readonly entries: readonly IssueLogEntry[];
  update(issue: StoredIssue): void;
}

/** @param issues returns all issues and pull requests in their current state */
export function createIssueLog(issues: () => Iterable<StoredIssue>): IssueLog {
  let built: ReturnType<typeof build> | null = null;

  function build() {
    const byIssue = new Map(Array.from(issues(), (issue) => [issue.number, listIssueLogEntries(issue)]));
    return { byIssue, byTime: createSortedView([...byIssue.values()].flat(), ({ at }) => Date.parse(at)) };
  }
  return {
    get entries() {
      built ??= build();
      return built.byTime.items;
    },
    update(issue) {
      if (built === null) return;
      const former = built.byIssue.get(issue.number) ?? [];
      const entries = listIssueLogEntries(issue);
      for (const [place, entry] of entries.entries()) built.byTime.put(entry, former[place]);
      built.byIssue.set(issue.number, entries);
    },
  };
}

/** Lists an issue's events, oldest first: the labels with which it was opened, then label changes, closings and reopenings. */
export function listIssueLogEntries(issue: StoredIssue): IssueLogEntry[] {
  const relabelled = issue.relabelled ?? [];
  const first = new Set(issue.labels);
  for (const { event, label } of relabelled.toReversed()) {
    if (event === 'labeled') first.delete(label);
    else first.add(label);
  }
  const opened = [...first].map((label) => ({ event: 'labeled' as const, at: issue.createdAt, label }));
  const later = [...relabelled, ...listIssueTransitions(issue)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [...opened, ...later].map((entry, index) => ({ issue: issue.number, index, ...entry }));
}
