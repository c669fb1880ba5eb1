import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';
import type { Span } from './find-value-spans.ts';

/** Keys are assembled from parts in this file, so that secret scanners do not report this repository. */
const random = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5';
const texts = [
  'Nothing to see: the pool of checkout is used up.',
  ['ghp', random].join('_'),
  `key ${['AKIA', 'J7XKQ2M4N5P6R8S9'].join('')} and\n${['xoxb', '123456789012', '1234567890123', random.slice(0, 24)].join('-')}`,
  'postgres://app:s3cr3tpass@db.internal/app and https://user:pa55word@example.com/x',
  ['-----BEGIN RSA', ' PRIVATE KEY-----\n', random.repeat(30), '\n-----END RSA', ' PRIVATE KEY-----'].join(''),
  ['SG', random.slice(0, 22), `${random}1234567`].join('.'),
  `//packages.example.com/:_authToken=${['npm', random].join('_')}`,
  ['figd', random.repeat(2)].join('_'),
];

/** Runs the rules with secretlint's own runner. */
async function lint(content: string): Promise<Span[]> {
  const config = {
    rules: rules
      .filter(({ meta }) => !meta.id.endsWith('filter-comments'))
      .map((rule) => ({ id: rule.meta.id, rule, options: {} })),
  };
  const source = { content, filePath: 'text', ext: '', contentType: 'text' } as const;
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
  return messages.map(({ range: [start, end] }) => ({ start, end }));
}

test.each(texts)('findSecrets finds the same ranges as secretlint: %#', async (text) => {
  const content = `before ${text} after\n${texts.join('\n')}`;
  const places = (spans: readonly Span[]) => new Set(spans.map(({ start, end }) => `${start}-${end}`));
  expect(places(findSecrets(content))).toEqual(places(await lint(content)));
  expect(places(findSecrets(content)).size).toBeGreaterThan(4);
});
