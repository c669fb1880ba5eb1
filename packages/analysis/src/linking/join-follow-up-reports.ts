import { dayInMs, type Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { isMentionOfOtherIncident } from '../detection/duplicates/other-incident.ts';
import { type FailureJoin, joinFailuresByOneSignal } from './same-episode.ts';

/** Maximum time between an incident and a report that follows up on it. */
const span = 365 * dayInMs;
const score = 0.9;
/** Length of the opening in which a report says that it is a follow-up. */
const openingLength = 1_500;
/** Number of characters from the statement in which the other report must be named. */
const contextLength = 400;
const report = '(?:report|post-?mortem|analysis|investigation|retrospective|rca|write-?up)';
const followUp = new RegExp(
  [
    '\\b(?:addendum|supplement|postscript|continuation|update|sequel|follow-?up) (?:to|of|on) (?:[\\w-]{1,20} ){0,5}',
    '\\b(?:final|full|detailed|updated|revised|second) (?:version|part) of (?:[\\w-]{1,20} ){0,5}',
    '\\b(?:extends|supersedes|replaces|supplements|completes|continues) (?:[\\w-]{1,20} ){0,5}',
  ]
    .map((phrase) => `${phrase}${report}\\b`)
    .join('|'),
  'iu',
);
/** Matches the name of a file at the end of a URL, or of a linked document. A URL may be wrapped after a hyphen. */
const fileName = /[\w.%-]{1,160}(?=\.(?:md|html?|pdf|mdx|rst|adoc)\b)|(?<=\/)[\w.%-]{1,160}(?=[\s)>\]"'?#]|$)/giu;
/** A shorter name, such as `README`, does not identify a report. */
const minNameLength = 12;

/** Joins a report with the incident that it follows up on, as an addendum or the final version of a report does. */
export function joinFollowUpReports(incidents: readonly Failure[]): FailureJoin[] {
  const byName = groupBy(incidents, namesOf);
  return incidents.flatMap((incident) => {
    const opening = incident.text.slice(0, openingLength).replace(/-\s*\n\s*/gu, '-');
    const at = opening.search(followUp);
    if (at === -1) return [];
    const named = (opening.slice(at, at + contextLength).match(fileName) ?? []).filter(
      (name) => !isMentionOfOtherIncident(opening, name),
    );
    const others = named.flatMap((name) => byName.get(name.toLowerCase()) ?? []);
    const other = others.find((one) => one.id !== incident.id && isWithinSpan(one, incident));
    if (other === undefined) return [];
    return [joinFailuresByOneSignal(other, incident, score, 'reference', 'one report follows up on the other')];
  });
}

/** Lists the names of an incident's document: the end of its URL or id without the extension, also from its date on. */
function namesOf({ url, externalId }: Failure): string[] {
  const names = [url ?? '', externalId].map((address) =>
    address
      .replace(/[?#].*$/su, '')
      .replace(/^.*\//su, '')
      .replace(/\.(?:md|html?|pdf|mdx|rst|adoc)(?:\.\w{1,5})?$/iu, '')
      .toLowerCase(),
  );
  const dated = names.flatMap((name) => /\d{4}-\d{2}-\d{2}[^/]*$/u.exec(name)?.[0] ?? []);
  return [...new Set([...names, ...dated])].filter((name) => name.length >= minNameLength);
}

function isWithinSpan(a: Failure, b: Failure): boolean {
  return Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt)) <= span;
}
