import type { JobError } from './tool-style.ts';

/** Errors that the logs of a theme's failed deployments show, by theme id. */
export const errorsOfThemes: Readonly<Record<string, readonly JobError[]>> = {
  'pool-exhausted': [
    {
      tool: 'helm',
      lines: [
        'Error: UPGRADE FAILED: release {slug} failed, and has been rolled back due to atomic being set: context deadline exceeded',
        'last log lines of {pod}:',
        '! org.postgresql.util.PSQLException: FATAL: <sorry, too many clients already|remaining connection slots are reserved>',
      ],
    },
    {
      tool: 'kubectl',
      lines: [
        'error: deployment "{slug}" exceeded its progress deadline',
        '{pod}  readiness: no free database connection after 300s',
        '! HikariPool-1 - Connection is not available, request timed out after 30000ms (total=20, active=20, idle=0, waiting={nn})',
      ],
    },
  ],
  'migration-lock': [
    {
      tool: 'gradle',
      lines: [
        'FAILURE: Build failed with an exception.',
        '',
        '* What went wrong:',
        "Execution failed for task ':migrate'.",
        '> Error occurred while executing flywayMigrate',
        '  Migration V{big}__{table}.sql failed',
        '  SQL State  : 55P03',
        '! Message    : ERROR: canceling statement due to lock timeout',
        '  Location   : db/migration/V{big}__{table}.sql',
        '  Statement  : ALTER TABLE {table} ADD COLUMN {column} text',
        '',
      ],
    },
    {
      tool: 'helm',
      lines: [
        '! Error: UPGRADE FAILED: pre-upgrade hooks failed: 1 error occurred:',
        '\t* job {slug}-migrate failed: BackoffLimitExceeded',
        'ERROR: could not obtain lock on relation "{table}", ALTER TABLE cancelled after {nn}s',
      ],
    },
  ],
  'rebalance-storm': [
    {
      tool: 'kubectl',
      lines: [
        'error: timed out waiting for the condition on deployments/{slug}',
        '! {pod}  consumer group {slug} not stable after 10m: the group has already rebalanced',
      ],
    },
  ],
  'old-shape-in-cache': [
    {
      tool: 'jest',
      lines: [
        '§rFAIL§0 smoke/{topicslug}.test.ts',
        '  ● {topic} › reads an entry that the running version stored',
        '',
        "!     TypeError: Cannot read properties of undefined (reading '{field}')",
        '',
        '    §r>§0 {nn} |   return entry.{field}.trim();',
        '         |                ^',
        '',
        '      at fromCache (src/{topicslug}.ts:{nn}:{nn})',
        '      at Object.test (smoke/{topicslug}.test.ts:{nn}:{n})',
      ],
    },
  ],
  'edge-rule-too-wide': [
    {
      tool: 'terraform',
      lines: [
        '§r╷§0',
        '! §r│ Error:§0 error validating edge rules: route /{topicslug} is unreachable, rule {big} matches first',
        '§r│§0',
        '§r│§0   with module.edge.edge_rule.{snake},',
        '§r│§0   on rules.tf line {nn}, in resource "edge_rule" "{snake}":',
        '§r│§0   {nn}: resource "edge_rule" "{snake}" {',
        '§r╵§0',
      ],
    },
  ],
  'flaky-canary': [
    {
      tool: 'script',
      lines: [
        'step 2/5: weight 20, {nn} requests',
        '! canary analysis failed: <p99 {ms}ms against {ms}ms with {n} samples|metric latency_p99 is NaN, too few samples|score {nn} below 75, baseline too noisy>',
        'promotion of {slug} aborted, canary scaled to 0',
      ],
    },
    {
      tool: 'kubectl',
      lines: [
        'Name:            {slug}',
        'Status:          ✖ Degraded',
        '! Message:         RolloutAborted: metric "<success-rate|latency>" assessed Inconclusive due to inconclusive (1) > inconclusiveLimit (0)',
        'Error: The rollout is in a degraded state with message: RolloutAborted: rollout aborted update to revision {nn}',
      ],
    },
  ],
  'setting-missing-in-production': [
    {
      tool: 'helm',
      lines: [
        '! Error: UPGRADE FAILED: execution error at ({slug}/templates/deployment.yaml:{nn}:{nn}): values.{topicslug} is required in production: {env} is not set',
      ],
    },
    {
      tool: 'kubectl',
      lines: [
        'error: deployment "{slug}" exceeded its progress deadline',
        'LAST SEEN   TYPE      REASON                       OBJECT       MESSAGE',
        "! {nn}s         Warning   CreateContainerConfigError   pod/{pod}   Error: couldn't find key {env} in ConfigMap larkhaul/{slug}-config",
      ],
    },
  ],
  'image-pull-limited': [
    {
      tool: 'docker',
      lines: [
        '#6 ERROR: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry.example/v2/library/node/manifests/sha256:{digest}: 429 Too Many Requests',
        '------',
        ' > [internal] load metadata for registry.example/library/{hubimage}:',
        '------',
        '! ##[error]buildx failed with: ERROR: failed to solve: {hubimage}: failed to copy: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
      ],
    },
    {
      tool: 'kubectl',
      lines: [
        'error: timed out waiting for the condition',
        'LAST SEEN   TYPE      REASON   OBJECT   MESSAGE',
        '! {nn}s         Warning   Failed   pod/{pod}   Failed to pull image "reg.larkhaul.net/{slug}:{hex}": toomanyrequests: pull rate limit of shared egress ip reached',
        '{nn}s         Warning   Failed   pod/{pod}   Error: ImagePullBackOff',
      ],
    },
  ],
  'probe-too-tight': [
    {
      tool: 'kubectl',
      lines: [
        'error: deployment "{slug}" exceeded its progress deadline',
        'LAST SEEN   TYPE      REASON      OBJECT   MESSAGE',
        '! {nn}s         Warning   Unhealthy   pod/{pod}   Liveness probe failed: Get "http://{ip}:8080/live": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
        '{nn}s         Normal    Killing     pod/{pod}   Container {slug} failed liveness probe, will be restarted',
      ],
    },
    {
      tool: 'helm',
      lines: [
        'Error: UPGRADE FAILED: resource Deployment/larkhaul/{slug} not ready. status: InProgress, message: Available: 0/{n}',
        '! {pod}: Startup took {nn}s, killed by the liveness probe (exit code 143), restart count {n}',
      ],
    },
  ],
  'runner-lost': [
    {
      tool: 'runner',
      lines: [
        '! ##[error]The runner has received a shutdown signal. This can happen when the runner service is stopped, or a manually started runner is canceled.',
        '##[error]The operation was canceled.',
      ],
    },
  ],
  'flaky-test': [
    {
      tool: 'pytest',
      lines: [
        '=================================== FAILURES ===================================',
        '_______________________ test_list_of_{snake}_is_refreshed _______________________',
        '',
        '    def test_list_of_{snake}_is_refreshed(page):',
        '        page.get_by_role("button", name="Refresh").click()',
        '>       expect(page.get_by_test_id("row")).to_have_count(3, timeout=5000)',
        "! E       AssertionError: Locator expected to have count '3', timed out after 5000ms waiting for <the list|the table|rows>",
        'E       Actual value: 2',
        '',
        'tests/smoke/test_{snake}.py:{nn}: AssertionError',
        '=========================== short test summary info ============================',
        'FAILED tests/smoke/test_{snake}.py::test_list_of_{snake}_is_refreshed - AssertionError: Locator expected to have count',
      ],
    },
    {
      tool: 'jest',
      lines: [
        '§rFAIL§0 smoke/{topicslug}.test.ts (3{n}.{nn} s)',
        '  ● {topic} › refreshes the list',
        '',
        '!     thrown: "Exceeded timeout of 5000 ms for a test while waiting for the list to refresh.',
        '    Add a timeout value to this test to increase the timeout, if this is a long-running test. See https://jestjs.io/docs/api#testname-fn-timeout."',
        '',
        '      {nn} |   test("refreshes the list", async () => {',
        '         |   ^',
        '',
        '      at test (smoke/{topicslug}.test.ts:{nn}:{n})',
      ],
    },
  ],
  'deploy-credential-expired': [
    {
      tool: 'login',
      lines: [
        '! ##[error]Could not assume role with OIDC: <ExpiredTokenException: The web identity token that was passed is expired|Token is expired: the ID token expired {nn} seconds ago>',
      ],
    },
    {
      tool: 'terraform',
      lines: [
        '§r╷§0',
        '! §r│ Error:§0 configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: {uuid}, api error ExpiredToken: The security token included in the request is expired',
        '§r│§0',
        '§r│§0   with provider["registry.example/hashicorp/aws"],',
        '§r│§0   on providers.tf line {n}, in provider "aws":',
        '§r│§0    {n}: provider "aws" {',
        '§r╵§0',
      ],
    },
  ],
  'state-lock-held': [
    {
      tool: 'terraform',
      lines: [
        '§r╷§0',
        '! §r│ Error:§0 Error acquiring the state lock',
        '§r│§0',
        '§r│§0 Error message: operation error DynamoDB: PutItem, https response error StatusCode: 400, ConditionalCheckFailedException: The conditional request failed',
        '§r│§0 Lock Info:',
        '§r│§0   ID:        {uuid}',
        '§r│§0   Path:      larkhaul-state/{slug}/terraform.tfstate',
        '§r│§0   Operation: OperationTypeApply',
        '§r│§0   Who:       runner@fv-az{nn}-{nn}',
        '§r│§0   Version:   1.{n}.{n}',
        '§r│§0',
        '§r│§0 Terraform acquires a state lock to protect the state from being written',
        '§r│§0 by multiple users at the same time. Please resolve the issue above and try',
        '§r│§0 again. For most commands, you can disable locking with the "-lock=false"',
        '§r│§0 flag, but this is not recommended.',
        '§r╵§0',
      ],
    },
  ],
  'registry-down': [
    {
      tool: 'docker',
      lines: [
        '#7 [internal] load metadata for {image}',
        '#7 ERROR: failed to do request: Head "https://{registry}/v2/manifests/{hex}": dial tcp {ip}:443: <i/o timeout|connect: connection refused>',
        '------',
        ' > [internal] load metadata for {image}:',
        '------',
        'Dockerfile:{n}',
        '--------------------',
        '   {n} | >>> FROM {image} AS build',
        '--------------------',
        '! ##[error]buildx failed with: ERROR: failed to solve: failed to resolve source metadata for {image}: unexpected status from HEAD request to https://{registry}/v2/: <503 Service Unavailable|502 Bad Gateway>',
      ],
    },
  ],
  'lock-file-outdated': [
    {
      tool: 'npm',
      lines: [
        'npm error code EUSAGE',
        'npm error',
        '! npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.',
        'npm error',
        'npm error Missing: {dep}@{ver} from lock file',
        "npm error Invalid: lock file's {dep}@{ver} does not satisfy {dep}@{ver}",
        'npm error',
        'npm error Clean install a project',
      ],
    },
    {
      tool: 'npm',
      lines: [
        'npm error code ERESOLVE',
        '! npm error ERESOLVE could not resolve',
        'npm error',
        'npm error While resolving: {dep}@{ver}',
        'npm error Found: {dep}@{ver}',
        'npm error Could not resolve dependency:',
        'npm error peer {dep}@"^{n}" from {dep}@{ver}',
        'npm error Conflicting peer dependency: {dep}@{ver}',
      ],
    },
  ],
  'cloud-api-throttled': [
    {
      tool: 'cloudformation',
      lines: [
        '{slug} | {n}/{nn} | {hhmm}:{nn} | UPDATE_FAILED        | AWS::SQS::Queue | {topicslug}{hex} Resource handler returned message: "Rate exceeded (Service: Sqs, Status Code: 400, Request ID: {uuid})" (HandlerErrorCode: Throttling)',
        '{slug} | {n}/{nn} | {hhmm}:{nn} | UPDATE_ROLLBACK_IN_P | AWS::CloudFormation::Stack | {slug} The following resource(s) failed to update: [{topicslug}{hex}].',
        '',
        '! §r ❌  {slug} failed: Error: The stack named {slug} failed to deploy: UPDATE_ROLLBACK_COMPLETE: Resource handler returned message: "Rate exceeded (Service: Sqs, Status Code: 400)" (HandlerErrorCode: Throttling)§0',
      ],
    },
  ],
  'artifact-store-unavailable': [
    {
      tool: 'maven',
      lines: [
        '[INFO] BUILD FAILURE',
        '[INFO] Total time:  {n}:{nn} min',
        '! [ERROR] Failed to execute goal org.apache.maven.plugins:maven-deploy-plugin:3.1.{n}:deploy (default-deploy) on project {slug}: Failed to deploy artifacts: Could not transfer artifact net.larkhaul:{slug}:jar:{ver} from/to releases (https://artifacts.larkhaul.net/releases): status code: <503, reason phrase: Service Unavailable (503)|500, reason phrase: Server Error (500)> -> [Help 1]',
      ],
    },
  ],
  'release-pending': [
    {
      tool: 'helm',
      lines: ['! Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress'],
    },
  ],
  'machine-unreachable': [
    {
      tool: 'ansible',
      lines: [
        'TASK [restart {snake}] ************************************************************',
        '! §rfatal: [{host}]: UNREACHABLE! => changed=false§0',
        "§r  msg: 'Failed to connect to the host via ssh: ssh: connect to host {host} port 22: <Connection timed out|No route to host>'§0",
        '§r  unreachable: true§0',
        '',
      ],
    },
  ],
};

