import type { LogLine } from './clean-log.ts';

/** Kind of a log line: error (`cause`), stack frame (`trace`), context (`plain`), or useless line (`noise`). */
export type LogLineKind = 'cause' | 'trace' | 'plain' | 'noise';

const words =
  /\b(?:error|fatal|panic|exception|traceback|segmentation fault|out of memory|oom ?killed|killed|denied|refused|unauthorized|forbidden|tim(?:ed|e) ?out|unreachable|cannot|could not|couldn't|can't|unable to|failed|failure|fails|not found|no such|invalid|unhealthy|crashloopbackoff|imagepullbackoff|errimagepull|undefined reference|violates|exit(?:ed)?(?: with)? (?:code|status):? [1-9])\b/iu;
const namedError = /\b[A-Z]\w{2,60}(?:Error|Exception)\b/u;
/** Matches symbols and words with which test runners and build tools mark failures. */
const mark = /^\s{0,20}(?:[✕✗✘×❌]|● |FAIL\b|FAILED\b|--- FAIL|E\s{2,}\S|\* What went wrong|npm (?:ERR!|error) )/u;

/** Matches lines that only mention errors: counts of 0, passed tests, warnings, links to documentation. */
const harmless =
  /\b(?:0|no|zero) (?:errors?|failures?|failed)\b|\b(?:errors?|failures?|failed|fail)["']?\s?[:=]\s?(?:0\b|false|none)|^\s{0,20}(?:[✓✔√]|ok \d|PASS\b|--- PASS)|^(?:npm )?warn(?:ing)?\b|\bdeprecat|\ba complete log of this run\b|\bfull trace\b|^\s{0,20}(?:at least one|if this)\b|\bcontinue-on-error\b|\bfail-fast\b|^> (?:Run with|Get more help)|^\* Try:|\bdebug\b.{0,20}\blevel\b/iu;

const passed = /\bPASSED\b/u;

const stackFrame =
  /^\s{0,30}at \S|^\s{1,30}File "[^"]{1,300}", line \d|^\s{1,30}\S{1,200}\.go:\d|^\s{1,30}from \S{1,200}:\d+:in |^goroutine \d/u;

export function classifyLogLine({ text, isError }: LogLine): LogLineKind {
  if (stackFrame.test(text)) return 'trace';
  if (isError) return 'cause';
  if (harmless.test(text) || passed.test(text)) return 'noise';
  return words.test(text) || namedError.test(text) || mark.test(text) ? 'cause' : 'plain';
}

/** Tells whether a line only states that a step failed, which is the last line of every failed step. */
export function isStepFailureMessage(text: string): boolean {
  return /^(?:Process completed with exit code \d{1,5}|The process '.{1,300}' failed with exit code \d{1,5})\.?$/u.test(
    text,
  );
}
