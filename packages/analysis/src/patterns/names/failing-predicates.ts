/** A way in which something fails, and the words with which people state it. */
interface FailingPredicate extends StatedWords {
  /** How much the predicate says; 1 for “failing” */
  readonly specificity: number;
  /** Ways to state the predicate that a name uses if most of those who state the predicate use them */
  readonly narrower?: readonly StatedWords[];
}

interface StatedWords {
  readonly written: string;
  readonly words: RegExp;
}

const slow: StatedWords = {
  written: 'slow',
  words: /\b(?:slow\p{L}*|latenc\p{L}+|time-?outs?|timed out|timing out|longer than)\b/iu,
};
const unavailable: StatedWords = {
  written: 'unavailable',
  words:
    /\b(?:unavailab\p{L}+|down|outages?|unreachable|inaccessible|offline|unresponsive|unable to (?:access|connect|reach|load|use)|(?:not|no longer) (?:be |been )?(?:available|reachable|accessible|working)|los(?:e|t|ing) access|stop(?:s|ped)? working|(?:cannot|can not|could not) (?:be )?(?:access(?:ed)?|reach(?:ed)?|connect))\b/iu,
};

/** Predicates of a name. People state each of them in several ways, which count as the same. */
export const failingPredicates: readonly FailingPredicate[] = [
  {
    written: 'missing',
    words:
      /\b(?:missing|absent|disappear\p{L}*|empty|not (?:being )?(?:visible|listed|shown|showing|appear\p{L}*|displayed|populated)|no (?:recent )?data)\b/iu,
    specificity: 1.4,
    narrower: [
      {
        written: 'lost',
        words:
          /\b(?:lost|loss of|data loss|not (?:being )?(?:shipped|received|recorded)|no longer receiv\p{L}+|dropp(?:ed|ing))\b/iu,
      },
    ],
  },
  {
    written: 'incorrect',
    words:
      /\b(?:wrong|incorrect\p{L}*|inaccura\p{L}+|inconsisten\p{L}+|incomplete|stale|outdated|mismatch\p{L}*|underreported)\b/iu,
    specificity: 1.4,
  },
  {
    ...slow,
    specificity: 1.3,
    narrower: [
      slow,
      {
        written: 'delayed',
        words:
          /\b(?:delay\p{L}*|lag|lags|lagg\p{L}+|backlog\p{L}*|late|queued|stuck|stall\p{L}*|(?:queue|wait)(?:ing)? times?)\b/iu,
      },
    ],
  },
  { ...unavailable, specificity: 1.2 },
  {
    written: 'failing',
    words:
      /\b(?:fail(?:s|ed|ing|ures?)?|errors?|errored|unable to|not able to|unsuccessful\p{L}*|could not|cannot|can ?not|can't|broken|break(?:s|ing)?|refused|stopped|terminat(?:ed|ions?))\b/iu,
    specificity: 1,
    narrower: [
      unavailable,
      { written: 'crashing', words: /\b(?:crash\p{L}*|segfault\p{L}*|panick\p{L}*)\b/iu },
      { written: 'returning HTTP errors', words: /\b(?:[45]\d\ds?|[45]xxs?|http errors?|bad gateway)\b/iu },
      { written: 'not starting', words: /\b(?:not|unable|fail(?:s|ed|ing|ures?)?) (?:to )?(?:start|launch|boot)\b/iu },
      { written: 'rejected', words: /\b(?:reject(?:s|ed|ing|ions?)|denied|unauthori[sz]ed|forbidden)\b/iu },
    ],
  },
  {
    written: 'degraded',
    words: /\b(?:degrad\p{L}+|disrupt\p{L}+|impaired|intermittent\p{L}*|unstable|unhealthy)\b/iu,
    specificity: 0.5,
  },
];

/** Matches a phrase that says both what fails and how, such as “packet loss”. */
export const failureNoun = /(?: |^)(?:loss|exhaustion|starvation|shortages?|pressure|leaks?|corruption)$/iu;
export const failureNounSpecificity = 1.2;

export interface StatedPredicate {
  /** Index in `failingPredicates` */
  readonly predicate: number;
  /** The narrower words that the text states */
  readonly narrower: readonly string[];
  /** Number of words before the first word of the predicate */
  readonly at: number;
}

/** Lists the predicates that a text states, and where. */
export function listPredicates(text: string): StatedPredicate[] {
  return failingPredicates.flatMap(({ words, narrower = [] }, predicate) => {
    const found = [words, ...narrower.map((one) => one.words)].map((one) => text.search(one)).filter((at) => at !== -1);
    if (found.length === 0) return [];
    const stated = narrower.filter((one) => one.words.test(text)).map(({ written }) => written);
    return [{ predicate, narrower: stated, at: text.slice(0, Math.min(...found)).split(/\s+/u).length - 1 }];
  });
}

/** Matches failures of titles that no predicate has, because they only fit some subjects. */
const otherFailure =
  /\b(?:exhaust\p{L}*|starvation|full|expir\p{L}*|(?:ran|runs?|running) out|leak\p{L}*|denied|locked|deadlocks?|corrupt\p{L}*|evict\p{L}*|killed|oom|overload\p{L}*|invalid|duplicat\p{L}*|twice|exceed\p{L}*|too (?:few|many|long|large|small))\b/iu;

/**
 * Returns whether a text states a failure.
 * @param isSpecific whether it must state more than that something is degraded
 */
export function statesFailure(text: string, isSpecific: boolean): boolean {
  if (otherFailure.test(text)) return true;
  return listPredicates(text).some(
    ({ predicate }) => !isSpecific || (failingPredicates[predicate]?.specificity ?? 0) >= 1,
  );
}

/** Returns whether a word is part of a predicate, so that it names nothing that fails. */
export function isPredicateWord(word: string): boolean {
  return listPredicates(word).length > 0;
}

/** Predicates that an activity, such as a creation, can have. */
export const activityPredicates: ReadonlySet<string> = new Set(['failing', 'slow', 'delayed']);

/** Activities that fail, and the words with which people state them. */
const activities: readonly { readonly written: string; readonly words: RegExp }[] = [
  { written: 'creation', words: /\b(?:creat(?:e|ing|ions?)|provision(?:ing)?)\b/iu },
  { written: 'deployments', words: /\b(?:deploy|deploying|deployments?)\b/iu },
  { written: 'delivery', words: /\bdeliver(?:y|ies|ing)?\b/iu },
  { written: 'logins', words: /\b(?:log(?:ging)? ?in|logins?|sign(?:ing)? ?in)\b/iu },
  { written: 'connections', words: /\bconnect(?:ing|ions?|ivity)?\b/iu },
  { written: 'queries', words: /\bquer(?:y|ies|ying)\b/iu },
  { written: 'searches', words: /\bsearch(?:es|ing)?\b/iu },
  { written: 'builds', words: /\bbuild(?:s|ing)?\b/iu },
  { written: 'downloads', words: /\bdownload(?:s|ing)?\b/iu },
  { written: 'uploads', words: /\bupload(?:s|ing)?\b/iu },
  { written: 'upgrades', words: /\b(?:upgrade|upgrades|upgrading)\b/iu },
  { written: 'deletion', words: /\bdelet(?:e|ing|ions?)\b/iu },
];

/** Lists the activities that a text names, such as “creation” in “unable to create a ticket”. */
export function listActivities(text: string): string[] {
  return activities.filter(({ words }) => words.test(text)).map(({ written }) => written);
}

/** Matches sentences about what did not fail, or does not fail any more. */
const denial =
  /\b(?:not (?:been )?(?:impacted|affected)|unaffected|no impact|unimpacted|operat\p{L}+ normally|as normal|has been resolved|recovered|restored|continued to)\b/iu;

/** Returns whether a sentence says what did not fail, or does not fail any more. */
export function isDenial(sentence: string): boolean {
  return denial.test(sentence);
}
