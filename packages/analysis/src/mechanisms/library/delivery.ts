import type { Mechanism } from '../mechanism.ts';

/** Mechanisms of failed deployments that are not failures of the delivered service. */
export const deliveryMechanisms: readonly Mechanism[] = [
  {
    id: 'rollout-not-ready',
    name: 'New version does not become ready',
    clause: 'a new version of … does not become ready',
    cause: 'code_defect',
    trigger: 'deployment',
    phrases: [
      'progress deadline exceeded',
      'rollout|deployment timed|timeout|exceeded|waiting|unhealthy|stuck|failed ready|rollout|finish|available|healthy|wait|complete',
      'crashloopbackoff|crashloop|crashlooping|crashloops',
      'crash loop|loops|looping|loopbackoff',
      'old replicas|pods pending|termination',
      'back off restarting container',
    ],
  },
  {
    id: 'runner-lost',
    name: 'Build machine lost',
    clause: 'the build machine of … is lost',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'runner|runners|agent lost|shutdown|received|offline|communication|disconnected|unavailable|died|evicted|disk|space',
      'hosted runner lost|stopped|communication',
      'lost communication server',
      'operation|job|run was|were cancelled|canceled',
      'executor|builder|buildkite|jenkins|circleci agent|node lost|offline|died|unavailable|terminated',
    ],
  },
  {
    id: 'state-locked',
    name: 'State lock held',
    clause: 'the state of … is locked',
    cause: 'process',
    trigger: 'deployment',
    phrases: [
      'state lock|locked acquiring|error|acquire|held|failed',
      'error acquiring state lock',
      'another operation|upgrade|install progress',
      'conditionalcheckfailedexception',
      'has no deployed releases',
    ],
  },
  {
    id: 'plan-rejected',
    name: 'Resource change rejected',
    clause: 'the platform rejects a change to …',
    cause: 'configuration',
    trigger: 'config_push',
    phrases: [
      'admission|server|api|resource rejected|denied|invalid|forbidden|conflict|immutable',
      'field is immutable|invalid|unknown|forbidden|required',
      'error creating|updating|deleting|modifying resource|bucket|policy|role|record|instance|group|cluster|service',
      'already exists|inuse',
      'validationerror|badrequest|malformedpolicydocument|invalidparametervalue|resourceinuse',
      'upgrade failed release|helm|cannot|patch|conflict',
    ],
  },
];