/** Errors of failures that never recur. `{seen}` is what people observe. */
export const errorsOfOneOffs: readonly JobError[] = [
  {
    tool: 'jest',
    lines: [
      '§rFAIL§0 smoke/{topicslug}.test.ts',
      '  ● {topic} › {seen}',
      '',
      '!     expect(received).toEqual(expected) // {seen}',
      '',
      '    Expected: {nn}',
      '    Received: {n}',
      '',
      '      at Object.test (smoke/{topicslug}.test.ts:{nn}:{n})',
    ],
  },
  {
    tool: 'pytest',
    lines: [
      '=================================== FAILURES ===================================',
      '_________________________________ test_{snake} _________________________________',
      '    def test_{snake}(client):',
      '>       assert client.get("/{topicslug}").json()["ok"]',
      '! E       AssertionError: {seen}',
      'tests/smoke/test_{snake}.py:{nn}: AssertionError',
      '=========================== short test summary info ============================',
      'FAILED tests/smoke/test_{snake}.py::test_{snake} - AssertionError: {seen}',
    ],
  },
  {
    tool: 'script',
    lines: ['step 1/5: weight 5, {nn} requests, {n} errors', '! check red: {seen}', 'promotion of {slug} aborted'],
  },
  {
    tool: 'go',
    lines: [
      '--- FAIL: Test{camel} (0.{nn}s)',
      '!     {snake}_test.go:{nn}: {seen}',
      '    {snake}_test.go:{nn}: got {nn}, want {n}',
    ],
  },
  {
    tool: 'gradle',
    lines: [
      'FAILURE: Build failed with an exception.',
      '',
      '* What went wrong:',
      "Execution failed for task ':smokeTest'.",
      '! > java.lang.AssertionError: {seen}',
      '',
    ],
  },
  {
    tool: 'ansible',
    lines: [
      'TASK [check {topicslug}] *********************************************************',
      '! §rfatal: [{host}]: FAILED! => {"assertion": "{topicslug}.{noun} == expected_{noun}", "changed": false, "evaluated_to": false, "msg": "{seen}"}§0',
      '',
    ],
  },
];
