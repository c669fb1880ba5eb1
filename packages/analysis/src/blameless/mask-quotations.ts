/** The character that replaces each masked character. It is from Unicode's private use area, so no rule matches it. */
const hidden = '\uE000';

/**
 * Patterns of quotations, code and URLs within a line. They take linear time: every quantifier is bounded, or repeats a
 * character class that the next part of the pattern cannot match.
 */
const inline: readonly RegExp[] = [
  /`[^`\n]{1,500}`/gu,
  /\b[a-z][a-z+.-]{1,10}:\/\/[^\s<>"')\]]{0,2000}[^\s<>"')\].,;:!?]/giu,
  /"[^"\n]{1,400}"/gu,
  /“[^”\n]{1,400}”/gu,
  /«[^»\n]{1,400}»/gu,
  /‘[^’\n]{1,200}’(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])'[^'\n]{1,200}'(?![\p{L}\p{N}])/gu,
];

const fence = /^[ \t]{0,12}(?:`{3}|~{3})/u;
const quoted = /^[ \t]{0,12}>/u;
/** Matches a log line: a time with seconds, a level in capitals, a stack frame or `key=value` pairs. */
const logLine =
  /^[ \t]{0,12}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[?[A-Z] \d{4}-\d\d-\d\d|\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\b[\]: ]|at [\w$.<>]{1,200}\(|Traceback \(|\w{1,40}=\S{1,200} \w{1,40}=|[$#%] \w)/u;

/** Masks code, quotations, URLs and log lines with characters that no rule matches. Keeps the length of the text. */
export function maskQuotations(text: string): string {
  let inFence = false;
  const lines = text.split('\n').map((line) => {
    const isFence = fence.test(line);
    const isHidden = inFence || isFence || quoted.test(line) || logLine.test(line);
    if (isFence) inFence = !inFence;
    // Replaces each character of a masked line by a line break, which ends the sentence before the line.
    return isHidden ? '\n'.repeat(line.length) : line;
  });
  return inline.reduce(
    (visible, pattern) => visible.replace(pattern, (found) => hidden.repeat(found.length)),
    lines.join('\n'),
  );
}
