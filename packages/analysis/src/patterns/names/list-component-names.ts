import type { FailureDocument } from '../../text/failure-document.ts';
import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { isNotGivenName } from './blameless-words.ts';

/** Suppliers that an organisation's reports mention whatever failed. */
const suppliers = new Set('aws amazon azure microsoft google gcp kubernetes k8s terraform cloud'.split(' '));

/** Matches product names (`Elastic Cloud`, `CoreDNS`) and identifiers (`ingress-nginx`, `kube_state`, `auth.service`). */
const nameLike =
  /(?<![\p{L}\p{N}/@.#_-])(?:\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*){0,2}|\p{Ll}[\p{Ll}\p{N}]+(?:[-_.][\p{Ll}\p{N}]+){1,4})(?![\p{L}\p{N}/@])/gu;
/** Matches regions and zones of cloud suppliers, such as `eu-west-1` and `us-central1`. */
const region = /^\p{Ll}{2,12}-\p{Ll}+-?\d{1,2}\p{Ll}?$/u;
/** Matches the beginning of a sentence or a line, where any word is capitalised. */
const begins = /(?:^|[.!?:;•|–—-]\s{1,8}|\n\s{0,8}[-*#>]{0,8}\s{0,8})$/u;
/** Number of characters before a name that show whether it begins a sentence */
const contextLength = 30;
/** Words that are capitalised or hyphenated without naming a component */
const noComponents = new Set(
  `incident incidents disruption degradation performance availability outage outages summary timeline impact resolution identified context background overview detection action actions
  lessons learned severity status duration issue issues problem error errors alert alerts alarm monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec utc gmt bst cet est pst am pm api apis http https url urls ui id ids pr prs ci cd sla slo ok todo faq tl dr rca
  english slack zoom team engineer engineers sre oncall on-call post-mortem postmortem retro production prod staging dev live test
  service services system systems customer customers user users revert reverts merge fix fixes hotfix update updated upgrade release
  follow-up re-run roll-back short-term long-term up-to-date well-known read-only real-time time-out fail-over e-mail root cause
  github gitlab pagerduty jira description checklist cpu ram memory disk dns tls ssl ip ips tcp udp json yaml sql html css ttl oom zone region
  deployment deployments deploy pipeline job step build workflow run check main master canary
  multiple product products global various europe asia america us eu uk region regions all east west north south central
  request requests response responses
  cluster node nodes pod pods server servers database app apps log logs page pages website web site internet network config`.split(
    /\s+/u,
  ),
);

/**
 * Lists the names of products and identifiers in a text that may be components. Names of people are none.
 * @param isTitle whether the text is a title, in which the first word may be a name
 */
export function listComponentNames(text: string, isTitle: boolean): string[] {
  return [...text.matchAll(nameLike)].flatMap(({ 0: match, index }) => {
    const isFirst = begins.test(text.slice(Math.max(0, index - contextLength), index));
    const words = match.split(' ');
    // The first word of a sentence is capitalised anyway, unless it has an inner capital or digit.
    const [first = ''] = words;
    const kept = isFirst && !isTitle && !/[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}/u.test(first) ? words.slice(1) : words;
    const name = kept.filter((word) => !isGenericWord(word)).join(' ');
    return name.length >= 3 && kept.every((word) => isNotGivenName(word.toLowerCase())) ? [name] : [];
  });
}

/** Returns whether failures write a single word mostly in lower case, as they do not write a name. */
export function isOrdinaryWord(key: string, failures: readonly Pick<FailureDocument, 'title' | 'text'>[]): boolean {
  if (key.includes(' ')) return false;
  let lower = 0;
  let upper = 0;
  for (const { title, text } of failures) {
    for (const [word] of `${title}\n${text}`.matchAll(/(?<![\p{L}\p{N}._-])\p{L}[\p{L}\p{N}]*(?![\p{L}\p{N}_-])/gu)) {
      if (toComponentKey(word) !== key) continue;
      if (/^\p{Ll}+$/u.test(word)) lower += 1;
      else upper += 1;
    }
  }
  return lower > upper;
}

/** Returns whether a word of a name says nothing about the component, such as “service” or the name of a supplier. */
export function isGenericWord(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    isStopWord(lower) || noComponents.has(lower) || suppliers.has(lower) || /^\d/u.test(word) || region.test(lower)
  );
}

/** Returns the same key for all spellings of a name. */
export function toComponentKey(name: string): string {
  return name
    .toLowerCase()
    .split(/[ _.-]+/u)
    .map(stem)
    .join(' ');
}
