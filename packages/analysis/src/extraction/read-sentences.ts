import { replaceLinksByText, stripBullet, stripLineBreak, stripTableBars } from './strip-markup.ts';

/** A sentence of a report, or a line of its timeline. */
export interface ReportSentence {
  /** The sentence as written, except for white space and links. */
  readonly text: string;
  /**
   * The headings above the sentence in lower case, outermost first, joined by " / ". Labels such as "Resolution:" count
   * as headings; the report's title, dates and times do not.
   */
  readonly section: string;
  /** Whether the sentence belongs to a timeline entry: a line that begins with a time, or a line below such a line. */
  readonly isTimed: boolean;
  /** Index of the sentence's line in the report. */
  readonly line: number;
  /** Number of horizontal rules above the sentence. On status pages, a rule separates two updates. */
  readonly part: number;
}

interface Line {
  readonly text: string;
  readonly number: number;
  /** Whether the line stands between two empty lines. */
  readonly isAlone: boolean;
}

interface Heading {
  readonly name: string;
  /** Level from 1 to 6 as in Markdown. Bold headings, plain headings and labels have the level `innermost`. */
  readonly level: number;
}

/** Maximum number of characters of a report that are read, which limits the time. */
export const maxReportLength = 60_000;
/** Maximum number of sentences per report. Real post-mortems have fewer; 500 sentences take up to 20 ms. */
const maxSentences = 500;
const maxHeadingLength = 90;
const innermost = 7;
/** Minimum length (characters) of a line that may continue in the next line. A shorter line ends its paragraph. */
const minWrappedLength = 40;
/** Maximum number of sentences before a heading of level 1 that still counts as the report's title. */
const maxLeadSentences = 5;

