import { classifyLogLine, isRunnerFailureMessage, rankErrorForm } from './classify-log-line.ts';

const maxLength = 200;
/** Matches what tools write before the message: `E   `, `npm error `, `[ERROR] `, `● `, `> `, `##`. */
const decoration =
  /^\s*(?:E\s{2,}|npm (?:error|ERR!) (?:code )?|\[?ERROR\]?:? +|(?:[●✕✗×❌✖✘>*-]|❯)\s+|FAILED \S+ - )+/u;
/** Matches the words with which Docker and Helm begin every error. */
const wrapper =
  /^(?:buildx failed with: )?(?:ERROR: failed to solve|Error: (?:UPGRADE|INSTALLATION|ROLLBACK) FAILED): (?=\S)/u;
/** Matches the class of a failed assertion, which says nothing about what failed. */
const assertion = /^(?:[\w.]{1,80}\.)?Assertion(?:Failed)?Error: (?=\S)/u;
/** Matches the columns before the message in Kubernetes' table of events. */
const eventColumns =
  /^\s{0,20}(?:\S{1,40}\s{1,20}){1,2}Warning\s{1,20}(\w{1,60})\s{1,20}[^\s/]{1,80}\/\S{1,200}\s{1,20}/u;
/** Matches statements that only say that something failed or took too long. Their reason is in another line. */
const unspecific =
  /timed out waiting for the condition|progress deadline|context deadline exceeded\s*$|build failed|execution failed for|exit(?:ed)?(?: with)? (?:code|status)|non-zero|did not complete successfully|tests? failed|has been rolled back|^FAIL\b|^errors? occurred|^\d+ errors?\b|^fail(?:ed|ure)?[.:]?$/iu;

/** Returns the line of a reduced log that says best what failed, without the tool's marks; null if no line states an error. */
export function findErrorStatement(reduced: string): string | null {
  let best: { text: string; rank: number } | null = null;
  for (const line of reduced.split('\n')) {
    const text = line.replace(eventColumns, '$1: ').replace(decoration, '').trim();
    const rank = rankLine(line, text);
    // The last of several equal statements is nearest to the end of the job, and in Java to the first exception.
    if (rank > 0 && (best === null || rank >= best.rank))
      best = { text: text.replace(assertion, '').replace(wrapper, ''), rank };
  }
  return best?.text.slice(0, maxLength) ?? null;
}

function rankLine(line: string, text: string): number {
  if (text.length < 10) return 0;
  // Among similar forms, a longer line states more.
  const length = Math.min(text.length, maxLength) / (2 * maxLength);
  if (isRunnerFailureMessage(text)) return 5 + length;
  const kind = classifyLogLine(line, false);
  if (kind !== 'error' && kind !== 'hint') return 0;
  return (kind === 'hint' ? 2 : rankErrorForm(text)) + length - (unspecific.test(text) ? 2 : 0);
}
