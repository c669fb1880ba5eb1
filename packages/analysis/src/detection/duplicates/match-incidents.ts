import { dayInMs, type Failure, hasTimeOfDay, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { listRuns } from '../../text/tokens.ts';
import type { Match } from './duplicate.ts';
import { isOtherOne, saysAgain } from './other-incident.ts';
import { groupByAddress, pageAddress } from './page-address.ts';
import { gapBetween } from './time-gap.ts';

/** Longest time from an incident's end to the issue about it; what is opened later mostly only looks back at it. */
const issueSlack = dayInMs;
/** The same for what is written afterwards: a post-mortem, or an issue that is of the one page that it names by address. */
const afterwardsSlack = 21 * dayInMs;
/** An issue is often closed long after the incident was over. */
const maxIssueMs = dayInMs;
/** Where nothing but the title says that two are one, they begin together. */
const titleSlack = 2 * hourInMs;
/** Characters, and words, that a title must have to stand for one event. */
const minTitleLength = 16;
const minWords = 3;
/** A title that says that the issue looks back. */
const postmortemTitle = /\b(?:post-?\s?mortem|retrospective|rca|root cause analysis)\b/iu;
/** A reference that leads to a page, whether it is known or not. */
const pageReference = /\/incidents\/[^/]+$/u;

/**
 * A page that names more is about none of them: its text comes from whoever sends alerts, and a list of numbers would hide the issues that
 * are opened next.
 */
const maxNamedByPage = 3;

type Source = 'page' | 'issue' | 'postmortem';
const ranks: Readonly<Record<Source, number>> = { page: 0, issue: 1, postmortem: 2 };

function sourceOf({ externalId }: Failure): Source {
  if (/#issue\/\d+$/u.test(externalId)) return 'issue';
  return externalId.includes('#postmortem/') ? 'postmortem' : 'page';
}

/** What an issue or a post-mortem names, or is named by. */
interface Named {
  readonly to: Failure;
  readonly byAddress: boolean;
}

/**
 * An issue or a post-mortem is the incident that one of the two names, by address, by `owner/name#12` or by the provider's
 * id, if both are of the same time: an issue that says that it is like an incident of last month is another one. Without
 * any name, an issue is the one incident of the same title that began with it. Each is matched with one other at most,
 * so that two pages that one issue tells of stay two.
 */
export function matchIncidents(failures: readonly Failure[]): Match[] {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const byUrl = groupByAddress(incidents);
  const byName = new Map(incidents.flatMap((incident) => namesOf(incident).map((name) => [name, incident])));
  const byTitle = groupBy(
    incidents.filter((incident) => sourceOf(incident) === 'page'),
    ({ title }) => titleKey(title) ?? [],
  );
  const named = new Map<string, Named[]>();
  const note = (failure: Failure, other: Failure, byAddress: boolean): void => {
    const [from, to] = rankOf(failure) > rankOf(other) ? [failure, other] : [other, failure];
    if (rankOf(from) <= rankOf(to)) return;
    const others = named.get(from.id);
    if (others === undefined) named.set(from.id, [{ to, byAddress }]);
    else others.push({ to, byAddress });
  };
  for (const failure of incidents) {
    const names = listNames(failure);
    if (sourceOf(failure) === 'page' && names.size + failure.references.length > maxNamedByPage) continue;
    for (const reference of failure.references)
      for (const other of byUrl.get(pageAddress(reference)) ?? [])
        if (!isOtherOne(failure.text, reference)) note(failure, other, true);
    for (const name of names) {
      const other = byName.get(name);
      if (other !== undefined && !isOtherOne(failure.text, name)) note(failure, other, false);
    }
  }
  return incidents.flatMap((from) => {
    const source = sourceOf(from);
    if (source === 'page') return [];
    const others = named.get(from.id) ?? [];
    const timely = others.filter(({ to }) => isTimely(from, to) || isOfOnly(from, to, others)).map(({ to }) => to);
    const similar = source === 'issue' ? (byTitle.get(titleKey(from.title)?.[0] ?? '') ?? []) : [];
    const begunTogether = similar.filter((to) => isTimed(from) && isTimed(to) && apart(from, to) <= titleSlack);
    const to = nearest(from, timely) ?? (begunTogether.length === 1 ? begunTogether[0] : null);
    return to == null ? [] : [{ from, to }];
  });
}

function isTimed({ precision }: Failure): boolean {
  return hasTimeOfDay(precision);
}

function rankOf(failure: Failure): number {
  return ranks[sourceOf(failure)];
}

function isTimely(from: Failure, to: Failure): boolean {
  const began = Date.parse(from.occurredAt) - Date.parse(to.occurredAt);
  if (sourceOf(from) === 'postmortem') return began >= -dayInMs && gapBetween(to, from) <= afterwardsSlack;
  const slack = postmortemTitle.test(from.title) ? afterwardsSlack : issueSlack;
  // What is written before the incident began cannot be about it; clocks and first looks allow an hour.
  return gapBetween(capped(from), sourceOf(to) === 'issue' ? capped(to) : to) <= (began < 0 ? hourInMs : slack);
}

/**
 * Whether what came later is about a page because it is the only one that either names by address, and nothing says that
 * it came back. An issue may look back as far as a post-mortem then, and a post-mortem of which only the commit tells a date
 * as far as it likes: that date is when it was put there.
 */
function isOfOnly(from: Failure, to: Failure, others: readonly Named[]): boolean {
  const isReport = sourceOf(from) === 'postmortem';
  if (from.occurredAt < to.occurredAt || (isReport && !isDatedByCommit(from))) return false;
  if (!isReport && gapBetween(to, from) > afterwardsSlack) return false;
  const pages = others.filter((other) => other.byAddress && sourceOf(other.to) === 'page').map((other) => other.to.url);
  const referred = from.references.filter((url) => pageReference.test(url) && !isOtherOne(from.text, url));
  const only = new Set([...pages, ...referred].map((url) => pageAddress(url ?? '')));
  if (only.size !== 1 || !only.has(pageAddress(to.url ?? ''))) return false;
  return !saysAgain(from.title, from.text, to.url ?? '');
}

/** A person writes a day, or a time in whole minutes; Git counts seconds. */
function isDatedByCommit({ occurredAt }: Failure): boolean {
  return Date.parse(occurredAt) % minuteInMs !== 0;
}

function capped(failure: Failure): Failure {
  const latest = Date.parse(failure.occurredAt) + maxIssueMs;
  return failure.resolvedAt === null || Date.parse(failure.resolvedAt) <= latest
    ? failure
    : { ...failure, resolvedAt: new Date(latest).toISOString() };
}

/** A page before an issue, then the nearest in time. */
function nearest(from: Failure, others: readonly Failure[]): Failure | null {
  const sorted = [...others].sort(
    (a, b) =>
      gapBetween(from, a) - gapBetween(from, b) ||
      rankOf(a) - rankOf(b) ||
      apart(from, a) - apart(from, b) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted[0] ?? null;
}

function apart(a: Failure, b: Failure): number {
  return Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
}

/** What others may call it in a text: `acme/api#7` for an issue, the id of a page where it is unmistakable. */
function namesOf(failure: Failure): string[] {
  const issue = /^(.+)#issue\/(\d+)$/u.exec(failure.externalId);
  if (issue !== null) return [`${issue[1]}#${issue[2]}`.toLowerCase()];
  return pageId.test(failure.externalId) ? [failure.externalId.toLowerCase()] : [];
}

const pageId = /^[PQ](?=[A-Z]*\d)[A-Z\d]{6,19}$/u;
const mentions = /(?<![\w/.-])(?:[\w.-]{1,100}\/[\w.-]{1,100}#\d{1,9}|[PQ][A-Z\d]{6,19})(?![\w-])/gu;

function listNames({ title, text }: Failure): ReadonlySet<string> {
  return new Set(
    `${title}\n${text}`
      .slice(0, 30_000)
      .match(mentions)
      ?.map((name) => name.toLowerCase()) ?? [],
  );
}

/** What is the same in titles of one event; null for a title that says too little to stand for one. */
function titleKey(title: string): readonly [string] | null {
  const words = listRuns(title.slice(0, 300).replace(/\[[^\]]*\]/gu, ' '));
  const key = words.filter((word) => word !== 'incident').join(' ');
  return words.length < minWords || key.length < minTitleLength ? null : [key];
}
