import type { CorrectionDecision, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { listQuotableSentences, stateFailure } from './state-failure.ts';

type StatingFailure = Pick<Failure, 'id' | 'title' | 'text' | 'kind' | 'services'>;

const failure: StatingFailure = {
  id: 'f',
  kind: 'incident',
  title: 'Billing Queue stopped after the release of the worker',
  services: [],
  text: `## Impact

Customers were unable to pay for forty minutes.

## Root cause

After the release, the new code of the Billing Queue leaked memory, and the worker ran out of memory and was OOM killed.

## Resolution

Rolled back the release, and all payments recovered.

## Action items

- Add an alert for the memory of the worker.`,
};

test('stateFailure quotes each statement that a report makes', () => {
  const statements = stateFailure(failure);
  expect(statements).toMatchObject({
    component: { quote: 'Billing Queue', isDecided: false },
    symptom: { quote: 'Customers were unable to pay for forty minutes.' },
    mechanism: { mechanism: 'Out of memory' },
    rootCause: { quote: expect.stringContaining('leaked memory') },
    trigger: { trigger: 'deployment' },
    resolution: { quote: 'Rolled back the release, and all payments recovered.' },
  });
  for (const statement of Object.values(statements)) {
    expect(`${failure.title}\n${failure.text}`).toContain(statement?.quote);
    expect(statement?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(statement?.confidence).toBeLessThan(1);
  }
});

const nothing = { component: null, symptom: null, mechanism: null, rootCause: null, trigger: null, resolution: null };

test.each([
  { title: 'Incident on Monday', text: 'We are looking into it.' },
  { title: 'Incident on Monday', text: '' },
])('stateFailure states nothing about “$title: $text”', (vague) => {
  expect(stateFailure({ ...failure, ...vague })).toEqual(nothing);
});

test('stateFailure extracts nothing from a reverted change', () => {
  expect(stateFailure({ ...failure, kind: 'reverted_change' })).toEqual(nothing);
});

test('stateFailure quotes the component as the title spells it', () => {
  const named = { title: 'CHECKOUT-API is slow', text: '', services: ['production', 'checkout-api'] };
  expect(stateFailure({ ...failure, ...named }).component?.quote).toBe('CHECKOUT-API');
  const within = { ...named, title: 'Checkout-apis are slow' };
  expect(stateFailure({ ...failure, ...within }).component).toBeNull();
});

test('stateFailure takes no region of a cloud supplier for a component', () => {
  const text = 'The nodes in eu-west-1 crashed because of a power loss in eu-west-1.';
  expect(stateFailure({ ...failure, title: 'Nodes crash in eu-west-1', text }).component).toBeNull();
});

test('stateFailure quotes the status of a failed deployment as its symptom', () => {
  const deployment = {
    kind: 'failed_deployment' as const,
    title: 'Deployment of acme/shop failed in production',
    text: 'Started by the pipeline.\nThe migration failed on step 3.',
  };
  expect(stateFailure({ ...failure, ...deployment }).symptom?.quote).toBe('The migration failed on step 3.');
});

test('stateFailure leaves out quotations that address people or blame somebody', () => {
  const text = failure.text
    .replace('recovered.', 'recovered. cc the on-call engineer')
    .replace('leaked memory', 'leaked memory because the developer carelessly forgot a call');
  expect(stateFailure({ ...failure, text })).toMatchObject({ resolution: null, rootCause: null, mechanism: null });
});

const decide = (decision: Omit<Extract<CorrectionDecision, { kind: 'statement' }>, 'kind' | 'failureId'>) =>
  ({ kind: 'statement', failureId: 'f', ...decision }) as const;

test('stateFailure quotes the passage that a person chose, and nothing if the person decided that there is none', () => {
  const quote = 'Customers were unable to pay for forty minutes.';
  const chosen = stateFailure(failure, [
    decide({ statement: 'resolution', quote: null }),
    decide({ statement: 'root_cause', quote: null }),
    decide({ statement: 'root_cause', quote }),
  ]);
  expect(chosen).toMatchObject({ resolution: null, rootCause: { quote, confidence: 1, isDecided: true } });
  expect(chosen.symptom).toEqual(stateFailure(failure).symptom);
});

test('stateFailure ignores decisions about other failures, and a quotation that the text no longer contains', () => {
  const decisions = [
    { ...decide({ statement: 'symptom', quote: null }), failureId: 'other' },
    decide({ statement: 'resolution', quote: 'Bought a larger machine.' }),
  ];
  expect(stateFailure(failure, decisions)).toEqual(stateFailure(failure));
});

test('stateFailure quotes a chosen passage of a reverted change', () => {
  const quote = 'Rolled back the release, and all payments recovered.';
  const reverted = { ...failure, kind: 'reverted_change' as const };
  expect(stateFailure(reverted, [decide({ statement: 'resolution', quote })]).resolution?.quote).toBe(quote);
});

test('stateFailure shows the mechanism that a person chose, with a quotation if the report has one', () => {
  const mechanismAfter = (decision: { mechanism?: string; quote: string | null }) =>
    stateFailure(failure, [decide({ statement: 'mechanism', ...decision })]).mechanism;
  const decided = { confidence: 1, isDecided: true };
  expect(mechanismAfter({ mechanism: 'Disk full', quote: null })).toEqual({
    mechanism: 'Disk full',
    quote: null,
    ...decided,
  });
  const quote = 'Customers were unable to pay for forty minutes.';
  expect(mechanismAfter({ mechanism: 'Disk full', quote })).toEqual({ mechanism: 'Disk full', quote, ...decided });
  const stated = stateFailure(failure).mechanism?.quote;
  expect(mechanismAfter({ mechanism: 'Out of memory', quote: null })).toMatchObject({ quote: stated });
  expect(mechanismAfter({ quote: null })).toBeNull();
});

test('stateFailure ignores a mechanism that the library does not have', () => {
  const decision = decide({ statement: 'mechanism', mechanism: 'Bad luck', quote: null });
  expect(stateFailure(failure, [decision]).mechanism).toEqual(stateFailure(failure).mechanism);
});

test('stateFailure shows the trigger that a person chose, and none for an unknown trigger', () => {
  const triggerAfter = (trigger: 'deployment' | 'hardware' | 'unknown') =>
    stateFailure(failure, [{ kind: 'cause', failureId: 'f', trigger }]).trigger;
  expect(triggerAfter('hardware')).toEqual({ trigger: 'hardware', quote: null, confidence: 1, isDecided: true });
  expect(triggerAfter('deployment')).toMatchObject({ quote: expect.stringContaining('release'), isDecided: true });
  expect(triggerAfter('unknown')).toBeNull();
});

test('listQuotableSentences lists the title and each sentence once, without messages to people', () => {
  const text = '- The queue is full.\n- The queue is full.\n- @oncall please look\n\nNobody was paged.';
  expect(listQuotableSentences({ title: 'Queue stopped', text })).toEqual([
    'Queue stopped',
    'The queue is full.',
    'Nobody was paged.',
  ]);
});

test('stateFailure reads 60,000 characters within a second of processor time', () => {
  const began = process.cpuUsage();
  stateFailure({ ...failure, text: failure.text.repeat(60_000 / failure.text.length) });
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
});
