/** Replaces a hidden character. It is not a letter, so no word matches it. */
const hidden = '\uE000';

/**
 * Quotations, code and addresses, each within a line. Every quantifier is bounded or runs over one class that its
 * successor cannot match.
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
/** A time with seconds, a level in capitals, a stack frame, or keys with values. */
const logLine =
  /^[ \t]{0,12}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[?[A-Z] \d{4}-\d\d-\d\d|\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\b[\]: ]|at [\w$.<>]{1,200}\(|Traceback \(|\w{1,40}=\S{1,200} \w{1,40}=|[$#%] \w)/u;

/**
 * Hides what others said or machines wrote: code, quotations, addresses and log lines. The result has the length of the
 * text, so that positions are the same in both. Takes time linear in the text.
 */
export function hideQuoted(text: string): string {
  let inFence = false;
  const lines = text.split('\n').map((line) => {
    const isFence = fence.test(line);
    const isHidden = inFence || isFence || quoted.test(line) || logLine.test(line);
    if (isFence) inFence = !inFence;
    // Blank lines end the sentence, as the hidden block does.
    return isHidden ? '\n'.repeat(line.length) : line;
  });
  return inline.reduce(
    (visible, pattern) => visible.replace(pattern, (found) => hidden.repeat(found.length)),
    lines.join('\n'),
  );
}
