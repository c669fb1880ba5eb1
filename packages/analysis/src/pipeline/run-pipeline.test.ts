import { type Change, type Correction, type Failure, minuteInMs, type StatementKind } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PipelineInput, runPipeline } from './run-pipeline.ts';

function failure(id: string, title: string, text: string, month: number, change: Partial<Failure> = {}): Failure {
  const occurredAt = `2025-${String(month).padStart(2, '0')}-11T08:00:00.000Z`;
  return {
    id,
    connectionId: 'c1',
    episodeId: null,
    duplicateOf: null,
    kind: 'incident',
    externalId: id,
    title,
    text,
    services: ['checkout'],
    repository: 'acme/checkout',
    environment: 'production',
    paths: [],
    sha: null,
    occurredAt,
    resolvedAt: null,
    precision: 'instant',
    severity: null,
    url: null,
    version: occurredAt,
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
    ...change,
  };
}

const pool = 'HikariPool exhausted: connection is not available, request timed out after 30000ms. Too many clients.';
const certificate = 'TLS handshake failed: x509 certificate has expired on the ingress, renewal did not run.';
const failures: Failure[] = [
  failure('a1', 'Checkout: database connection pool exhausted', pool, 1),
  failure('a2', 'Database connection pool exhausted in checkout', `${pool} Traffic peak at noon.`, 3),
  failure('a3', 'checkout down, connection pool exhausted again', pool, 5, { kind: 'failed_deployment' }),
  failure('b1', 'Certificate of the ingress expired', certificate, 2, { services: ['ingress'], repository: null }),
  failure('b2', 'Ingress: expired certificate', certificate, 6, { services: ['ingress'], repository: null }),
  failure('c1', 'Printer in the office is out of paper', 'Nobody can print.', 7, { services: [], repository: null }),
  failure('d1', 'Planned: connection pool exhausted drill', pool, 8, { isFailure: false }),
];
const fix: Change = {
  id: 'fix',
  connectionId: 'c1',
  kind: 'merged_pull_request',
  externalId: 'acme/checkout#7',
  repository: 'acme/checkout',
  environment: null,
  title: 'Limit the connection pool of checkout',
  text: 'Fixes the exhausted connection pool, see a3.',
  sha: 'f'.repeat(40),
  parents: [],
  number: 7,
  branch: 'pool',
  base: null,
  paths: ['src/pool.ts'],
  occurredAt: '2025-05-11T10:00:00.000Z',
  succeeded: null,
  url: null,
  version: '2025-05-11T10:00:00.000Z',
};
const input: PipelineInput = {
  failures,
  changes: [fix],
  corrections: [],
  previous: [],
  until: '2025-09-01T00:00:00.000Z',
};

const membersOf = (output: ReturnType<typeof runPipeline>) =>
  output.patterns.map(({ members }) => members.map(({ failureId }) => failureId).sort()).sort();

test('runPipeline creates a pattern of recurring failures, but not of single or planned ones', () => {
  const output = runPipeline(input);
  expect(membersOf(output)).toEqual([
    ['a1', 'a2', 'a3'],
    ['b1', 'b2'],
  ]);
  const found = output.patterns.find(({ members }) => members.some(({ failureId }) => failureId === 'a1'));
  expect(found?.pattern).toMatchObject({
    services: ['checkout'],
    repositories: ['acme/checkout'],
    kinds: { incident: 2, failed_deployment: 1, reverted_change: 0 },
    episodes: 3,
    firstAt: '2025-01-11T08:00:00.000Z',
    lastAt: '2025-05-11T08:00:00.000Z',
  });
  expect(found?.pattern.name).toMatch(/connections/iu);
  const expired = output.patterns.find(({ members }) => members.some(({ failureId }) => failureId === 'b1'));
  expect(expired?.pattern.cause).toBe('expiry_time');
});

test('runPipeline counts two failures of one event as one episode of their pattern', () => {
  const first = failures.find(({ id }) => id === 'a1');
  if (first === undefined) throw new Error('The test data contains no failure a1.');
  const soonAfter = new Date(Date.parse(first.occurredAt) + 4 * minuteInMs).toISOString();
  const twin = { ...first, id: 'a4', externalId: 'a4', title: `${first.title} again`, occurredAt: soonAfter };
  const found = runPipeline({ ...input, failures: [...failures, twin] }).patterns.find(
    ({ members }) => members.length === 4,
  );
  expect(found?.pattern).toMatchObject({ episodes: 3, kinds: { incident: 3, failed_deployment: 1 } });
});

