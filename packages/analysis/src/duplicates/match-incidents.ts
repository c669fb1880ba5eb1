import { dayInMs, type Failure, hourInMs } from '@refrain/domain';
import { groupBy } from '../group-by.ts';
import type { Match } from './duplicate.ts';
import { groupByAddress, pageAddress } from './page-address.ts';
import { gapBetween } from './time-gap.ts';

/** Longest time from an incident's end to the issue about it; what is opened later only looks back at it. */
const issueSlack = dayInMs;
/** The same for a post-mortem, which is written afterwards. */
const postmortemSlack = 21 * dayInMs;
/** An issue is often closed long after the incident was over. */
const longestIssue = dayInMs;
/** Where nothing but the title says that two are one, they begin together. */
const titleSlack = 2 * hourInMs;
/** Characters, and words, that a title must have to stand for one event. */
const shortestTitle = 16;
const fewestWords = 3;
/** Characters before an address in which its part in the sentence is looked for. */
const contextLength = 80;
/** What is said of an incident that is another one. */
const otherOne =
  /\b(?:similar|(?<!(?:look|seem|feel)s? )like|resembl\w*|same (?:as|cause|symptoms?|pattern)|recurr\w*|repeat\w*|previous\w*|earlier|unlike|compare|cf|see also|last (?:time|week|month|year))\b[^.\n]{0,60}$/iu;

type Source = 'page' | 'issue' | 'postmortem';
const ranks: Readonly<Record<Source, number>> = { page: 0, issue: 1, postmortem: 2 };

function sourceOf({ externalId }: Failure): Source {
  if (/#issue\/\d+$/u.test(externalId)) return 'issue';
  return externalId.includes('#postmortem/') ? 'postmortem' : 'page';
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
  const named = new Map<string, Failure[]>();
  const note = (failure: Failure, other: Failure): void => {
    const [from, to] = rankOf(failure) > rankOf(other) ? [failure, other] : [other, failure];
    if (rankOf(from) <= rankOf(to)) return;
    const others = named.get(from.id);
    if (others === undefined) named.set(from.id, [to]);
    else others.push(to);
  };
  for (const failure of incidents) {
    for (const reference of failure.references)
      for (const other of byUrl.get(pageAddress(reference)) ?? [])
        if (!isOtherOne(failure.text, reference)) note(failure, other);
    for (const name of listNames(failure)) {
      const other = byName.get(name);
      if (other !== undefined && !isOtherOne(failure.text, name)) note(failure, other);
    }
  }
  return incidents.flatMap((from) => {
    const source = sourceOf(from);
    if (source === 'page') return [];
    const timely = (named.get(from.id) ?? []).filter((to) => isTimely(from, to));
    const alike = source === 'issue' ? (byTitle.get(titleKey(from.title)?.[0] ?? '') ?? []) : [];
    const begunTogether = alike.filter((to) => apart(from, to) <= titleSlack);
    const to = nearest(from, timely) ?? (begunTogether.length === 1 ? begunTogether[0] : null);
    return to == null ? [] : [{ from, to }];
  });
}

function rankOf(failure: Failure): number {
  return ranks[sourceOf(failure)];
}

function isTimely(from: Failure, to: Failure): boolean {
  const began = Date.parse(from.occurredAt) - Date.parse(to.occurredAt);
  // What is written before the incident began cannot be about it; clocks and first looks allow an hour.
  if (sourceOf(from) === 'postmortem') return began >= -dayInMs && gapBetween(to, from) <= postmortemSlack;
  return gapBetween(capped(from), sourceOf(to) === 'issue' ? capped(to) : to) <= (began < 0 ? hourInMs : issueSlack);
}

function capped(failure: Failure): Failure {
  const latest = Date.parse(failure.occurredAt) + longestIssue;
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

/** Whether every place that names it speaks of it as of another incident. */
function isOtherOne(text: string, name: string): boolean {
  const lower = text.slice(0, 30_000).toLowerCase();
  const wanted = name.toLowerCase();
  let isNamed = false;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length)) {
    if (!otherOne.test(lower.slice(Math.max(0, at - contextLength), at))) return false;
    isNamed = true;
  }
  return isNamed;
}

/** What is the same in titles of one event; null for a title that says too little to stand for one. */
function titleKey(title: string): readonly [string] | null {
  const words =
    title
      .slice(0, 300)
      .toLowerCase()
      .replace(/\[[^\]]*\]/gu, ' ')
      .match(/[\p{L}\d]+/gu) ?? [];
  const key = words.filter((word) => word !== 'incident').join(' ');
  return words.length < fewestWords || key.length < shortestTitle ? null : [key];
}
