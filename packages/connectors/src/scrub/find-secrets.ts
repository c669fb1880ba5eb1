import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** A part of a text, by its positions in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

type Rule = (typeof rules)[number];
type RuleContext = Parameters<Rule['create']>[0];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/**
 * All of the preset's patterns but the one rule that lets a comment in the text turn the others off: the texts are not ours.
 */
const patterns = rules.filter(
  ({ meta }) =>
    !meta.id.endsWith('filter-comments') &&
    meta.supportedContentTypes.some((type) => type === 'text' || type === 'all'),
);

/**
 * Where the library of patterns sees keys, tokens, passwords in addresses and private keys. In the order of the text.
 *
 * The rules are run by themselves: measured, the library's runner spends twenty times as long on a text as they do, and its
 * profiler, which cannot be turned off, keeps some hundred marks of each text for ever and goes over all of them for each
 * new one.
 */
export function findSecrets(text: string): Span[] {
  const spans: Span[] = [];
  const context: RuleContext = {
    sharedOptions: {},
    createTranslator: () => (messageId) => ({ message: '', messageId: String(messageId), data: undefined }),
    report: ({ range: [start, end] }) => spans.push({ start, end }),
    ignore: () => {},
  };
  const source = sourceOf(text);
  for (const rule of patterns) rule.create(context, {}).file?.(source);
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A file's name would only turn on the rules that know files by their names. */
function sourceOf(content: string): Source {
  const positionOf = (index: number) => {
    const before = content.slice(0, index).split('\n');
    return { line: before.length, column: before.at(-1)?.length ?? 0 };
  };
  return {
    content,
    hasBOM: false,
    filePath: 'text',
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '',
    getFilePath: () => 'text',
    getPhysicalFilePath: () => undefined,
    rangeToLocation: ([start, end]) => ({ start: positionOf(start), end: positionOf(end) }),
    indexToPosition: positionOf,
    locationToRange: ({ start, end }) => [indexOf(content, start), indexOf(content, end)],
    positionToIndex: (position) => indexOf(content, position),
  };
}

function indexOf(content: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const before = content.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, column);
}
