import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';

/**
 * Words of reports and status pages, levels and codes of logs, people, places and times, which are no part of a name even
 * if they are capitalised
 */
const labels = listWords(`
  action actions background checklist context customer customers degradation description detection diagnosis disruption duration
  engineer engineers error errors fix fixes hotfix follow-up id ids identified impact incident incidents issue issues learned lessons
  location locations merge none ok on-call oncall outage outages availability performance post-mortem postmortem problem problems provider
  providers rca re-run release resolution retro revert reverts roll-back root cause severity sre status summary team timeline todo update
  updated upgrade upstream url urls user users workaround workarounds english slack zoom faq tl dr
  panic fatal warn warning critical firing nxdomain servfail
  dev live prod production staging test long-term short-term read-only real-time time-out fail-over up-to-date well-known
  all global multi-region multi-regional multiregion multiple various region regions zone zones zonal america asia europe eu uk us east
  west north south central
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august
  september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm bst cet est gmt pacific pdt pst utc`);

/** Words that name a component only together with other words */
const genericNouns = listWords(`
  alert alerts alarm api apis app apps canary check cd ci cluster config cpu css database deploy deployment deployments disk dns e-mail
  github gitlab html http https internet ip ips jira job json log logs main master memory network node nodes oom page pagerduty pages
  pipeline pod pods pr product products prs ram request requests response responses run server servers service services site sla slo sql
  ssl step system systems tcp tls ttl udp ui web website workflow build yaml`);

/** Suppliers that an organisation's reports mention whatever failed */
const suppliers = listWords('aws amazon azure microsoft google gcp kubernetes k8s terraform cloud');

/** Verbs, quantities, causes and words of incident handling in lower case, which are no part of what fails; compared by their stems */
const noSubjects = listStems(`
  add affect allow begin began cause change continue create creates delete deliver deploy disable enable end expect experience fix handle
  identify include increase investigate lead led make made merge mitigate occur prevent provide receive recover remove report require
  resolve restore result return revert run ran see serve set show start stop update upgrade view work
  access custom elevate high higher low lower full partial average approximate number percent percentage peak period rate total time hour
  minute day week month today yesterday morning first second third next previous later once one two three four five
  ability able unable additional aware available bad certain correct current different due existing external further good healthy internal
  large larger likely multi new normal old possible potential proper related responsible several small specific subset underlying unknown
  being having aggregate asynchronous behavior behaviour component dependency environment event infrastructure operation people third-party
  vendor supplier bug regression rollback insufficient misconfiguration misconfigure overload saturate alert alarm healthcheck
  healthchecks health-check health-checks`);

/** Matches regions and zones of cloud suppliers, such as `eu-west-1` and `us-central1-a`. */
const region = /^\p{Ll}{2,12}-\p{Ll}+-?\d{1,2}(?:-?\p{Ll})?$/u;
const adverb = /^\p{Ll}+ly$/u;
const version = /^v\d+$/u;

/** Returns whether a word is no part of a name, such as “incident”. */
export function isLabel(word: string): boolean {
  return labels.has(word.toLowerCase());
}

/** Returns whether a word may be a part of what fails. */
export function isSubjectWord(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    !isLabel(lower) &&
    !noSubjects.has(stem(lower)) &&
    !region.test(lower) &&
    !adverb.test(lower) &&
    !version.test(lower)
  );
}

/** Returns whether a word of a name says nothing about the component, such as “service” or the name of a supplier. */
export function isGenericWord(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    isStopWord(lower) ||
    [labels, genericNouns, suppliers].some((words) => words.has(lower)) ||
    /^\d/u.test(word) ||
    region.test(lower)
  );
}

/** Returns whether a word may end the name of a component, such as “requests” in “Pull Requests”. */
export function isGenericNoun(word: string): boolean {
  return genericNouns.has(word.toLowerCase());
}

function listWords(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

function listStems(words: string): ReadonlySet<string> {
  return new Set([...listWords(words)].map(stem));
}
