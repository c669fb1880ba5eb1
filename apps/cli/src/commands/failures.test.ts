import type { FailureResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPathResponder, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

type LinkOfAnswer = FailureResponse['links'][number];

const failure: FailureResponse = {
  id: 'f2',
  connectionId: 'c1',
  kind: 'incident',
  externalId: 'PD1',
  title: 'Checkout answers 502',
  text: 'upstream timed out',
  services: ['checkout'],
  repository: null,
  environment: null,
  paths: [],
  sha: null,
  occurredAt: '2026-01-02T03:04:05.678Z',
  resolvedAt: null,
  precision: 'instant',
  timing: null,
  severity: null,
  urgency: null,
  responders: null,
  references: [],
  url: 'https://acme.pagerduty.com/incidents/PD1',
  version: '2026-01-02T04:00:00.000Z',
  isFailure: true,
  confidence: 1,
  episodeId: 'f1',
  duplicateOf: null,
  isDecided: false,
  patternId: null,
  patternName: null,
  isProvisional: false,
  durationSeconds: null,
  episodeServices: [],
  membership: null,
  changeAssessment: null,
  links: [],
  resolution: null,
  statedDuration: null,
  statements: { component: null, symptom: null, mechanism: null, rootCause: null, trigger: null, resolution: null },
};

const link = (fields: Partial<LinkOfAnswer>): LinkOfAnswer => ({
  type: 'caused_by',
  failureId: 'f2',
  targetId: 'ch1',
  score: 0.95,
  evidence: [
    { signal: 'time', detail: '4 minutes before', weight: 0.7 },
    { signal: 'service', detail: 'same service', weight: 0.3 },
  ],
  status: 'suggested',
  other: { id: 'ch1', title: 'Bound the pool', url: 'https://github.com/acme/checkout/pull/7' },
  ...fields,
});

async function show(fields: Partial<FailureResponse>): Promise<string> {
  const api = await startSimulatedApi(createPathResponder({ '/v1/failures/f2': { ...failure, ...fields } }));
  return (await runProgram(api, ['failures', 'f2'])).out;
}

test('failures <id> prints the failure with its pattern and the linked changes and failures', async () => {
  const links = [
    link({}),
    link({
      type: 'same_episode',
      failureId: 'f1',
      targetId: 'f2',
      other: { id: 'f1', title: 'Cart is down', url: null },
    }),
    link({ targetId: 'ch2', other: { id: 'ch2', title: null, url: null } }),
  ];
  expect(await show({ patternId: 'p1', patternName: 'Pools run dry', links })).toBe(
    `Checkout answers 502
incident at 2026-01-02T03:04:05.678Z
checkout
https://acme.pagerduty.com/incidents/PD1
In the pattern “Pools run dry”: npx refrain patterns p1

upstream timed out

caused_by ch1 (0.95, suggested): 4 minutes before; same service
  Bound the pool
  https://github.com/acme/checkout/pull/7
same_episode f1 (0.95, suggested): 4 minutes before; same service
  Cart is down
caused_by ch2 (0.95, suggested): 4 minutes before; same service
`,
  );
  expect(await show({})).not.toContain('pattern');
});

test('failures <id> explains why a record does not count as a failure', async () => {
  const planned = { isFailure: false, confidence: 0.9, decidingWords: ['will be undergoing maintenance'] };
  expect(await show(planned)).toContain(
    'Not counted, because it was planned (0.90): “will be undergoing maintenance”\n',
  );
  expect(await show({ ...planned, isDecided: true })).toContain('Not counted, because somebody decided');
  const unclear = { kind: 'reverted_change' as const, isFailure: false, confidence: 0.5 };
  expect(await show(unclear)).toContain('Not counted, because the revert gives no reason');
  expect(await show({})).not.toContain('Not counted');
});

test('failures <id> prints an incident with the change that triggered it, other candidates and the resolution', async () => {
  const change = {
    kind: 'merged_pull_request' as const,
    repository: 'acme/checkout',
    environment: null,
    title: 'Bound the pool',
    occurredAt: '2026-01-02T02:00:00.000Z',
    url: null,
  };
  const evidence = [{ signal: 'time', detail: 'landed 1 h before it began', weight: 0.9 }];
  const changeAssessment = {
    verdict: 'change' as const,
    confidence: 0.9,
    isDecided: false,
    evidence,
    candidates: [
      { changeId: 'ch1', score: 0.9, evidence, change },
      { changeId: 'ch2', score: 0.05, evidence: [], change: null },
    ],
    resolvedBy: {
      kind: 'revert' as const,
      changeId: 'ch3',
      confidence: 0.8,
      evidence: [],
      change: { ...change, title: 'Back' },
    },
  };
  const possible = {
    kind: change.kind,
    title: 'Back',
    url: null,
    certainty: 'possible' as const,
    reason: null,
  };
  expect(await show({ changeAssessment, resolution: { stated: null, change: possible } })).toContain(`upstream timed out

Triggered by a change (0.90)
  0.90 ch1 Bound the pool · acme/checkout · 2026-01-02T02:00:00.000Z
       landed 1 h before it began
  0.05 ch2 is gone
Possibly resolved by a revert (0.80)
  ch3 Back · acme/checkout · 2026-01-02T02:00:00.000Z
`);
  const decided = {
    verdict: 'not_change_related' as const,
    confidence: 1,
    isDecided: true,
    candidates: [],
    evidence: [{ signal: 'decision', detail: 'a person decided this', weight: 1 }],
    resolvedBy: { kind: 'unknown' as const, changeId: null, confidence: 0, evidence: [], change: null },
  };
  expect(await show({ changeAssessment: decided })).toContain(
    'Not triggered by a change (decided by a person): a person decided this\n',
  );
});

test('failures <id> quotes the resolution from the text of the incident, and mentions a manual step only if there is no quotation', async () => {
  const stated = { quote: 'We restarted it.\nIt answered again.', confidence: 0.72 };
  const resolvedBy = { kind: 'manual' as const, changeId: null, confidence: 0.6, evidence: [], change: null };
  const changeAssessment = {
    verdict: 'undecided' as const,
    confidence: 0.4,
    isDecided: false,
    evidence: [],
    candidates: [],
    resolvedBy,
  };
  const told = await show({ changeAssessment, resolution: { stated, change: null } });
  expect(told).toContain('Resolved by: “We restarted it. / It answered again.” (0.72)\n');
  expect(told).not.toContain('manual step');
  expect(await show({ changeAssessment })).toContain('Resolved by a manual step (0.60)\n');
});

test('failures <id> prints what a failure states', async () => {
  const statements: FailureResponse['statements'] = {
    ...failure.statements,
    symptom: { quote: 'Nobody can pay.', confidence: 0.85, isDecided: false },
    mechanism: { mechanism: 'Out of memory', quote: 'It ran out of memory.', confidence: 0.67, isDecided: false },
    trigger: { trigger: 'config_push', quote: null, confidence: 1, isDecided: true },
  };
  expect(await show({ statements })).toContain(`upstream timed out

Symptom: “Nobody can pay.” (0.85)
Mechanism: Out of memory: “It ran out of memory.” (0.67)
Trigger: config push (decided by a person)
`);
});

test('failures <id> shows why a failure was assigned to a pattern on arrival', async () => {
  const evidence = [
    { signal: 'new_failure', detail: 'assigned on arrival because it resembles f0', weight: 0 },
    { signal: 'words', detail: 'shared words: pool', weight: 0.8 },
  ];
  const fields = { patternId: 'p1', patternName: 'Pools run dry', membership: { confidence: 0.84, evidence } };
  expect(await show({ ...fields, isProvisional: true })).toContain(
    `In the pattern “Pools run dry”: npx refrain patterns p1
  (0.84) assigned on arrival because it resembles f0; shared words: pool
`,
  );
  expect(await show({ ...fields, isProvisional: false })).not.toContain('0.84');
});
