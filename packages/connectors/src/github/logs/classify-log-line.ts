/**
 * Kind of a log line: `error` states an error, `hint` mentions one, `frame` is a stack frame, `noise` tells nothing about an
 * error, and `plain` is any other line.
 */
export type LogLineKind = 'error' | 'hint' | 'frame' | 'plain' | 'noise';

/** Matches a line that opens with a severity, alone, in brackets or after the name of the program: `psql: error: …`. */
const severity =
  /^\s{0,20}(?:[\w./-]{1,40}(?:\[\d{1,8}\])?: )?(?:uncaught |unhandled |internal )?[[<(]?(?:error|err!|fatal|panic|critical|crit|failure|abort(?:ed)?|exception)\b[\])>]?(?:\s?[:!=([—-]|\s+\S)/iu;
/** Matches a severity after a position in a file or after a time: `main.go:3:1: error: …`, `12:01:02 ERROR …`. */
const severityAfterPlace =
  /^\s{0,20}\S{0,200}[:)\]\d]\s{1,3}[[(]?(?:error|fatal(?: error)?|ERR|panic|critical)\b(?:[:\]) ]|$)/iu;
const namedError =
  /^\s{0,20}(?:[\w>]{1,20}\s){0,2}(?:[\w$]{1,60}[.:]{1,2}){0,8}[A-Z]\w{0,60}(?:Error|Exception|Fault|Violation)\b\s?(?::|\[|$)/u;
const tracebackHead = /^\s{0,20}(?:Traceback \(most recent call last\)|Caused by:|panic:|thread '.{1,80}' panicked)/u;
/** Matches symbols and words with which test runners and build tools mark failures. */
const mark =
  /^\s{0,20}(?:[✕✗✘×❌✖]|● |FAIL(?:ED|URE)?\b|not ok \d|--- FAIL|E\s{2,}\S|\* What went wrong|npm (?:ERR!|error) |make(?:\[\d{1,4}\])?: \*\*\*)/u;
/** Matches a program that exits with its own error, such as curl: `curl: (22) The requested URL returned error: 404`. */
const programError =
  /^\S{1,60}: (?:\(\d{1,4}\) |line \d{1,6}: |cannot |can't |could not |command not found|permission denied|no such )/iu;
/** Matches a statement of a failure with its details: `deployment of api failed: …`. */
const statement =
  /^.{0,80}\b(?:fail(?:ed|ure)|error|rejected|aborted|denied|refused|exceeded|cancell?ed|unreachable|timed out|unable to .{1,60}|could not .{1,60}|cannot .{1,60})\b.{0,40}(?::\s|=>)/iu;

const words =
  /\b(?:error|fatal|panic|exception|traceback|segmentation fault|out of memory|oom ?killed|killed|denied|refused|unauthorized|forbidden|expired|tim(?:ed|e) out|timeout(?! (?:of|is|set)\b|[=:])|unreachable|cannot|could not|couldn't|can't|unable to|failed|failure|fails|aborted|rejected|exceed(?:ed|s)|not found|no such|not ready|invalid|missing|unhealthy|degraded|throttl\w{2,4}|too many requests|back-?off|crashloopbackoff|imagepullbackoff|errimagepull|undefined reference|violates|conflict|insufficient|unavailable|exit(?:ed)?(?: with)? (?:code|status):? [1-9])\b/iu;
/** Matches names in camel case, such as `RolloutAborted`. */
const compoundName =
  /[a-z](?:Error|Exception|Aborted|Failed|Failure|Denied|Expired|Exceeded|Timeout|Throttled|Rejected|BackOff)\b/u;

/** Matches lines that mention errors but report none: counts of 0, passed tests, warnings, links to documentation. */
const harmless =
  /\b(?:0|no|zero) (?:errors?|failures?|failed)\b|\b(?:errors?|failures?|failed|fail)["']?\s?[:=]\s?(?:0\b|false|none)|^\s{0,20}(?:[✓✔√]|ok \d|ok\s|PASS\b|--- PASS)|\bdeprecat|\ba complete log of this run\b|\bfull trace\b|^\s{0,20}(?:at least one|if this)\b|\bcontinue-on-error\b|\bfail-fast\b|^> (?:Run with|Get more help)|^\* (?:Try|Exception is):|\bdebug\b.{0,20}\blevel\b|\berrors? ignored\b|\(ignored\)|\[?help \d\]? https?:|\bre-?run\b.{0,60}\b(?:switch|flag|option|with)\b|\bfor more information\b|\bsee the full stack trace\b/iu;
/** Matches counts of outcomes, with which test runners end, and lines that only separate or announce sections. */
const summary =
  /\b\d{1,7} (?:failed|passed|errors?|failures?|skipped)\b.{0,60}\b\d{1,7} (?:failed|passed|total|skipped|succeeded)\b|\b\d{1,9} \w{1,20}, \d{1,7} (?:errors?|failures?)\b|^\s{0,20}(?:Test Suites|Snapshots|Time|Duration):\s|^Ran all test suites|^\d{1,6} actionable tasks?:|^BUILD FAILED in |^FAILURE: Build failed with an exception\.?$|^\* What went wrong:$|(?:\b[a-z_]{2,20}=\d{1,7}\s+){3}|^([!=*#-])\1{5,}/u;
const passed = /\bPASSED\b/u;
/** Matches lines of source code that test runners print, and advice that tools print after each error of a kind. */
const excerptOrAdvice =
  /^\s{0,20}>?\s{0,10}\d{0,6} ?\|(?:\s|$)|^\s{0,8}[>^~]\s{2,}|^\s{4,8}(?:async )?def \w|^Terraform acquires a state lock|^\s{0,20}add a timeout value\b|\bplease (?:resolve|try|see|check|update|visit)\b|\byou can disable\b|\bis not recommended\b/iu;
/** Matches lines of a lower severity than an error. */
const lowerSeverity =
  /^\s{0,20}(?:[\w./-]{1,40}: )?(?:\S{1,40} ){0,3}[[(<]?(?:npm )?(?:warn(?:ing)?|info|notice|debug|trace|verbose)\b[\])>:]?(?:[: ]|$)|\blevel["']?[=:]\s?["']?(?:warn(?:ing)?|info|debug)\b|\[debug\]/iu;
/** Matches a rule that Kubernetes' table of events prints, in which `Warning` is the severity of a failure. */
const eventRow = /^\s{0,20}(?:\S{1,20}\s{1,20}){0,2}Warning\s{2,}\w/u;
/** Matches commands that a shell echoes (`set -x`), progress, waiting, downloads and announced repetitions. */
const progress =
  /^\+{1,3} \S|^\s{0,20}\d{1,3}(?:\.\d{1,2})?% |\b\d{1,3}% ?(?:complete|done|\||\[|\]|$)|(?:\.{6}|█{2}|={8,40}>)|^\s{0,20}(?:waiting|still|downloading|downloaded|fetching|pulling|pushing|preparing|uploading|extracting|refreshing)\b(?!.{0,200}\b(?:fail|error|denied|refused|no space))|: (?:refreshing state|still (?:creating|modifying|destroying))\b|\bretry(?:ing)?\b.{0,20}\b(?:in|after)\b|\battempt \d{1,3}(?: ?(?:of|\/) ?\d{1,3})?\b.{0,20}\bfailed\b.{0,5}$|^\s{0,20}% Total\s|Dload\s{1,4}Upload|(?:--:){2}--|^sha256:[\da-f]{64}\b|^[\da-f]{8,64}: (?:waiting|preparing|pushed|pulling|layer)/iu;

const stackFrame =
  /^\s{0,30}at \S|^\s{1,30}File "[^"]{1,300}", line \d|^\s{1,30}\S{1,200}\.(?:go|s|rs|c|cc|cpp):\d|^\s{1,30}from \S{1,200}:\d+:in |^goroutine \d|^[\w./-]{1,100}\.\w{1,80}\([^)]{0,80}\)$|^(?:main|runtime)\.[\w.()*]{1,100}$/u;

export function classifyLogLine(text: string, isError: boolean): LogLineKind {
  if (isError) return 'error';
  if (stackFrame.test(text)) return 'frame';
  if (eventRow.test(text)) return 'hint';
  if ([harmless, passed, summary, progress, lowerSeverity].some((form) => form.test(text))) return 'noise';
  if ([severity, severityAfterPlace, namedError, tracebackHead, mark, programError].some((form) => form.test(text)))
    return 'error';
  if (excerptOrAdvice.test(text)) return 'noise';
  return statement.test(text) ? 'error' : words.test(text) || compoundName.test(text) ? 'hint' : 'plain';
}

/**
 * Ranks how much the form of an error says: 4 for a named error or `error:` with a message, 3 for a statement, otherwise 2.
 */
export function rankErrorForm(text: string): number {
  if (namedError.test(text) || /^(?:\S{1,40}: )?(?:error|fatal): /iu.test(text)) return 4;
  return severity.test(text) || statement.test(text) ? 3 : 2;
}

/** Tells whether Gradle's advice and stack trace begin, which follow its error. */
export function isGradleAdvice(text: string): boolean {
  return /^\* (?:Try|Exception is):/u.test(text);
}

/** Tells whether a line only states that a step failed. Every failed step ends with such a line. */
export function isStepFailureMessage(text: string): boolean {
  return /^(?:Process completed with exit code \d{1,5}|The process '.{1,300}' failed with exit code \d{1,5})\.?$/u.test(
    text,
  );
}

/** Tells whether the runner ended the job, so that the output of the step does not explain the end. */
export function isRunnerFailureMessage(text: string): boolean {
  return /\brunner\b.{0,120}\b(?:shutdown signal|lost communication|stopped|did not (?:connect|respond))\b|^The operation was cancell?ed\b|\bhosted runner\b.{0,80}\b(?:lost|lose|encountered)\b/iu.test(
    text,
  );
}
