import { dayInMs, type Failure, hasTimeOfDay, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { listAlphanumericRuns } from '../../text/tokens.ts';
import { type DuplicateMatch, groupFailuresByUrl, msBetweenFailures, normaliseUrl } from './duplicate-match.ts';
import { isMentionOfOtherIncident, isRecurrenceStated } from './other-incident.ts';

/** Maximum time from the end of an incident to a duplicate issue. Later issues mostly just mention the incident. */
const issueSlack = dayInMs;
/** Maximum time from the end of an incident to its post-mortem, or to an issue that links to no other incident. */
const afterwardsSlack = 21 * dayInMs;
/** Maximum duration of an incident that an issue reports. Issues are often closed late, so a later end is ignored. */
const maxIssueMs = dayInMs;
/** Maximum time between the starts of an incident and an issue that have nothing but the title in common. */
const titleSlack = 2 * hourInMs;
/** A title with fewer characters than this, or fewer words than `minWords`, does not identify an incident. */
const minTitleLength = 16;
const minWords = 3;
const postmortemTitle = /\b(?:post-?\s?mortem|retrospective|rca|root cause analysis)\b/iu;
/** Matches the URL of a PagerDuty incident. */
const incidentUrl = /\/incidents\/[^/]+$/u;

/** If a PagerDuty incident names more issues than this, none becomes its duplicate: a mere list must not hide issues. */
const maxNamedByIncident = 3;

type Source = 'pagerduty' | 'issue' | 'postmortem';
const ranks: Readonly<Record<Source, number>> = { pagerduty: 0, issue: 1, postmortem: 2 };

function sourceOf({ externalId }: Failure): Source {
  if (/#issue\/\d+$/u.test(externalId)) return 'issue';
  return externalId.includes('#postmortem/') ? 'postmortem' : 'pagerduty';
}

/** A failure that is connected to an issue or post-mortem because one of the two names the other. */
interface Named {
  readonly to: Failure;
  readonly byAddress: boolean;
}

/**
 * Matches each issue and post-mortem to at most one incident. The two match if one names the other and their times fit.
 * An issue also matches the only incident that has an equal title and began at about the same time.
 */
export function matchIncidents(failures: readonly Failure[]): DuplicateMatch[] {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const byUrl = groupFailuresByUrl(incidents);
  const byName = new Map(incidents.flatMap((incident) => namesOf(incident).map((name) => [name, incident])));
  const byTitle = groupBy(
    incidents.filter((incident) => sourceOf(incident) === 'pagerduty'),
    ({ title }) => titleKeys(title),
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
    if (sourceOf(failure) === 'pagerduty' && names.size + failure.references.length > maxNamedByIncident) continue;
    for (const reference of failure.references)
      for (const other of byUrl.get(normaliseUrl(reference)) ?? [])
        if (!isMentionOfOtherIncident(failure.text, reference)) note(failure, other, true);
    for (const name of names) {
      const other = byName.get(name);
      if (other !== undefined && !isMentionOfOtherIncident(failure.text, name)) note(failure, other, false);
    }
  }
  return incidents.flatMap((from) => {
    const source = sourceOf(from);
    if (source === 'pagerduty') return [];
    const others = named.get(from.id) ?? [];
    const timely = others.filter(({ to }) => isTimely(from, to) || isOfOnly(from, to, others)).map(({ to }) => to);
    const similar = source === 'issue' ? titleKeys(from.title).flatMap((key) => byTitle.get(key) ?? []) : [];
    const begunTogether = similar.filter(
      (to) => hasTimeOfDay(from.precision) && hasTimeOfDay(to.precision) && startGap(from, to) <= titleSlack,
    );
    const to = nearest(from, timely) ?? (begunTogether.length === 1 ? begunTogether[0] : null);
    return to == null ? [] : [{ from, to }];
  });
}

function rankOf(failure: Failure): number {
  return ranks[sourceOf(failure)];
}

function isTimely(from: Failure, to: Failure): boolean {
  const began = Date.parse(from.occurredAt) - Date.parse(to.occurredAt);
  if (sourceOf(from) === 'postmortem') return began >= -dayInMs && msBetweenFailures(to, from) <= afterwardsSlack;
  const slack = postmortemTitle.test(from.title) ? afterwardsSlack : issueSlack;
  // A text from before the incident cannot be about it. One hour is allowed for inaccurate clocks and early reports.
  return msBetweenFailures(capped(from), sourceOf(to) === 'issue' ? capped(to) : to) <= (began < 0 ? hourInMs : slack);
}

/**
 * Returns whether the later text `from` is about the incident `to`. The text must not link to another incident or
 * mention a recurrence. A post-mortem whose date is that of its commit may be much later than the incident.
 */
function isOfOnly(from: Failure, to: Failure, others: readonly Named[]): boolean {
  const isReport = sourceOf(from) === 'postmortem';
  if (from.occurredAt < to.occurredAt || (isReport && !isDatedByCommit(from))) return false;
  if (!isReport && msBetweenFailures(to, from) > afterwardsSlack) return false;
  const linked = others
    .filter((other) => other.byAddress && sourceOf(other.to) === 'pagerduty')
    .map((other) => other.to.url);
  const referred = from.references.filter((url) => incidentUrl.test(url) && !isMentionOfOtherIncident(from.text, url));
  const only = new Set([...linked, ...referred].map((url) => normaliseUrl(url ?? '')));
  if (only.size !== 1 || !only.has(normaliseUrl(to.url ?? ''))) return false;
  return !isRecurrenceStated(from.title, from.text, to.url ?? '');
}

/** Returns whether a post-mortem's time is probably that of its commit. A time that a person wrote has no seconds. */
function isDatedByCommit({ occurredAt }: Failure): boolean {
  return Date.parse(occurredAt) % minuteInMs !== 0;
}

function capped(failure: Failure): Failure {
  const latest = Date.parse(failure.occurredAt) + maxIssueMs;
  return failure.resolvedAt === null || Date.parse(failure.resolvedAt) <= latest
    ? failure
    : { ...failure, resolvedAt: new Date(latest).toISOString() };
}

/** Returns the failure nearest in time to `from`. Prefers a PagerDuty incident to an issue that is equally near. */
function nearest(from: Failure, others: readonly Failure[]): Failure | null {
  const sorted = [...others].sort(
    (a, b) =>
      msBetweenFailures(from, a) - msBetweenFailures(from, b) ||
      rankOf(a) - rankOf(b) ||
      startGap(from, a) - startGap(from, b) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted[0] ?? null;
}

function startGap(a: Failure, b: Failure): number {
  return Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
}

/** Lists the names by which texts refer to a failure: `acme/api#7` for an issue, or the id of a PagerDuty incident. */
function namesOf(failure: Failure): string[] {
  const issue = /^(.+)#issue\/(\d+)$/u.exec(failure.externalId);
  if (issue !== null) return [`${issue[1]}#${issue[2]}`.toLowerCase()];
  return incidentId.test(failure.externalId) ? [failure.externalId.toLowerCase()] : [];
}

const incidentId = /^[PQ](?=[A-Z]*\d)[A-Z\d]{6,19}$/u;
const mentions = /(?<![\w/.-])(?:[\w.-]{1,100}\/[\w.-]{1,100}#\d{1,9}|[PQ][A-Z\d]{6,19})(?![\w-])/gu;

function listNames({ title, text }: Failure): ReadonlySet<string> {
  return new Set(
    `${title}\n${text}`
      .slice(0, 30_000)
      .match(mentions)
      ?.map((name) => name.toLowerCase()) ?? [],
  );
}

/** Returns the normalised title as the only key of an incident; no key if the title is too short to identify one. */
function titleKeys(title: string): readonly string[] {
  const words = listAlphanumericRuns(title.slice(0, 300).replace(/\[[^\]]*\]/gu, ' '));
  const key = words.filter((word) => word !== 'incident').join(' ');
  return words.length < minWords || key.length < minTitleLength ? [] : [key];
}
