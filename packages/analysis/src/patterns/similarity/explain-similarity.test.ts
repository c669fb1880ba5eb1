import { expect, test } from 'vitest';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { computeTimeDecay } from './decay.ts';
import { documentContainsName, explainNeighbour, explainSimilarity } from './explain-similarity.ts';
import type { SimilaritySignal } from './features.ts';

interface DocumentDraft {
  readonly terms?: readonly string[];
  readonly signature?: readonly string[];
  readonly files?: readonly string[];
  readonly places?: readonly string[];
}

const count = (names: readonly string[] = []) => new Map(names.map((name) => [name, 1]));

function document({ terms, signature = [], files, places }: DocumentDraft): NormalisedDocument {
  return {
    id: '',
    day: null,
    masked: { title: '', text: '' },
    surfaces: new Map([['exhaust', 'exhausted']]),
    characters: '',
    terms: count(terms),
    signature,
    files: count(files),
    places: count(places),
  };
}

const weights: Record<string, number> = { pool: 5, exhaust: 3, connection: 2, error: 0 };
const statistics = { documents: 100, weigh: (term: string) => weights[term] ?? 1, countDocuments: () => 1 };
const parts = new Map<SimilaritySignal, number>([
  ['words', 0.3],
  ['spelling', 0.4],
  ['files', 0.2],
  ['places', 0.1],
]);

function compare(query: DocumentDraft, other: DocumentDraft) {
  return explainSimilarity(
    document(query),
    (field, name) => documentContainsName(document(other), field, name),
    parts,
    statistics,
  );
}
function detailsOf(files: readonly string[], otherFiles: readonly string[]): string[] {
  return compare({ files }, { files: otherFiles })
    .filter(({ signal }) => signal !== 'spelling')
    .map(({ detail }) => detail);
}
const filesOf = (folder: string, base: string, type: string) => [
  ...[`path:${folder}/${base}`, `folder:${folder}`, `file:${base}`, `type:${type}`],
];

test('explainSimilarity lists shared words, rarest first and without common words, and adds the weight of spelling', () => {
  const terms = ['connection', 'error', 'exhaust', 'pool'];
  expect(compare({ terms: [...terms, 'checkout'] }, { terms })).toEqual([
    { signal: 'words', detail: 'shared words: pool, exhausted, connection', weight: 0.7 },
  ]);
});

test('explainSimilarity omits cut words, labels of fields and values', () => {
  const terms = ['pool', 'socketex…', 'last_log:', '56', 'max_connections'];
  expect(compare({ terms }, { terms }).map(({ detail }) => detail)).toEqual(['shared words: pool, max_connections']);
});

test('explainSimilarity lists error names, files and locations separately from words', () => {
  const both = {
    terms: ['pool'],
    signature: ['PoolTimeoutError'],
    files: ['path:src/pool.ts'],
    places: ['service:checkout', 'repository:acme/checkout'],
  };
  expect(compare(both, both)).toEqual([
    { signal: 'signature', detail: 'the same error names: PoolTimeoutError', weight: 0.35 },
    { signal: 'words', detail: 'shared words: pool', weight: 0.35 },
    { signal: 'paths', detail: 'the same files or folders: src/pool.ts', weight: 0.2 },
    { signal: 'service', detail: 'the same service: checkout', weight: 0.05 },
    { signal: 'repository', detail: 'the same repository: acme/checkout', weight: 0.05 },
  ]);
});

test('explainSimilarity reports similar spelling if nothing else is shared', () => {
  expect(compare({ terms: ['zebra', 'error'] }, { terms: ['zebrafish', 'error'] })).toEqual([
    { signal: 'spelling', detail: 'similar wording', weight: 0.4 },
  ]);
});

test('explainSimilarity omits the name and type of a file if the path is shared', () => {
  const files = filesOf('deploy', 'values-prod.yaml', 'yaml');
  expect(detailsOf(files, files)).toEqual(['the same files or folders: deploy/values-prod.yaml, deploy']);
});

test('explainSimilarity reports files of the same name in different folders', () => {
  const [cart, web] = [filesOf('cart', 'main.tf', 'tf'), filesOf('web', 'main.tf', 'tf')];
  expect(detailsOf(cart, web)).toEqual(['files of the same name: main.tf']);
  const shared = filesOf('deploy', 'values-prod.yaml', 'yaml');
  expect(detailsOf([...cart, ...shared], [...shared, ...web])).toEqual([
    'the same files or folders: deploy/values-prod.yaml, deploy',
    'files of the same name: main.tf',
  ]);
});

test('explainSimilarity reports the file type only if nothing more specific is shared', () => {
  const migration = filesOf('cart/migrations', '0001_orders.sql', 'sql');
  expect(detailsOf(migration, filesOf('mail/migrations', '0002_mails.sql', 'sql'))).toEqual([
    'files of the same type: .sql',
  ]);
  expect(detailsOf(migration, filesOf('cart/migrations', '0002_carts.sql', 'sql'))).toEqual([
    'the same files or folders: cart/migrations',
  ]);
  expect(detailsOf(migration, filesOf('mail/migrations', '0001_orders.sql', 'sql'))).toEqual([
    'files of the same name: 0001_orders.sql',
  ]);
});

const at = (occurredAt: string) => normaliseDocument({ id: '', title: 'disk full', text: '', occurredAt });

function explainApart(query: string, found: string) {
  return explainNeighbour(at(query), at(found), 0.5, new Map([['words', 0.25]]), { ...statistics, weigh: () => 1 });
}

test.each([
  ['2024-03-01T00:00:00Z', '2024-03-01T06:00:00Z', 'less than a day apart'],
  ['2024-03-02T00:00:00Z', '2024-03-01T00:00:00Z', '1 day apart'],
  ['2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', '29 days apart'],
])('explainNeighbour reports the time between %s and %s as negative weight', (query, found, detail) => {
  const [words, time] = explainApart(query, found);
  expect(words?.detail).toBe('shared words: disk, full');
  expect(time?.detail).toBe(detail);
  expect((words?.weight ?? 0) + (time?.weight ?? 0)).toBeCloseTo(0.5, 2);
  const decay = computeTimeDecay(at(query).day, at(found).day);
  expect((time?.weight ?? 0) / (words?.weight ?? 1)).toBeCloseTo(-decay / 0.25, 2);
});

test('explainNeighbour omits the time if the date of a document is unknown', () => {
  const words = { signal: 'words', detail: 'shared words: disk, full', weight: 0.5 };
  expect(explainApart('', '2024-03-01T00:00:00Z')).toEqual([words]);
});
