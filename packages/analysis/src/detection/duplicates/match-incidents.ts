import { dayInMs, type Failure, hasTimeOfDay, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { listRuns } from '../../text/tokens.ts';
import type { Match } from './duplicate.ts';
import { isOtherIncident, statesRecurrence } from './other-incident.ts';
import { groupByAddress, pageAddress } from './page-address.ts';
import { gapBetween } from './time-gap.ts';

/** Maximum time from an incident's end to the issue about it. Issues opened later mostly look back at it. */
const issueSlack = dayInMs;
/** The same maximum for post-mortems, and for issues whose text links only to the one incident. */
const afterwardsSlack = 21 * dayInMs;
/** An issue counts at most this long, since it is often closed long after the incident ended. */
const maxIssueMs = dayInMs;
/** Maximum time between the beginnings of two incidents that match by title only. */
const titleSlack = 2 * hourInMs;
/** Minimum number of characters, and of words, for a title to identify an event. */
const minTitleLength = 16;
const minWords = 3;
/** A title that shows that the issue looks back. */
const postmortemTitle = /\b(?:post-?\s?mortem|retrospective|rca|root cause analysis)\b/iu;
/** Matches the address of an incident page. */
const pageReference = /\/incidents\/[^/]+$/u;

/**
 * An incident page that names more than this many failures is ignored: its text comes from whoever sends alerts, and a
 * list of numbers could hide issues that are opened later.
 */
const maxNamedByPage = 3;

type Source = 'page' | 'issue' | 'postmortem';
const ranks: Readonly<Record<Source, number>> = { page: 0, issue: 1, postmortem: 2 };

function sourceOf({ externalId }: Failure): Source {
  if (/#issue\/\d+$/u.test(externalId)) return 'issue';
  return externalId.includes('#postmortem/') ? 'postmortem' : 'page';
}

/** A failure that names or is named by an issue or a post-mortem. */
interface Named {
  readonly to: Failure;
  readonly byAddress: boolean;
}

/**
 * Matches issues and post-mortems to incidents. They match if either names the other, by address, by `owner/name#12` or
 * by the provider's id, and if both are of the same time: an issue that compares itself to last month's incident is a
 * different one. An unreferenced issue matches the one incident with the same title that began at the same time. Each
 * matches at most one other failure, so two pages that one issue mentions stay separate.
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
        if (!isOtherIncident(failure.text, reference)) note(failure, other, true);
    for (const name of names) {
      const other = byName.get(name);
      if (other !== undefined && !isOtherIncident(failure.text, name)) note(failure, other, false);
    }
  }
  return incidents.flatMap((from) => {
    const source = sourceOf(from);
    if (source === 'page') return [];
    const others = named.get(from.id) ?? [];
    const timely = others.filter(({ to }) => isTimely(from, to) || isOfOnly(from, to, others)).map(({ to }) => to);
    const similar = source === 'issue' ? (byTitle.get(titleKey(from.title)?.[0] ?? '') ?? []) : [];
    const begunTogether = similar.filter((to) => isTimed(from) && isTimed(to) && startGap(from, to) <= titleSlack);
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
  // A text written before the incident began cannot be about it; one hour allows for clocks and early reports.
  return gapBetween(capped(from), sourceOf(to) === 'issue' ? capped(to) : to) <= (began < 0 ? hourInMs : slack);
}

/**
 * Returns whether a later text is about an incident because it links to that page only and does not say that the
 * failure recurred. An issue may then look back as far as a post-mortem. A post-mortem that is dated only by its commit
 * may be of any age, since that date is when it was added to the repository.
 */
function isOfOnly(from: Failure, to: Failure, others: readonly Named[]): boolean {
  const isReport = sourceOf(from) === 'postmortem';
  if (from.occurredAt < to.occurredAt || (isReport && !isDatedByCommit(from))) return false;
  if (!isReport && gapBetween(to, from) > afterwardsSlack) return false;
  const pages = others.filter((other) => other.byAddress && sourceOf(other.to) === 'page').map((other) => other.to.url);
  const referred = from.references.filter((url) => pageReference.test(url) && !isOtherIncident(from.text, url));
  const only = new Set([...pages, ...referred].map((url) => pageAddress(url ?? '')));
  if (only.size !== 1 || !only.has(pageAddress(to.url ?? ''))) return false;
  return !statesRecurrence(from.title, from.text, to.url ?? '');
}

/** People write a day, or a time in whole minutes; commit times have seconds. */
function isDatedByCommit({ occurredAt }: Failure): boolean {
  return Date.parse(occurredAt) % minuteInMs !== 0;
}

function capped(failure: Failure): Failure {
  const latest = Date.parse(failure.occurredAt) + maxIssueMs;
  return failure.resolvedAt === null || Date.parse(failure.resolvedAt) <= latest
    ? failure
    : { ...failure, resolvedAt: new Date(latest).toISOString() };
}

/** Returns the nearest failure in time; of several, a page before an issue. */
function nearest(from: Failure, others: readonly Failure[]): Failure | null {
  const sorted = [...others].sort(
    (a, b) =>
      gapBetween(from, a) - gapBetween(from, b) ||
      rankOf(a) - rankOf(b) ||
      startGap(from, a) - startGap(from, b) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted[0] ?? null;
}

function startGap(a: Failure, b: Failure): number {
  return Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
}

/**
 * Lists the names by which texts may refer to a failure: `acme/api#7` for an issue, the id of a page if it is
 * unmistakable.
 */
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

/**
 * Returns the part of a title that is common to all titles of one event; null if the title is too short to identify
 * one.
 */
function titleKey(title: string): readonly [string] | null {
  const words = listRuns(title.slice(0, 300).replace(/\[[^\]]*\]/gu, ' '));
  const key = words.filter((word) => word !== 'incident').join(' ');
  return words.length < minWords || key.length < minTitleLength ? null : [key];
}
