import { expect, test } from 'vitest';
import { arrangeStatements } from './arrange-statements.ts';

const stated = (quote: string) => ({ quote, confidence: 0.7, isDecided: false });
const nothing = { component: null, symptom: null, mechanism: null, rootCause: null, trigger: null, resolution: null };
const failure = { kind: 'incident' as const, title: 'Checkout slow', services: ['checkout'], statements: nothing };

test('arrangeStatements quotes a sentence once, in the row that a reader asks for first', () => {
  const quote = 'the supplier had an outage';
  const statements = {
    ...nothing,
    mechanism: { ...stated(quote), mechanism: 'Third-party outage' },
    rootCause: stated(quote),
    trigger: { ...stated(quote), trigger: 'dependency_change' as const },
    resolution: stated('queue drained'),
  };
  expect(arrangeStatements({ ...failure, statements }).rows).toEqual([
    { name: 'rootCause', quote },
    { name: 'mechanism', quote: null },
    { name: 'trigger', quote: null },
    { name: 'resolution', quote: 'queue drained' },
  ]);
});

test('arrangeStatements omits a symptom that repeats the title and a component that repeats the service', () => {
  const statements = { ...nothing, component: stated('Checkout'), symptom: stated('Checkout slow') };
  expect(arrangeStatements({ ...failure, statements })).toEqual({
    rows: [],
    repeating: ['component', 'symptom'],
    missing: ['rootCause', 'mechanism', 'trigger', 'resolution'],
  });
});

test('arrangeStatements shows a component that a person chose', () => {
  const component = { ...stated('Checkout'), isDecided: true };
  expect(arrangeStatements({ ...failure, statements: { ...nothing, component } }).rows).toEqual([
    { name: 'component', quote: 'Checkout' },
  ]);
});

test('arrangeStatements omits that a deployment triggered a failed deployment, and a symptom that the title contains', () => {
  const trigger = { ...stated('deploying main'), trigger: 'deployment' as const };
  const statements = { ...nothing, symptom: stated('job did not finish'), trigger };
  const deployment = { ...failure, kind: 'failed_deployment' as const, title: 'Deployment failed: job did not finish' };
  expect(arrangeStatements({ ...deployment, statements }).rows).toEqual([]);
  expect(arrangeStatements({ ...failure, statements }).rows.map(({ name }) => name)).toEqual(['symptom', 'trigger']);
});
