import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Span } from './find-value-spans.ts';

type Rule = (typeof rules)[number];
type RuleContext = Parameters<Rule['create']>[0];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/** All rules of secretlint's preset, except the rule that lets comments disable rules, since texts are not trusted. */
const patterns = rules.filter(
  ({ meta }) =>
    !meta.id.endsWith('filter-comments') &&
    meta.supportedContentTypes.some((type) => type === 'text' || type === 'all'),
);

/** Avoids secretlint's own runner, which takes twenty times as long and whose profiler keeps timing entries forever. */
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

/** Creates the input of a rule. A file name is not needed, because it would only enable rules for certain files. */
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