test("runPipeline lists the services and repositories of a pattern's episodes", () => {
  const expired = failures.filter(({ id }) => id.startsWith('b'));
  const { patterns } = runPipeline({
    ...input,
    failures: expired.map((one) => (one.id === 'b2' ? { ...one, services: [], repository: 'acme/edge' } : one)),
  });
  expect(patterns[0]?.pattern).toMatchObject({ services: ['ingress'], repositories: ['acme/edge'], episodes: 2 });
});

test('runPipeline omits a resolution that a person rejected from the lesson', () => {
  const says = (right: boolean) => {
    const decision = { kind: 'link', type: 'resolved_by', failureId: 'a3', targetId: 'fix', right } as const;
    const corrections = [{ id: '1', decidedAt: input.until, decision }];
    return runPipeline({ ...input, corrections }).patterns.map(({ pattern }) => pattern.lesson);
  };
  expect(says(true).join()).toMatch(/An episode was resolved on [^.]* by “Limit the connection[^”]*”/u);
  expect(says(false).join()).not.toContain('Limit the connection');
});

test('runPipeline counts a failure whose `duplicateOf` comes from an earlier run', () => {
  const parted = failures.map((one) => (one.id === 'b2' ? { ...one, duplicateOf: 'b1' } : one));
  expect(runPipeline({ ...input, failures: parted }).observed).toEqual(runPipeline(input).observed);
});

