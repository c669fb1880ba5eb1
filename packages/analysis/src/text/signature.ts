export const maxErrorSignatureTerms = 24;

/** Error classes of any failed test or build, which do not tell failures apart. Lower case. */
const unspecificErrorClasses: ReadonlySet<string> = new Set([
  ...['assertionerror', 'assertionfailederror', 'comparisonfailure', 'multiplefailureserror', 'expectationfailed'],
  ...['taskexecutionexception', 'buildexception', 'mojoexecutionexception', 'mojofailureexception'],
]);

/** Returns whether a name is an error class that any failed test or build has. */
export function isUnspecificErrorClass(name: string): boolean {
  return unspecificErrorClasses.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** Patterns of names by which programs identify a failure. */
const patterns: readonly { readonly pattern: RegExp; readonly name: (match: RegExpMatchArray) => string }[] = [
  // Error classes: NullPointerException, ConnectTimeoutError
  {
    pattern: /(?<!\w)[A-Z][A-Za-z\d]{0,60}(?:Exception|Error|Failure|Fault|Timeout)(?!\w)/gu,
    name: ([whole]) => whole,
  },
  // States reported by orchestrators: OOMKilled, CrashLoopBackOff
  {
    pattern:
      /(?<!\w)(?:OOMKilled|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|FailedScheduling|NotReady|Evicted)(?!\w)/gu,
    name: ([whole]) => whole,
  },
  // System error codes: ECONNREFUSED, ORA-00060, SIGKILL
  {
    pattern:
      /(?<!\w)(?:E(?:CONN[A-Z]{3,10}|TIMEDOUT|PIPE|NOENT|NOSPC|ACCES|MFILE|NOMEM|HOSTUNREACH|AI_AGAIN)|SIG(?:KILL|TERM|SEGV|ABRT|BUS)|[A-Z]{2,8}-\d{4,6})(?!\w)/gu,
    name: ([whole]) => whole,
  },
  {
    pattern: /(?<!\w)(?:http|status|response|returned|returning|code)(?: code)?[ :=/]{1,3}([45]\d{2})(?!\w)/giu,
    name: ([, code]) => `http ${code}`,
  },
  { pattern: /(?<!\w)([45]\d{2})s? (?:errors?|responses?|status)(?!\w)/giu, name: ([, code]) => `http ${code}` },
  {
    pattern: /(?<!\w)exit(?:ed)?(?: with)?(?: code| status)?[ :=]{1,3}(?!0\b)(\d{1,3})(?!\w)/giu,
    name: ([, code]) => `exit ${code}`,
  },
  { pattern: /(?<!\w)alert_?name[ :="']{1,4}([\w.-]{2,80})/giu, name: ([, alert]) => alert ?? '' },
  {
    pattern: /\[(?:FIRING|RESOLVED|TRIGGERED)(?::\d{1,4})?\] ?([A-Z][A-Za-z\d]{3,80})/gu,
    name: ([, alert]) => alert ?? '',
  },
];

/** Lists a text's error classes, error codes, exit and HTTP codes and alert names: sorted, unique, at most 24. */
export function listErrorSignatureTerms(text: string): string[] {
  const found = new Set<string>();
  for (const { pattern, name } of patterns) {
    // Most texts have no match, and `search` finds this out in less than half the time of `matchAll`.
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern)) if (!isUnspecificErrorClass(name(match))) found.add(name(match));
  }
  return [...found].sort().slice(0, maxErrorSignatureTerms);
}
