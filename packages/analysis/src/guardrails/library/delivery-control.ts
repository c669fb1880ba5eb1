import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const deliveryControlGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'pipeline-approval',
    name: 'Approved plans for production pipelines',
    promise: 'A pipeline changes production only after a second person has approved the exact plan.',
    prevents: [
      preventsMechanisms(['unintended-pipeline-run'], 0.45, 0.75),
      preventsMechanisms(['unfinished-work-released'], 0.3, 0.6),
      preventsMechanisms(['accidental-deletion', 'state-drift'], 0.15, 0.35),
    ],
    knownAs: ['approval|approve step|gate'],
    answers: [preventsShareOfFailures(['process', 'configuration'], ['config_push', 'deployment'], 0.1, 0.3)],
    speaksFor: [
      guardrailSignal.strongWords(
        'pipeline|workflow unintentionally|accidentally|automatically triggered|ran|applied|executed',
        'merged|deployed|released accident|accidentally|mistake|early|prematurely',
        'terraform plan|apply destroyed|deleted|replaced|unexpected|unintended',
      ),
    ],
    steps: [
      'Require a review and passing checks before a merge into the branch that deploys to production.',
      'Disable pipeline triggers for pull requests and branches that must not change production.',
      'Split each pipeline that changes infrastructure into a plan and an apply step, and show the plan in the pull request.',
      'Require a second approval of the plan if it deletes or replaces a resource.',
      'Apply only the approved plan, and stop if the environment has changed since the approval.',
    ],
    check: 'Open a pull request that deletes a resource in a test environment. The pipeline must wait for an approval.',
    figure: 'Pipeline runs in production without an approved plan, per month.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not catch a harmful plan that the approver did not understand.'],
    sources: [guardrailSources.dora.changeApproval, guardrailSources.sreBook.releases],
  },
  {
    id: 'deployment-locks',
    name: 'Serialised deployments with expiring locks',
    promise: 'Two deployments of one system never run at the same time, and an abandoned lock blocks nobody for long.',
    prevents: [preventsMechanisms(['state-locked'], 0.45, 0.75)],
    knownAs: ['deployment queue|lock'],
    answers: [preventsShareOfFailures(['process'], ['deployment', 'config_push'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'state lock|locked',
        'another operation|upgrade progress',
        'concurrent deployment|apply|run',
      ),
    ],
    steps: [
      'Queue the deployments of each system or state file, and run them one at a time.',
      'Let a cancelled pipeline finish or roll back its current step, so that it releases its lock.',
      'Record who holds a lock and since when, and alert when it is held longer than any normal deployment takes.',
      'Write a command that checks that the holder has ended and then releases the lock.',
    ],
    check:
      'Cancel a deployment in a test environment, then start another. The second must succeed without manual intervention.',
    figure: 'Deployments that failed because of a held lock, per month.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['It does not protect against changes that bypass the pipeline.'],
    sources: [guardrailSources.dora.deployment, guardrailSources.sreBook.releases],
  },
  {
    id: 'pipeline-retries',
    name: 'Retries of interrupted pipeline steps',
    promise:
      'A pipeline step that a throttled API or an unreachable machine interrupts is repeated, and the run succeeds.',
    prevents: [
      preventsMechanisms(['pipeline-throttled'], 0.45, 0.75),
      preventsMechanisms(['target-unreachable'], 0.3, 0.6),
      preventsMechanisms(['artifact-store-failed', 'runner-lost'], 0.2, 0.45),
    ],
    knownAs: ['pipeline|job|step retry|retries'],
    answers: [
      preventsShareOfFailures(['infrastructure', 'dependency', 'capacity'], ['deployment'], 0.2, 0.5),
      preventsShareOfFailures(['process'], ['deployment'], 0.05, 0.2),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'throttling|throttled|throttlingexception deploy|deployment|stack|pipeline|apply',
        'rerun|retry|retried passed|green|succeeded|worked',
      ),
      guardrailSignal.resolution('retried'),
    ],
    steps: [
      'List the steps that may safely run twice, such as a download, a plan or a status query.',
      'Repeat these steps up to three times after a network error, a timeout or a throttled request, with a longer wait each time and jitter.',
      'Use the retry settings of the deployment tool, and respect the wait time that a response states.',
      'Limit how many pipelines run at once, and start scheduled ones at different times.',
      'Count the retries of each step, and look into a step whose count rises.',
    ],
    check: 'Reject the first request of a step in a test pipeline with “429 Too Many Requests”. The run must succeed.',
    figure: 'Failed runs that succeeded when they were repeated without a change, per month.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: [
      'It does not help while an outage lasts longer than the retries.',
      { statement: 'It hides flaky tests instead of correcting them.', mechanisms: ['flaky-check'] },
    ],
    sources: [guardrailSources.amazon.retries, guardrailSources.dora.deployment],
  },
  {
    id: 'admission-webhook-safeguards',
    name: 'Admission webhook safeguards',
    promise: 'An unavailable or faulty admission webhook or policy never blocks unrelated deployments.',
    prevents: [preventsMechanisms(['admission-blocked'], 0.4, 0.7)],
    knownAs: ['webhook failure policy'],
    answers: [preventsShareOfFailures(['configuration', 'infrastructure'], ['deployment', 'config_push'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'admission|validating|validation|mutating webhook|webhooks|controller',
        'failed|failing calling webhook',
        'webhook block|blocked|rejected|timeout|unavailable',
      ),
    ],
    steps: [
      'Limit each webhook to the namespaces and resource types that it needs, and exclude system namespaces.',
      'Set a timeout of a few seconds, and let optional webhooks admit requests when they are unavailable.',
      'Run at least two replicas of each webhook, spread across machines.',
      'Test new policies and webhook versions in audit mode in a test cluster before you enforce them.',
      'Monitor webhooks with a test deployment, and alert on rejected or slow requests.',
    ],
    check: 'Stop all replicas of the webhook in a test cluster. A deployment in another namespace must succeed.',
    figure: 'Requests that webhooks rejected or delayed, per day.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not catch a policy that admits what it should reject.'],
    sources: [guardrailSources.kubernetes.admission, guardrailSources.kubernetes.disruption],
  },
];
