import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/**
 * All of the preset's patterns but the one rule that lets a comment in the text turn the others off: the texts are not ours.
 */
const config = {
  rules: rules
    .filter(({ meta }) => !meta.id.endsWith('filter-comments'))
    .map((rule) => ({ id: rule.meta.id, rule, options: {} })),
};

/** A part of a text, by its positions in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the library of patterns sees keys, tokens, passwords in addresses and private keys. In the order of the text. */
export async function findSecrets(text: string): Promise<Span[]> {
  const source = { content: text, filePath: 'text', ext: '', contentType: 'text' } as const;
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  return messages.map(({ range: [start, end] }) => ({ start, end })).sort((a, b) => a.start - b.start);
}
