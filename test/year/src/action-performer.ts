import { dayInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { type FoundIssue, listRefrainIssues } from './found-issue.ts';
import { issueRoles, type Role, type ScheduledAction } from './issue-roles.ts';
import { findTruePattern } from './list-issues-with-true-pattern.ts';
import { type IssueActionDeps, performPersonAction } from './perform-person-action.ts';
import type { TruePatternIndex } from './true-pattern-index.ts';

export interface PersonActionDeps extends IssueActionDeps {
  readonly store: Store;
  readonly truePatterns: TruePatternIndex;
  readonly startMs: number;
  readonly setRate: (role: Role, perMonth: number) => void;
}

export function createActionPerformer(deps: PersonActionDeps): () => Promise<void> {
  const { github, time, store, truePatterns, startMs } = deps;
  const done = new Map<string, number>();
  const roleOf = new Map<string, Role | null>();

  async function findRole(issue: FoundIssue): Promise<Role | null> {
    const key = `${issue.repository}#${issue.number}`;
    const known = roleOf.get(key);
    if (known !== undefined) return known;
    const pattern = await findTruePattern(store, truePatterns, issue.patternId);
    const role = issueRoles.find(({ theme }) => theme === pattern) ?? null;
    roleOf.set(key, role);
    return role;
  }
  const merged = new Set<string>();
  /** Requests once to merge an issue into another one, like a person who sees that clustering split one failure into two patterns. */
  async function askToMerge(issue: FoundIssue, first: FoundIssue): Promise<void> {
    const name = `${issue.repository}#${issue.number}`;
    if (issue.state !== 'open' || merged.has(name)) return;
    merged.add(name);
    await performPersonAction(deps, issue, { kind: 'merge', into: '' }, first, () => {});
  }
  const isDue = ({ week = 0, daysOpen = 0 }: ScheduledAction, issue: FoundIssue): boolean =>
    time.clock.now() >= startMs + week * 7 * dayInMs &&
    time.clock.now() >= Date.parse(issue.openSince) + daysOpen * dayInMs;

  return async () => {
    const issues = new Map<string, FoundIssue>();
    for (const issue of [...listRefrainIssues(github)].sort(oldestFirst)) {
      const role = await findRole(issue);
      const first = role === null ? undefined : issues.get(role.name);
      if (role !== null && first === undefined) issues.set(role.name, issue);
      if (first !== undefined) await askToMerge(issue, first);
    }
    for (const role of issueRoles) {
      const issue = issues.get(role.name);
      const next = role.actions[done.get(role.name) ?? 0];
      if (issue?.state !== 'open' || next === undefined || !isDue(next, issue)) continue;
      const other = next.action.kind === 'merge' ? (issues.get(next.action.into) ?? null) : null;
      if (next.action.kind === 'merge' && other === null) continue;
      await performPersonAction(deps, issue, next.action, other, (perMonth) => deps.setRate(role, perMonth));
      done.set(role.name, (done.get(role.name) ?? 0) + 1);
    }
  };
}

function oldestFirst(a: FoundIssue, b: FoundIssue): number {
  return a.openedAt < b.openedAt ? -1 : 1;
}
