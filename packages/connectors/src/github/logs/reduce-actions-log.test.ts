import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceActionsLog } from './reduce-actions-log.ts';

/** Returns a log as GitHub stores it, with a timestamp on every line. */
function stamped(text: string): string {
  return text
    .split('\n')
    .map((line, index) => `2024-05-01T10:00:${String(index % 60).padStart(2, '0')}.1234567Z ${line}`)
    .join('\n');
}

const header = (script: string): string => `##[group]Run ${script}
${script}
shell: /usr/bin/bash -e {0}
env:
  ON_ERROR: fail
##[endgroup]`;
const cleanUp = `Post job cleanup.
[command]/usr/bin/git version
git version 2.45.0
fatal: not in a git directory
Cleaning up orphan processes`;

const logs: Record<string, { log: string; kept: string[]; dropped: string[] }> = {
  'npm and TypeScript': {
    log: `${header('npm run build')}
> api@1.4.0 build
> tsc -b
npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported
##[error]src/pool.ts(12,7): error TS2322: Type 'string' is not assignable to type 'number'.
npm error Lifecycle script \`build\` failed with error:
npm error code 2
npm error path /builds/acme/api/api
npm error A complete log of this run can be found in: /actions/.npm/_logs/2024-05-01-debug-0.log
##[error]Process completed with exit code 2.
${cleanUp}`,
    kept: [
      "src/pool.ts(12,7): error TS2322: Type 'string' is not assignable to type 'number'.",
      'npm error Lifecycle script `build` failed with error:',
    ],
    dropped: ['exit code 2', 'deprecated', 'ON_ERROR', 'shell:', 'not in a git directory', 'complete log', '##['],
  },
  vitest: {
    log: `${header('npx vitest run')}
 \u001b[32m✓\u001b[39m src/cart.test.ts (12 tests) 40ms
 \u001b[32m✓\u001b[39m src/errors.test.ts > fails when the card is refused
 \u001b[31m❯\u001b[39m src/checkout.test.ts (2 tests | 1 failed) 31ms
   \u001b[31m×\u001b[39m checkout > charges once
AssertionError: expected 2 to be 1 // Object.is equality
 ❯ src/checkout.test.ts:14:19
 Test Files  1 failed | 2 passed (3)
##[error]AssertionError: expected 2 to be 1 // Object.is equality
##[error]Process completed with exit code 1.`,
    kept: [
      '× checkout > charges once',
      'AssertionError: expected 2 to be 1 // Object.is equality',
      'src/checkout.test.ts:14:19',
    ],
    dropped: ['card is refused', '\u001b'],
  },
  pytest: {
    log: `${header('pytest -q')}
${Array.from({ length: 300 }, (_, index) => `tests/test_${index}.py::test_no_error PASSED [ ${index} %]`).join('\n')}
=================================== FAILURES ===================================
____________________________ test_refund_is_idempotent ____________________________
    def test_refund_is_idempotent(client):
>       assert client.post("/refund").status_code == 200
E       assert 500 == 200
E        +  where 500 = <Response [500]>.status_code
tests/test_refund.py:31: AssertionError
----------------------------- Captured log call ------------------------------
Traceback (most recent call last):
  File "/usr/lib/python3.12/site-packages/flask/app.py", line 2190, in wsgi_app
    response = self.full_dispatch_request()
  File "/usr/lib/python3.12/site-packages/flask/app.py", line 1486, in full_dispatch_request
    rv = self.handle_user_exception(e)
  File "/app/refund.py", line 18, in refund
    ledger.post(entry)
psycopg.errors.UniqueViolation: duplicate key value violates unique constraint "ledger_pkey"
=========================== short test summary info ============================
FAILED tests/test_refund.py::test_refund_is_idempotent - assert 500 == 200
1 failed, 300 passed in 12.41s
##[error]Process completed with exit code 1.`,
    kept: [
      'E       assert 500 == 200',
      'tests/test_refund.py:31: AssertionError',
      '  File "/app/refund.py", line 18, in refund',
      'UniqueViolation: duplicate key value',
      'FAILED tests/test_refund.py::test_refund_is_idempotent - assert 500 == 200',
    ],
    dropped: ['300 passed', 'wsgi_app', 'test_no_error'],
  },
  terraform: {
    log: `${header('terraform apply -auto-approve')}
aws_iam_role.task: Refreshing state... [id=task]
aws_db_instance.main: Modifying... [id=db-1]
\u001b[31m╷\u001b[0m
\u001b[31m│\u001b[0m \u001b[1mError: \u001b[0mcreating RDS DB Instance (db-1): operation error RDS: ModifyDBInstance, https response error StatusCode: 400, InsufficientDBInstanceCapacity
\u001b[31m│\u001b[0m
\u001b[31m│\u001b[0m   with aws_db_instance.main,
\u001b[31m│\u001b[0m   on db.tf line 12, in resource "aws_db_instance" "main":
\u001b[31m╵\u001b[0m
##[error]Terraform exited with code 1.
##[error]Process completed with exit code 1.
${cleanUp}`,
    kept: [
      'InsufficientDBInstanceCapacity',
      'with aws_db_instance.main,',
      'on db.tf line 12',
      'Terraform exited with code 1.',
    ],
    dropped: ['│', '╷', 'orphan'],
  },
  helm: {
    log: `${header('helm upgrade --install checkout ./chart --wait --timeout 5m')}
history.go:56: [debug] getting history for release checkout
wait.go:50: beginning wait for 9 resources with timeout of 5m0s
ready.go:303: Deployment is not ready: shop/checkout. 0 out of 3 expected pods are ready
Error: UPGRADE FAILED: resource Deployment/shop/checkout not ready. status: InProgress, message: Available: 0/3
context deadline exceeded
##[error]Process completed with exit code 1.`,
    kept: ['Deployment is not ready: shop/checkout', 'Error: UPGRADE FAILED', 'context deadline exceeded'],
    dropped: ['shell:'],
  },
  docker: {
    log: `${header('docker build -t api .')}
#8 [3/6] RUN npm ci --omit=dev
#8 41.20 npm error code ERESOLVE
#8 41.20 npm error ERESOLVE could not resolve
#8 ERROR: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1
------
Dockerfile:7
--------------------
   7 | >>> RUN npm ci --omit=dev
--------------------
ERROR: failed to solve: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1
##[error]buildx failed with: ERROR: failed to solve: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1`,
    kept: ['ERESOLVE could not resolve', 'did not complete successfully', 'buildx failed with'],
    dropped: [],
  },
  gradle: {
    log: `${header('./gradlew deploy')}
> Task :app:compileJava UP-TO-DATE
> Task :app:test FAILED
OrderServiceTest > rejects negative amounts FAILED
    java.lang.IllegalStateException: Failed to load ApplicationContext
        at org.springframework.test.context.cache.Load.load(Load.java:98)
        at org.springframework.test.context.support.Get.get(Get.java:124)
        at org.junit.platform.Third.third(Third.java:1)
        Caused by: org.flywaydb.core.api.FlywayValidateException: Validate failed: Migration checksum mismatch for version 42
            at org.flywaydb.core.Flyway.validate(Flyway.java:141)
            at org.flywaydb.core.Second.second(Second.java:2)
            at org.flywaydb.core.Third.third(Third.java:3)
FAILURE: Build failed with an exception.
* What went wrong:
Execution failed for task ':app:test'.
> There were failing tests. See the report at: file:///actions/build/reports/index.html
* Try:
> Run with --scan to get full insights.
BUILD FAILED in 1m 3s
##[error]Process completed with exit code 1.`,
    kept: [
      'Failed to load ApplicationContext',
      'Load.java:98',
      'Migration checksum mismatch for version 42',
      'Flyway.java:141',
      "Execution failed for task ':app:test'.",
    ],
    dropped: ['org.junit.platform.Third', 'org.flywaydb.core.Third', '--scan', 'BUILD FAILED', 'UP-TO-DATE'],
  },
  go: {
    log: `${header('go test ./...')}
ok  	acme.test/api/cart	0.012s
panic: runtime error: invalid memory address or nil pointer dereference
goroutine 7 [running]:
	/builds/acme/api/pool.go:41 +0x1c
	/builds/acme/api/pool.go:88 +0x2f
	/builds/acme/api/main.go:12 +0x11
FAIL	acme.test/api/pool	0.034s
##[error]Process completed with exit code 2.`,
    kept: ['panic: runtime error: invalid memory address', 'goroutine 7 [running]:', 'FAIL	acme.test/api/pool'],
    dropped: ['main.go:12'],
  },
};

