import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const capacitySupplyGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'capacity-reservations',
    name: 'Reserved capacity and other machine types',
    promise: 'Replacement machines start even if the cloud provider has no capacity for one machine type or zone.',
    prevents: [
      preventsMechanisms(['supplier-out-of-capacity'], 0.5, 0.8),
      preventsMechanisms(['autoscaling-failed'], 0.05, 0.2),
    ],
    knownAs: ['capacity reservation|reservations'],
    answers: [preventsShareOfFailures(['capacity', 'infrastructure'], ['traffic', 'hardware'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'insufficient|no capacity zone|region|instance|type',
        'instance type|types unavailable|available|availability',
        'spot|preemptible reclaimed|interrupted|unavailable',
      ),
    ],
    steps: [
      'List the machine types and zones without which a service cannot run or scale.',
      'Configure at least two further machine types and a second zone for each machine group.',
      'Reserve the capacity that critical services need, and do not run these services on spot machines.',
      'Alert when a machine cannot be started within ten minutes.',
    ],
    check:
      'Exclude the preferred machine type in a test environment and replace a machine. A machine of another type must start.',
    figure: 'Minutes from the request for a machine until it is ready, 95th percentile.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not raise the account’s quotas.',
        mechanisms: ['quota-exceeded', 'ip-addresses-exhausted'],
      },
    ],
    sources: [guardrailSources.amazon.zones, guardrailSources.other.awsReliability],
  },
];
