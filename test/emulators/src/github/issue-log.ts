import { createSortedView } from '../http/sorted-view.ts';
import { transitionsOf } from './edit-issue.ts';
import type { StoredIssue } from './written.ts';

/** Something that happened to an issue itself. */
export interface IssueLogEntry {
  readonly issue: number;
  /** Which of the issue's entries it is, from 0. */
  readonly place: number;
  readonly event: 'labeled' | 'unlabeled' | 'closed' | 'reopened';
  readonly at: string;
  /** The name of the label that was given or taken. */
  readonly label?: string;
}

/** What happened to a repository's issues and pull requests, built when it is first asked for: most tests never do. */
export interface IssueLog {
  /** Oldest first. */
  readonly entries: readonly IssueLogEntry[];
  update(issue: StoredIssue): void;
}

/** @param issues all of them as they stand */
export function createIssueLog(issues: () => Iterable<StoredIssue>): IssueLog {
  let built: ReturnType<typeof build> | null = null;

  function build() {
    const byIssue = new Map(Array.from(issues(), (issue) => [issue.number, listIssueLog(issue)]));
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
      const entries = listIssueLog(issue);
      for (const [place, entry] of entries.entries()) built.byTime.put(entry, former[place]);
      built.byIssue.set(issue.number, entries);
    },
  };
}

/** Oldest first: its labels, as it was opened with them, then how they changed and how it was closed and opened again. */
export function listIssueLog(issue: StoredIssue): IssueLogEntry[] {
  const relabelled = issue.relabelled ?? [];
  const first = new Set(issue.labels);
  for (const { event, label } of relabelled.toReversed()) {
    if (event === 'labeled') first.delete(label);
    else first.add(label);
  }
  const opened = [...first].map((label) => ({ event: 'labeled' as const, at: issue.createdAt, label }));
  const later = [...relabelled, ...transitionsOf(issue)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [...opened, ...later].map((entry, place) => ({ issue: issue.number, place, ...entry }));
}