describe('reduceActionsLog', () => {
  it.each(Object.entries(logs))('keeps the lines of %s that explain the failure', (_tool, { log, kept, dropped }) => {
    const reduced = reduceActionsLog(stamped(log));
    for (const line of kept) expect(reduced).toContain(line);
    for (const line of dropped) expect(reduced).not.toContain(line);
    expect(reduced).not.toMatch(/2024-05-01T10/u);
    expect(reduced.split('\n').length).toBeLessThanOrEqual(30);
  });

  it('collapses a thousand similar lines, and keeps errors marked by the runner', () => {
    const noise = Array.from(
      { length: 1_000 },
      (_, index) => `${index}: error: connection to 10.0.0.${index % 250} refused`,
    );
    const reduced = reduceActionsLog(stamped([...noise, '##[error]No node accepts connections'].join('\n')));
    expect(reduced.split('\n')).toEqual(['0: error: connection to 10.0.0.0 refused', 'No node accepts connections']);
  });

  it('keeps the runner’s errors if tools print more errors than the limit allows', () => {
    const noise = Array.from(
      { length: 500 },
      (_, index) => `error in ${'abcdefghij'.repeat(3)}${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index)}`,
    );
    const reduced = reduceActionsLog(
      [...noise, '##[error]The deadline was missed', '##[error]Process completed with exit code 4.'].join('\n'),
    );
    expect(reduced).toContain('The deadline was missed');
    expect(reduced).toContain('exit code 4');
    expect(reduced.length).toBeLessThanOrEqual(6_000);
  });

  it('returns the end of a log without errors, and an empty text for an empty log', () => {
    const calm = Array.from({ length: 40 }, (_, index) => `step ${'i'.repeat(index + 1)}`).join('\n');
    expect(reduceActionsLog(calm).split('\n')).toHaveLength(10);
    expect(reduceActionsLog(stamped('\n\n'))).toBe('');
  });

  const stepsWithErrors = [
    header('npm audit'),
    'Severity: high',
    '##[error]Process completed with exit code 1.',
    header('kubectl rollout status deployment/api'),
    'Waiting for deployment "api" rollout to finish: 1 of 3 updated replicas are available...',
    'error: deployment "api" exceeded its progress deadline',
    '##[error]Process completed with exit code 1.',
    header('cat report.md'),
    'cat: report.md: No such file or directory',
    '##[error]Process completed with exit code 1.',
  ];

  it('keeps only the error of the step that failed according to its times', () => {
    const log = stepsWithErrors
      .flatMap((text, part) => text.split('\n').map((line) => `2024-05-01T10:0${part}:00.1234567Z ${line}`))
      .join('\n');
    const from = Date.parse('2024-05-01T10:03:00Z');
    expect(reduceActionsLog(log, [{ from, until: Date.parse('2024-05-01T10:06:00Z') }])).toBe(
      'error: deployment "api" exceeded its progress deadline',
    );
  });

  it('keeps the errors of the last two steps with errors if the times of the failed step are unknown', () => {
    expect(reduceActionsLog(stepsWithErrors.join('\n')).split('\n')).toEqual([
      'error: deployment "api" exceeded its progress deadline',
      'cat: report.md: No such file or directory',
    ]);
  });

  it('keeps only the message of the runner if the runner was stopped', () => {
    const log = [
      header('make deploy'),
      'ERROR could not read the optional cache',
      '##[error]The runner has received a shutdown signal.',
      '##[error]The operation was canceled.',
    ].join('\n');
    expect(reduceActionsLog(log).split('\n')).toEqual([
      'The runner has received a shutdown signal.',
      'The operation was canceled.',
    ]);
  });

  it('omits lines that successful steps print too', () => {
    const connecting = 'psql: error: connection to server at "127.0.0.1" failed: Connection refused';
    const log = [header('./wait.sh'), connecting, header('./deploy.sh'), connecting, 'Error: no space left on device'];
    expect(reduceActionsLog([...log, '##[error]Process completed with exit code 1.'].join('\n'))).toBe(
      'Error: no space left on device',
    );
  });

  it('keeps an exit code that names a signal, and masked secrets', () => {
    const log = [
      header('./import.sh'),
      'Error: cannot write to https://***@store',
      '##[error]Process completed with exit code 137.',
    ];
    expect(reduceActionsLog(log.join('\n')).split('\n')).toEqual([
      'Error: cannot write to https://***@store',
      'Process completed with exit code 137.',
    ]);
  });

  it('keeps the last state of an overwritten line', () => {
    expect(reduceActionsLog('Pulling 10%\rPulling 99%\rPulling failed: no space left')).toBe(
      'Pulling failed: no space left',
    );
  });

  it('returns a bounded text for any log', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('##[error]', '##[group]Run x', '##[endgroup]', '   at x', 'Traceback'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 200 }), (lines) => {
        const reduced = reduceActionsLog(lines.join('\n'));
        expect(reduced.length).toBeLessThanOrEqual(6_000);
        expect(reduced.split('\n').length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it.each([
    ['one line', 'error '.repeat(200_000)],
    ['lines of one word', 'Error\n'.repeat(100_000)],
    ['stack frames', '  File "x", line 1\n'.repeat(50_000)],
    ['escapes', '\u001b['.repeat(200_000)],
    ['words that are almost errors', `${'Aaaaaaaaaaaaaaaaaaa'.repeat(20)}\n`.repeat(5_000)],
  ])('takes time in proportion to a hostile log: %s', (_name, log) => {
    const started = process.cpuUsage();
    reduceActionsLog(log);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_500);
  });
});