test('runPipeline does not depend on the order of its input', () => {
  const expected = runPipeline(input);
  fc.assert(
    fc.property(fc.shuffledSubarray(failures, { minLength: failures.length }), (shuffled) => {
      expect(runPipeline({ ...input, failures: shuffled })).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});

test('runPipeline keeps the ids of patterns from run to run', () => {
  const first = runPipeline({ ...input, failures: failures.filter(({ id }) => id !== 'a1') });
  const previous = first.patterns.map(({ pattern, members }) => ({
    patternId: pattern.id,
    failureIds: members.map(({ failureId }) => failureId),
  }));
  const second = runPipeline({ ...input, previous });
  expect(second.patterns.map(({ pattern }) => pattern.id).sort()).toEqual(
    previous.map(({ patternId }) => patternId).sort(),
  );
  expect(second.lineage).toEqual([]);
});

test("runPipeline lets people's decisions override its findings, and later decisions override earlier ones", () => {
  const [first] = runPipeline(input).patterns;
  const patternId = first?.pattern.id ?? '';
  const decidedAt = '2025-09-01T00:00:00.000Z';
  const output = runPipeline({
    ...input,
    corrections: [
      { id: '1', decidedAt, decision: { kind: 'rename', patternId, name: 'First name' } },
      { id: '2', decidedAt, decision: { kind: 'rename', patternId, name: 'Pool too small' } },
      { id: '3', decidedAt, decision: { kind: 'cause', patternId, cause: 'process', trigger: 'hardware' } },
      { id: '4', decidedAt, decision: { kind: 'not_a_failure', failureId: 'b2' } },
    ],
  });
  const renamed = output.patterns.find(({ pattern }) => pattern.id === patternId)?.pattern;
  expect(renamed).toMatchObject({ name: 'Pool too small', cause: 'process', trigger: 'hardware' });
  expect(membersOf(output)).toEqual([['a1', 'a2', 'a3']]);
});

test('runPipeline quotes the statements that people chose until they undo their choice', () => {
  const leak = 'A worker leaked connections, so the pool was exhausted.';
  const report = `## Root cause\n\n${leak}\n\n## Resolution\n\nRestarted the workers, and the pool recovered.`;
  const told = { ...input, failures: failures.map((one) => (one.id === 'a2' ? { ...one, text: report } : one)) };
  const decide = (id: string, statement: StatementKind, quote: string | null, mechanism?: string): Correction => ({
    id,
    decidedAt: '2025-09-01T00:00:00.000Z',
    decision: { kind: 'statement', failureId: 'a2', statement, quote, ...(mechanism && { mechanism }) },
  });
  const patternAfter = (corrections: Correction[]) =>
    runPipeline({ ...told, corrections }).patterns.find(({ members }) =>
      members.some(({ failureId }) => failureId === 'a2'),
    );
  const before = patternAfter([]);
  expect(before?.pattern.lesson).toContain('Restarted the workers');
  const corrections = [
    decide('1', 'resolution', null),
    decide('2', 'root_cause', 'Restarted the workers, and the pool recovered.'),
    ...['a1', 'a2', 'a3'].map((failureId) => {
      const { id, decidedAt, decision } = decide(failureId, 'mechanism', null, 'Disk full');
      return { id, decidedAt, decision: { ...decision, failureId } as Correction['decision'] };
    }),
  ];
  const after = patternAfter(corrections);
  expect(after?.pattern).toMatchObject({ mechanism: 'Disk full', scenario: { resolution: null } });
  expect(after?.pattern.scenario?.cause).toContain('says: “Restarted the workers, and the pool recovered.”');
  expect(after?.statementDecisions).toHaveLength(corrections.length);
  expect(patternAfter([])).toEqual(before);
});

test('runPipeline uses the latest judgement of a pattern, or the one before if people undo the latest', () => {
  const { patterns } = runPipeline(input);
  const patternId = patterns[0]?.pattern.id ?? '';
  const correct = (right: boolean, id: string) => ({
    id,
    decidedAt: '2025-09-01T00:00:00.000Z',
    decision: { kind: 'pattern' as const, patternId, right },
  });
  const judged = (corrections: Correction[]) =>
    runPipeline({ ...input, corrections }).patterns.map(({ pattern }) => pattern.judgement);
  expect(judged([correct(true, '1'), correct(false, '2')])[0]).toBe('dismissed');
  expect(judged([correct(true, '1')])[0]).toBe('confirmed');
  expect(judged([correct(false, '2'), correct(true, '1')])[0]).toBe('confirmed');
  expect(runPipeline({ ...input, corrections: [] }).patterns).toEqual(patterns);
  expect(patterns[0]?.pattern).not.toHaveProperty('judgement');
  // A judgement only adds the field `judgement` to the pattern.
  const { pattern } = runPipeline({ ...input, corrections: [correct(false, '1')] }).patterns[0] as (typeof patterns)[0];
  expect(pattern).toEqual({ ...patterns[0]?.pattern, judgement: 'dismissed' });
});

describe('runPipeline: decisions about causes', () => {
  const decidedAt = '2025-09-01T00:00:00.000Z';
  const patternOf = (output: ReturnType<typeof runPipeline>, failureId: string) =>
    output.patterns.find(({ members }) => members.some((member) => member.failureId === failureId))?.pattern;
  const correct = (id: string, of: { patternId: string } | { failureId: string }) => ({
    id,
    decidedAt,
    decision: { kind: 'cause' as const, cause: 'process' as const, trigger: 'time' as const, ...of },
  });

  test('runPipeline applies decisions about single failures to their pattern', () => {
    const before = patternOf(runPipeline(input), 'b1');
    expect(before).toMatchObject({ cause: 'expiry_time' });
    const corrections = ['b1', 'b2'].map((failureId) => correct(failureId, { failureId }));
    expect(patternOf(runPipeline({ ...input, corrections }), 'b1')).toMatchObject({
      cause: 'process',
      trigger: 'time',
    });
  });

  test('runPipeline states the number of episodes with the trigger if a person decided it for only some episodes', () => {
    const conditionAfter = (failureIds: readonly string[]) => {
      const corrections = failureIds.map((failureId) => ({
        id: failureId,
        decidedAt,
        decision: { kind: 'cause' as const, failureId, trigger: 'hardware' as const },
      }));
      return patternOf(runPipeline({ ...input, corrections }), 'a1')?.scenario?.trigger;
    };
    expect(conditionAfter(['a1', 'a2'])).toBe('2 of 3 episodes followed the loss of hardware.');
    expect(conditionAfter(['a1', 'a2', 'a3'])).toBe('3 of 3 episodes followed the loss of hardware.');
  });

  test('runPipeline names no deployment as the trigger of failures that no change caused', () => {
    const report = `${pool} Root cause: the deployment of version 2.3. It began after we had deployed version 2.3.`;
    const all = ['e1', 'e2', 'e3'].map((id, at) =>
      failure(id, 'Connection pool exhausted after the deployment', report, 2 * at + 1),
    );
    const patternAfter = (...decisions: readonly Correction['decision'][]) => {
      const corrections = decisions.map((decision, at) => ({ id: String(at), decidedAt, decision }));
      return patternOf(runPipeline({ ...input, failures: all, changes: [], corrections }), 'e1');
    };
    const no = (failureId: string) => ({ kind: 'not_change_related' as const, failureId });
    expect(patternAfter()?.trigger).toBe('deployment');
    expect(patternAfter(no('e1'))?.trigger).toBe('deployment');
    expect(patternAfter(no('e1'), no('e2'), no('e3'))?.trigger).toBe('unknown');
    // A person's decision that a deployment is the trigger overrides the finding that no change caused the failures.
    const after = (failureId: string) => ({ kind: 'cause' as const, failureId, trigger: 'deployment' as const });
    const decided = patternAfter(no('e1'), no('e2'), no('e3'), after('e1'), after('e2'));
    expect(decided?.trigger).toBe('deployment');
    expect(decided?.scenario?.trigger).toBe('2 of 3 episodes followed a deployment.');
  });

  test('runPipeline leaves the trigger unchanged if a person decides the cause, and vice versa', () => {
    const before = patternOf(runPipeline(input), 'b1');
    const patternId = before?.id ?? '';
    const after = (...decisions: readonly { cause?: 'process'; trigger?: 'traffic' | 'time' }[]) => {
      const corrections = decisions.map((decision, at) => ({
        id: String(at),
        decidedAt,
        decision: { kind: 'cause' as const, patternId, ...decision },
      }));
      return patternOf(runPipeline({ ...input, corrections }), 'b1');
    };
    const { trigger, triggers } = before ?? {};
    expect(after({ cause: 'process' })).toMatchObject({ cause: 'process', trigger, triggers });
    expect(after({ trigger: 'traffic' })).toMatchObject({ cause: 'expiry_time', trigger: 'traffic' });
    // The decision applies to all members, whatever their texts say.
    expect(after({ trigger: 'traffic' })?.scenario?.trigger).toBe('2 of 2 episodes came with a rise in load.');
    expect(after({ cause: 'process', trigger: 'time' }, { trigger: 'traffic' })).toMatchObject({
      cause: 'process',
      trigger: 'traffic',
    });
  });

  test('runPipeline learns from decisions about some patterns to assess others', () => {
    const others = [1, 2, 3, 4, 5, 6].flatMap((nth) =>
      [1, 7].map((month) =>
        failure(
          `g${nth}${month}`,
          `Gizmo${nth} jammed: florble in lane ${nth}`,
          `The florble of gizmo${nth} is jammed.`,
          month,
          {
            services: [`gizmo${nth}`],
            repository: null,
          },
        ),
      ),
    );
    const all = { ...input, failures: [...failures, ...others] };
    const first = runPipeline(all);
    const unlabelled = patternOf(first, 'g61');
    expect(unlabelled?.cause).toBe('unknown');
    const corrections = [1, 2, 3, 4, 5].map((nth) => {
      return correct(`${nth}`, { patternId: patternOf(first, `g${nth}1`)?.id ?? '' });
    });
    expect(patternOf(runPipeline({ ...all, corrections }), 'g61')).toMatchObject({ cause: 'process', trigger: 'time' });
  });
});

test('runPipeline returns empty results for empty input', () => {
  expect(runPipeline({ ...input, failures: [], changes: [] })).toEqual({
    duplicates: [],
    verdicts: [],
    links: [],
    changeAssessments: [],
    episodes: [],
    patterns: [],
    lineage: [],
    observed: { episodes: [], changes: [] },
    measured: {
      organisation: expect.objectContaining({ asOf: input.until, trends: null, delivery: null }),
      patterns: [],
      effects: [],
    },
  });
});