const markdownHeading = /^(?<marks>#{1,6})\s+(?<name>[^#\n]{1,90})/u;
const rule = /^(?:-{3,}|\*{3,}|_{3,})$/u;
const boldHeading = /^(?:[-*]\s+)?\*\*(?<name>[^*\n]{2,80})\*\*:?$/u;
/** Matches common headings without Markdown, as in the text of a PDF. */
const knownHeading =
  /^(?<name>(?:resolution|resolved|recovery|remediation|mitigation|repair|impact|overview|(?:executive )?summary|(?:incident )?time ?line|what (?:happened|went|did|we)|where we|how (?:was|did|we)|(?:root |contributing )?causes?|analysis|context|background|detection|trigger|contributing|action items|(?:corrective )?actions|follow|next steps|lessons|learnings|status|severity|duration)(?: [\w'’/&-]{1,20}){0,5})[:?]{0,2}$/iu;
const shortHeading = /^(?<name>\p{Lu}[\p{L}'’/&-]{2,20}(?: [\p{L}'’/&-]{1,20}){0,3}):?$/u;
const labelled = /^(?:[-*]\s+)?\*{0,2}(?<name>[A-Z][\w /&'-]{2,40})\*{0,2}:\*{0,2}\s+(?<rest>\S.*)$/u;
/** Matches labels that open a section, such as "Resolution: …". Any other label is part of its sentence. */
const sectionLabel = /resol|impact|context|identified|repair|mitigat|cause|summary|review/iu;
/** Minimum number of words after a label that opens a section. With fewer, the label only states a time or a state. */
const minLabelledWords = 2;

const timed = /^[-*|~\s]{0,20}\[?\*{0,2}(?:\d{4}-\d\d-\d\d[T ]?)?\(?\d{1,2}[:.]\d\d/u;
const clock = /\d:\d\d/u;
const dated =
  /^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sun)(?:day)?,?\s*)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|\d{4}-\d\d|\d\d?[/.]\d|morning|afternoon|evening|day)[\w/.,-]{0,12}(?:[\s,]+\d[\w,]{0,6}){0,3}:?$/iu;

/** Matches lines of metadata, such as "Severity: 1". */
const metadata =
  /^\W*(?:time to \w+|duration|status|severity|date|author\w*|category|owner|attendees)\b[^:|]{0,20}[:|]/iu;
/** Matches a line in italics, with which templates of reports explain what to write. */
const guidance = /^_[^_\n]{40,}_$/u;
/** Matches milestones such as "Incident resolved 10:52" after digits and punctuation have been removed. */
const milestone =
  /^(?:(?:T|Z|UTC|GMT|AM|PM|approx|the|time|on|at) )*(?:(?:incident|issue|outage|fault|first|was|major|problem) )*(?:started|began|occurs?|occurred|detected|reported|declared|repaired|resolved|closed|over|mitigated|start|end|ended)(?: (?:T|Z|UTC|GMT|AM|PM|BST|at|on|as|resolved|approx|closed|time))*$/iu;

/** Matches a line that only gives a link, such as “runbook: https://wiki.example.com/disk”, also to a page with a space in its name. */
const address = /^(?:\p{L}[\p{L}\d _-]{0,30}:\s?)?https?:\/\/\S{1,300}(?:\s\S{1,60})?$/iu;
const sentenceEnd = /(?<=[.!?])\s+(?=["'([]?\p{Lu})/u;
/** Matches a line such as “region: eu-west-1”, which never continues a sentence. */
const field = /^[a-z][\w.-]{1,30}:\s/u;
/** Matches the end of a line that must continue in the next line, such as a comma or "the". */
const openEnd = /(?:,|\b(?:the|an?|of|to|for|in|on|at|and|or|by|with|our|from|as|is|was|that|which))$/u;

/** Lists the first 500 sentences of a report in Markdown or plain text, each with its section. */
export function readSentences(report: string): ReportSentence[] {
  const found: ReportSentence[] = [];
  let headings: readonly Heading[] = [];
  let isTimed = false;
  let part = 0;
  const open = (heading: Heading) => {
    headings = [...headings.filter(({ level }) => level < heading.level), heading];
    isTimed = false;
  };
  for (const { text: line, number, isAlone } of readLines(report)) {
    if (found.length >= maxSentences) break;
    if (metadata.test(line) || guidance.test(line) || address.test(line)) continue;
    if (rule.test(line)) {
      part++;
      isTimed = false;
      continue;
    }
    const beginsEntry = timed.test(line);
    isTimed ||= beginsEntry;
    const heading = beginsEntry ? null : readHeading(line, isAlone);
    if (heading !== null) {
      const isTitle = heading.level === 1 && headings.length === 0 && found.length < maxLeadSentences;
      if (clock.test(heading.name)) isTimed = true;
      else if (!isTitle && !dated.test(heading.name)) open(heading);
      continue;
    }
    const label = beginsEntry ? null : readLabel(line);
    if (label !== null) open({ name: label.name, level: innermost });
    const section = headings.map(({ name }) => name.toLowerCase()).join(' / ');
    for (const sentence of stripBullet(label?.rest ?? line).split(sentenceEnd, maxSentences)) {
      const text = stripTableBars(sentence);
      if (countWords(text) >= 2 && !milestone.test(text.replace(/[\d\W]+/gu, ' ').trim()))
        found.push({ text, section, isTimed, line: number, part });
    }
  }
  return found.slice(0, maxSentences);
}

/** Splits a report into lines, replaces links by their text, and joins wrapped lines. */
function readLines(report: string): Line[] {
  const rows = report
    .slice(0, maxReportLength)
    .split('\n')
    .map((row) => replaceLinksByText(row).trim());
  const lines: { readonly parts: string[]; readonly number: number; readonly isAlone: boolean }[] = [];
  for (const [number, row] of rows.entries()) {
    const text = stripLineBreak(row);
    const before = rows[number - 1] ?? '';
    const isAlone = before === '' && (rows[number + 1] ?? '') === '';
    if (isWrapped(before, text)) lines.at(-1)?.parts.push(text);
    else if (text !== '') lines.push({ parts: [text], number, isAlone });
  }
  return lines.map(({ parts, number, isAlone }) => ({ text: parts.join(' '), number, isAlone }));
}

function isWrapped(line: string, next: string): boolean {
  if (line.length < minWrappedLength || /[.!?:;|>]$/u.test(line) || line.startsWith('#')) return false;
  if (field.test(next) || address.test(line)) return false;
  return /^\p{Ll}/u.test(next) || (/^\p{L}/u.test(next) && openEnd.test(line));
}

/** Matches a line that states the cause, such as “Root cause was the new index”, and is no heading. */
const statedCause = /^(?:root )?cause (?:was|is) /iu;

function readHeading(line: string, isAlone: boolean): Heading | null {
  if (statedCause.test(line)) return null;
  const markdown = markdownHeading.exec(line)?.groups;
  if (markdown !== undefined) return { name: markdown.name?.trim() ?? '', level: markdown.marks?.length ?? innermost };
  if (line.length > maxHeadingLength || /[.!]$/u.test(line)) return null;
  const match = boldHeading.exec(line) ?? knownHeading.exec(line) ?? (isAlone ? shortHeading.exec(line) : null);
  const name = match?.groups?.name?.trim();
  return name === undefined ? null : { name, level: innermost };
}

function readLabel(line: string): { readonly name: string; readonly rest: string } | null {
  const { name = '', rest = '' } = labelled.exec(line)?.groups ?? {};
  const letterWords = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  return sectionLabel.test(name) && letterWords >= minLabelledWords ? { name, rest } : null;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
