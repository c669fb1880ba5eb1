/** A way in which something fails, and the words with which people state it. */
interface FailingPredicate {
  /** The words of a name, from the most to the least specific */
  readonly forms: readonly { readonly written: string; readonly words: RegExp }[];
  /** How much the predicate says; 1 for “failing” */
  readonly specificity: number;
}

const unavailable =
  /\b(?:unavailab\p{L}+|down|outages?|unreachable|inaccessible|offline|unresponsive|unable to (?:access|connect|reach|load|use)|not (?:be |been )?(?:available|reachable|accessible|working)|stop(?:s|ped)? working|(?:cannot|can not|could not) (?:be )?(?:access(?:ed)?|reach(?:ed)?|connect))\b/iu;

/** Predicates of a name. People state each of them in several ways, which count as the same. */
export const failingPredicates: readonly FailingPredicate[] = [
  {
    forms: [
      {
        written: 'lost',
        words:
          /\b(?:lost|loss of|data loss|not (?:being )?(?:shipped|received|recorded)|no longer receiv\p{L}+|dropp(?:ed|ing))\b/iu,
      },
      {
        written: 'missing',
        words:
          /\b(?:missing|absent|disappear\p{L}*|empty|not (?:being )?(?:visible|listed|shown|showing|appear\p{L}*|displayed|populated)|no (?:recent )?data)\b/iu,
      },
    ],
    specificity: 1.4,
  },
  {
    forms: [
      {
        written: 'incorrect',
        words:
          /\b(?:wrong|incorrect\p{L}*|inaccura\p{L}+|inconsisten\p{L}+|incomplete|stale|outdated|mismatch\p{L}*|underreported)\b/iu,
      },
    ],
    specificity: 1.4,
  },
  {
    forms: [
      {
        written: 'delayed',
        words:
          /\b(?:delay\p{L}*|lag|lags|lagg\p{L}+|backlog\p{L}*|late|queued|stuck|stall\p{L}*|(?:queue|wait)(?:ing)? times?)\b/iu,
      },
      { written: 'slow', words: /\b(?:slow\p{L}*|latenc\p{L}+|time-?outs?|timed out|timing out|longer than)\b/iu },
    ],
    specificity: 1.3,
  },
  {
    forms: [
      {
        written: 'unavailable',
        words: unavailable,
      },
    ],
    specificity: 1.2,
  },
  {
    forms: [
      {
        written: 'failing',
        words:
          /\b(?:fail(?:s|ed|ing|ures?)?|errors?|errored|[45]\d\ds?|unable to|not able to|unsuccessful\p{L}*|could not|cannot|can ?not|can't|crash\p{L}*|broken|break(?:s|ing)?|rejected|refused|stopped|terminat(?:ed|ions?))\b/iu,
      },
      // A subject that is unavailable also fails.
      { written: 'failing', words: unavailable },
    ],
    specificity: 1,
  },
  {
    forms: [
      {
        written: 'degraded',
        words: /\b(?:degrad\p{L}+|disrupt\p{L}+|impaired|intermittent\p{L}*|unstable|unhealthy)\b/iu,
      },
    ],
    specificity: 0.5,
  },
];

/** Matches a phrase that says both what fails and how, such as “packet loss”. */
export const failureNoun = /(?: |^)(?:loss|exhaustion|starvation|shortages?|pressure|leaks?|corruption)$/iu;
export const failureNounSpecificity = 1.2;

export interface PredicateForm {
  /** Index in `failingPredicates` */
  readonly predicate: number;
  readonly written: string;
}

/** Lists the predicates that a text states, each in the form in which the text states it. */
export function listPredicateForms(text: string): PredicateForm[] {
  return failingPredicates.flatMap(({ forms }, predicate) => {
    const form = forms.find(({ words }) => words.test(text));
    return form === undefined ? [] : [{ predicate, written: form.written }];
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
  return listPredicateForms(text).some(
    ({ predicate }) => !isSpecific || (failingPredicates[predicate]?.specificity ?? 0) >= 1,
  );
}

/** Returns whether a word is part of a predicate, so that it names nothing that fails. */
export function isPredicateWord(word: string): boolean {
  return listPredicateForms(word).length > 0;
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
