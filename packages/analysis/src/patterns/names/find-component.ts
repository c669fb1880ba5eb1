import { compareStrings } from '../../collections/compare-strings.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { isNotGivenName } from './blameless-words.ts';
import { countNames } from './count-names.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';
import type { ReadMember } from './find-shared-mechanism.ts';

/** A component must occur in at least this share of the members. */
const minShare = 0.5;
/** Minimum log ratio of the component's frequency among members to that in other failures */
const minContrast = 0.4;
/** Suppliers that an organisation's reports mention whatever failed. */
const suppliers = new Set('aws amazon azure microsoft google gcp kubernetes k8s terraform cloud'.split(' '));
/** A component in a title says more about the failure than one in the text. */
const titleFactor = 1.5;
const textFactor = 0.5;
/** Only sentences that may state the root cause are read: those of at least this weight. */
const minSentenceWeight = 0.1;

/** Matches product names (`Elastic Cloud`, `CoreDNS`) and identifiers (`ingress-nginx`, `kube_state`, `auth.service`). */
const nameLike =
  /(?<![\p{L}\p{N}/@.#_-])(?:\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*){0,2}|\p{Ll}[\p{Ll}\p{N}]+(?:[-_.][\p{Ll}\p{N}]+){1,4})(?![\p{L}\p{N}/@])/gu;
/** Matches the beginning of a sentence or a line, where any word is capitalised. */
const begins = /(?:^|[.!?:;•|–—-]\s{1,8}|\n\s{0,8}[-*#>]{0,8}\s{0,8})$/u;
/** Number of characters before a name that show whether it begins a sentence */
const contextLength = 30;
/** Words that are capitalised or hyphenated without naming a component */
const noComponents = new Set(
  `incident incidents outage outages summary timeline impact resolution identified context background overview detection action actions
  lessons learned severity status duration issue issues problem error errors alert alerts alarm monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec utc gmt bst cet est pst am pm api apis http https url urls ui id ids pr prs ci cd sla slo ok todo faq tl dr rca
  english slack zoom team engineer engineers sre oncall on-call post-mortem postmortem retro production prod staging dev live test
  service services system systems customer customers user users revert reverts merge fix fixes hotfix update updated upgrade release
  follow-up re-run roll-back short-term long-term up-to-date well-known read-only real-time time-out fail-over e-mail root cause
  github gitlab pagerduty jira description checklist cpu ram memory disk dns tls ssl ip ips tcp udp json yaml sql html css ttl oom zone region
  deployment deployments deploy pipeline job step build workflow run check main master canary
  multiple product products global various europe asia america us eu uk region regions all
  cluster node nodes pod pods server servers database app apps log logs page pages website web site internet network config`.split(
    /\s+/u,
  ),
);

export interface ComponentInput {
  readonly members: readonly FailureDocument[];
  /** The members whose texts are read for names */
  readonly read: readonly ReadMember[];
  readonly normalised: readonly NormalisedDocument[];
  readonly statistics: CorpusStatistics;
}

/** Finds the component that most members name and other failures do not; null if they share none. */
export function findComponent({ members, read, normalised, statistics }: ComponentInput): string | null {
  const minCount = Math.max(Math.min(2, members.length), Math.ceil(minShare * members.length));
  const [service] = countNames(
    members.map(({ services }) => services ?? []),
    minCount,
  );
  if (service !== undefined && !service.name.split(' ').every(isGeneric)) return service.name;
  const found = new Map<string, { spellings: string[]; members: Set<string>; titles: number }>();
  const accounts = read.map(({ member, reading }) => ({
    ...member,
    text: reading.sentences
      .slice(1)
      .flatMap(({ text, weight }) => (weight >= minSentenceWeight ? [text] : []))
      .join('\n'),
  }));
  for (const { id, title, text } of accounts) {
    const inTitle = new Set(listNames(title, true).map(keyOf));
    for (const name of [...listNames(title, true), ...listNames(text, false)]) {
      const key = keyOf(name);
      const known = found.get(key) ?? { spellings: [], members: new Set<string>(), titles: 0 };
      found.set(key, known);
      if (!known.members.has(id) && inTitle.has(key)) known.titles += 1;
      known.members.add(id);
      known.spellings.push(name);
    }
  }
  const errors = new Set(normalised.flatMap(({ signature }) => signature.map(keyOf)));
  const rated = [...found].flatMap(([key, { spellings, members: holding, titles }]) => {
    // A name that no title has is often a place or a tool that some texts mention.
    if (holding.size < (titles === 0 ? members.length : minCount)) return [];
    if (errors.has(key) || isOrdinaryWord(key, accounts)) return [];
    // The rarest word of a name of several words distinguishes it.
    const everywhere = Math.min(...key.split(' ').map((word) => statistics.countDocuments(word)));
    const contrast = computeLogFrequencyRatio(holding.size, members.length, everywhere, statistics.documents);
    if (contrast < minContrast) return [];
    const share = holding.size / members.length;
    const factor = titles >= minCount ? titleFactor : titles > 0 ? 1 : textFactor;
    return [{ name: chooseSpelling(spellings), key, score: share * contrast * factor }];
  });
  return rated.sort((a, b) => b.score - a.score || compareStrings(a.key, b.key))[0]?.name ?? null;
}

/** @param isTitle whether the text is a title, in which the first word may be a name */
function listNames(text: string, isTitle: boolean): string[] {
  return [...text.matchAll(nameLike)].flatMap(({ 0: match, index }) => {
    const isFirst = begins.test(text.slice(Math.max(0, index - contextLength), index));
    const words = match.split(' ');
    // The first word of a sentence is capitalised anyway, unless it has an inner capital or digit.
    const [first = ''] = words;
    const kept = isFirst && !isTitle && !/[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}/u.test(first) ? words.slice(1) : words;
    const name = kept.filter((word) => !isGeneric(word)).join(' ');
    return name.length >= 3 && kept.every((word) => isNotGivenName(word.toLowerCase())) ? [name] : [];
  });
}

/** Returns whether members write a single word mostly in lower case, as they do not write a name. */
function isOrdinaryWord(key: string, members: readonly FailureDocument[]): boolean {
  if (key.includes(' ')) return false;
  let lower = 0;
  let upper = 0;
  for (const { title, text } of members) {
    for (const [word] of `${title}\n${text}`.matchAll(/(?<![\p{L}\p{N}._-])\p{L}[\p{L}\p{N}]*(?![\p{L}\p{N}_-])/gu)) {
      if (keyOf(word) !== key) continue;
      if (/^\p{Ll}+$/u.test(word)) lower += 1;
      else upper += 1;
    }
  }
  return lower > upper;
}

function isGeneric(word: string): boolean {
  const lower = word.toLowerCase();
  return isStopWord(lower) || noComponents.has(lower) || suppliers.has(lower) || /^\d/u.test(word);
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[ _.-]+/u)
    .map(stem)
    .join(' ');
}

function chooseSpelling(spellings: readonly string[]): string {
  return countNames(spellings.map((spelling) => [spelling]))[0]?.name ?? '';
}
