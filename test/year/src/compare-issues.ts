import { dayInMs, hourInMs } from '@refrain/domain';
import { type FoundIssue, listCommentKinds } from './found-issue.ts';
import type { ExpectedIssue, Role } from './issue-roles.ts';

const snooze = /^\/refrain snooze (\d{1,3})d\b/u;

export interface RoleIssueComparison {
  readonly role: string;
  /** Id of the true pattern, which is also the id of its theme. */
  readonly pattern: string;
  readonly wanted: string;
  readonly found: string;
  readonly differences: readonly string[];
}

/** An issue with the true pattern that it is about; null if most failures of the issue belong to no true pattern. */
export interface IssueWithTruePattern {
  readonly issue: FoundIssue;
  readonly pattern: string | null;
  /** Times at which Refrain edited or commented on the issue. */
  readonly writes: readonly string[];
}

const label = 'refrain';

export function compareIssues(
  roles: readonly Role[],
  issues: readonly IssueWithTruePattern[],
  owner: string,
): RoleIssueComparison[] {
  const strangers = issues.filter(({ pattern }) => !roles.some(({ theme }) => theme === pattern));
  return [
    ...roles.map((role) =>
      compareRole(
        role,
        issues.filter(({ pattern }) => pattern === role.theme),
      ),
    ),
    ...strangers.map(({ issue, pattern }) => ({
      role: 'no role',
      pattern: pattern ?? 'none that recurs',
      wanted: 'no issue',
      found: `${owner}/${nameOf(issue)} “${issue.title}”, ${describeFound(issue)}`,
      differences: ['there is an issue'],
    })),
  ];
}

function compareRole(
  { name: role, theme: pattern, service, truth }: Role,
  attributed: readonly IssueWithTruePattern[],
): RoleIssueComparison {
  const issues = attributed.map(({ issue }) => issue).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const found = issues.map((issue) => `${nameOf(issue)} ${describeFound(issue)}`).join('; ') || 'no issue';
  const shared = { role, pattern, wanted: truth === 'no issue' ? truth : describeWanted(truth), found };
  const [issue, ...others] = issues;
  const more = others.filter((other) => !isRequestedMerge(other));
  if (truth === 'no issue') return { ...shared, differences: issue === undefined ? [] : ['there is an issue'] };
  if (issue === undefined) return { ...shared, differences: ['there is no issue'] };
  const differences = [
    ...(more.length > 0 ? [`there are ${more.length + 1} issues that were not merged`] : []),
    ...(issue.repository === service ? [] : [`it is in ${issue.repository}`]),
    ...(issue.state === truth.state ? [] : [`it is ${issue.state}`]),
    ...(issue.reopened === truth.reopened ? [] : [`it was opened again ${issue.reopened} times`]),
    ...(listCommentKinds(issue).join() === truth.comments.join()
      ? []
      : [`Refrain said: ${describeComments(listCommentKinds(issue))}`]),
    ...(issue.labels.includes(label) ? [] : [`it has no label ${label}`]),
    ...compareWords(truth.addedText, issue.body),
    ...attributed.flatMap(({ issue: one, writes }) =>
      listWritesWhileSnoozed(one, writes).map((at) => `it was written to on ${at.slice(0, 10)}, though left for later`),
    ),
  ];
  return { ...shared, differences };
}

/** Returns whether people requested to merge this additional issue of a pattern. Such an issue must be closed as a duplicate. */
export function isRequestedMerge(issue: FoundIssue): boolean {
  return issue.state === 'duplicate' && listCommentKinds(issue).join() === 'reply,merged';
}

function compareWords(addedText: string | undefined, body: string): string[] {
  if (addedText === undefined) return [];
  return [
    ...(body.includes(addedText) ? [] : ['the words of people are gone']),
    ...(/- \[x\]/iu.test(body) ? [] : ['the tick of people is gone']),
  ];
}

function describeWanted({ state, reopened, comments, addedText }: ExpectedIssue): string {
  return [
    state,
    ...describeReopenings(reopened),
    describeComments(comments),
    ...(addedText === undefined ? [] : ['people’s words kept']),
  ].join(', ');
}

function describeFound(issue: FoundIssue): string {
  return [issue.state, ...describeReopenings(issue.reopened), describeComments(listCommentKinds(issue))].join(', ');
}

function describeReopenings(times: number): string[] {
  return times === 0 ? [] : [`opened again ${times}×`];
}

function describeComments(comments: readonly string[]): string {
  return comments.length === 0 ? 'nothing said' : `said ${comments.join(' + ')}`;
}

function nameOf({ repository, number }: FoundIssue): string {
  return `${repository}#${number}`;
}

/** Lists the times at which Refrain wrote to a snoozed issue. Excludes the hour after the request to snooze it. */
function listWritesWhileSnoozed({ comments }: Pick<FoundIssue, 'comments'>, writes: readonly string[]): string[] {
  const requests = comments.flatMap(({ body, at }) => {
    const days = snooze.exec(body)?.[1];
    return days === undefined ? [] : [{ from: Date.parse(at), until: Date.parse(at) + Number(days) * dayInMs }];
  });
  return writes.filter((write) => {
    const at = Date.parse(write);
    const isResponse = requests.some(({ from }) => at >= from && at <= from + hourInMs);
    return !isResponse && requests.some(({ from, until }) => at > from && at < until);
  });
}
