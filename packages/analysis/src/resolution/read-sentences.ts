/** A sentence of a report, or a line of its timeline. */
export interface Sentence {
  /** Verbatim, but for white space. */
  readonly text: string;
  /** The heading, or the label at the beginning of a line, under which it stands; lower case, empty before the first one. */
  readonly section: string;
  /** Whether its line begins with a time. */
  readonly isTimed: boolean;
  /** Number of its line in the report. */
  readonly line: number;
  /** Position in the report: 0 for the first sentence, 1 for the last. */
  readonly place: number;
}

/** Characters of a report that are read. */
const readLength = 60_000;
const longestHeading = 90;

const markdownHeading = /^#{1,6}\s+(?<name>[^#\n]{1,90})/u;
const boldHeading = /^(?:[-*]\s+)?\*\*(?<name>[^*\n]{2,80})\*\*:?$/u;
const plainHeading = /^(?<name>[A-Z][\w /&?'-]{2,50}):?$/u;
const labelled = /^(?:[-*]\s+)?\*{0,2}(?<name>[A-Z][\w /&'-]{2,40})\*{0,2}:\*{0,2}\s+(?<rest>\S.*)$/u;
/** Labels that open a section of their own; others belong to their sentence. */
const sectionLabel = /resol|impact|context|identified|repair|mitigat|cause|summary|review/iu;
const timed = /^[-*|\s]{0,20}\[?(?:\d{4}-\d\d-\d\d[T ]?)?\(?\d{1,2}[:.]\d\d/u;
const bullet = /^(?:[-*+•]|\d{1,2}[.)])\s+/u;
const sentenceEnd = /(?<=[.!?])\s+(?=["'([]?\p{Lu})/u;

/** Reads the sentences of a report in Markdown or plain text, each with the section in which it stands. Linear in the text. */
export function readSentences(report: string): Sentence[] {
  const found: Omit<Sentence, 'place'>[] = [];
  let section = '';
  for (const [number, raw] of report.slice(0, readLength).split('\n').entries()) {
    const line = raw.replace(/\[([^\]\n]{1,300})\]\([^)\n]{1,500}\)/gu, '$1').trim();
    if (line === '') continue;
    const isTimed = timed.test(line);
    const heading = isTimed ? null : readHeading(line);
    if (heading !== null) {
      section = heading.toLowerCase();
      continue;
    }
    const label = isTimed ? undefined : labelled.exec(line)?.groups;
    const isSection = label !== undefined && sectionLabel.test(label.name ?? '');
    if (isSection) section = (label.name ?? '').toLowerCase();
    const said = isSection ? (label.rest ?? '') : line;
    for (const text of said.replace(bullet, '').split(sentenceEnd)) {
      const trimmed = text.trim().replace(/^\|/u, '').replace(/\|$/u, '').trim();
      if (countWords(trimmed) >= 2) found.push({ text: trimmed, section, isTimed, line: number });
    }
  }
  return found.map((sentence, at) => ({ ...sentence, place: found.length > 1 ? at / (found.length - 1) : 0 }));
}

function readHeading(line: string): string | null {
  if (line.length > longestHeading || /[.!]$/u.test(line)) return null;
  const match = markdownHeading.exec(line) ?? boldHeading.exec(line) ?? plainHeading.exec(line);
  return match?.groups?.name?.trim() ?? null;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
