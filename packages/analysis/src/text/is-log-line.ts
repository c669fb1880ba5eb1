/** Match what only programs write: a label of logs, a level, the name of a program before an identifier, or several fields. */
const label = /^\W*(?:last[_ -]?)?log(?:s|line)?\s?[:=]/iu;
const level =
  /^\W*(?:\d{4}-\d\d-\d\d[T ][\d:.,Z+-]{5,20}\s*)?\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRIT(?:ICAL)?|FATAL|PANIC)\b/u;
const program = /^[a-z][\w.-]{1,30}(?:\[\d+\])?: [^.]{0,200}\b[a-z]{2,20}_[a-z_]{2,40}\b/u;
const fields = /(?<![\w.-])[\w.-]{1,40}=["'\w][^=]{0,100}(?<![\w.-])[\w.-]{1,40}=["'\w]/u;

/** Returns whether a program, not a person, wrote a line: “standby: recovery paused, max_standby_delay reached”. */
export function isLogLine(line: string): boolean {
  return [label, level, program, fields].some((expression) => expression.test(line));
}

/** Returns the items whose quotations people wrote, or all items if programs wrote all quotations. */
export function preferWritten<Item>(items: readonly Item[], readQuote: (item: Item) => string): readonly Item[] {
  const written = items.filter((item) => !isLogLine(readQuote(item)));
  return written.length > 0 ? written : items;
}
