import type { GuardrailSource } from '@refrain/domain';

/** Lists the pages of one work, such as a book. The address of each page follows `baseUrl`. */
function from<Name extends string>(
  baseUrl: string,
  work: string,
  pages: Readonly<Record<Name, readonly [page: string, title: string]>>,
): Readonly<Record<Name, GuardrailSource>> {
  const entries = Object.entries<readonly [string, string]>(pages);
  return Object.fromEntries(
    entries.map(([name, [page, title]]) => [name, { title: `${work}: ${title}`, url: `${baseUrl}${page}` }]),
  ) as Record<Name, GuardrailSource>;
}

export const guardrailSources = {
  sreBook: from('https://sre.google/sre-book/', 'Google SRE Book', {
    automation: ['automation-at-google/', 'The Evolution of Automation at Google'],
    cascades: ['addressing-cascading-failures/', 'Addressing Cascading Failures'],
    consensus: ['managing-critical-state/', 'Managing Critical State'],
    cron: ['distributed-periodic-scheduling/', 'Distributed Periodic Scheduling with Cron'],
    emergencies: ['emergency-response/', 'Emergency Response'],
    integrity: ['data-integrity/', 'Data Integrity: What You Read Is What You Wrote'],
    launches: ['reliable-product-launches/', 'Reliable Product Launches at Scale'],
    monitoring: ['monitoring-distributed-systems/', 'Monitoring Distributed Systems'],
    overload: ['handling-overload/', 'Handling Overload'],
    pipelines: ['data-processing-pipelines/', 'Data Processing Pipelines'],
    planning: ['software-engineering-in-sre/', 'Software Engineering in SRE'],
    releases: ['release-engineering/', 'Release Engineering'],
    testing: ['testing-reliability/', 'Testing for Reliability'],
  }),
  sreWorkbook: from('https://sre.google/workbook/', 'Google SRE Workbook', {
    alerting: ['alerting-on-slos/', 'Alerting on SLOs'],
    canaries: ['canarying-releases/', 'Canarying Releases'],
    configuration: ['configuration-design/', 'Configuration Design and Best Practices'],
    load: ['managing-load/', 'Managing Load'],
    onCall: ['on-call/', 'On-Call'],
    pipelines: ['data-processing/', 'Data Processing Pipelines'],
    toil: ['eliminating-toil/', 'Eliminating Toil'],
  }),
  amazon: from('https://aws.amazon.com/builders-library/', 'Amazon Builders’ Library', {
    caching: ['caching-challenges-and-strategies/', 'Caching challenges and strategies'],
    correlated: ['minimizing-correlated-failures-in-distributed-systems/', 'Minimizing correlated failures'],
    deployments: ['automating-safe-hands-off-deployments/', 'Automating safe, hands-off deployments'],
    fairness: ['fairness-in-multi-tenant-systems/', 'Fairness in multi-tenant systems'],
    fallback: ['avoiding-fallback-in-distributed-systems/', 'Avoiding fallback in distributed systems'],
    health: ['implementing-health-checks/', 'Implementing health checks'],
    idempotency: ['making-retries-safe-with-idempotent-APIs/', 'Making retries safe with idempotent APIs'],
    leaders: ['leader-election-in-distributed-systems/', 'Leader election in distributed systems'],
    queues: ['avoiding-insurmountable-queue-backlogs/', 'Avoiding insurmountable queue backlogs'],
    retries: ['timeouts-retries-and-backoff-with-jitter/', 'Timeouts, retries and backoff with jitter'],
    rollback: ['ensuring-rollback-safety-during-deployments/', 'Ensuring rollback safety during deployments'],
    shedding: ['using-load-shedding-to-avoid-overload/', 'Using load shedding to avoid overload'],
    zones: ['static-stability-using-availability-zones/', 'Static stability using Availability Zones'],
  }),
  azure: from('https://learn.microsoft.com/en-us/azure/architecture/patterns/', 'Azure patterns', {
    breaker: ['circuit-breaker', 'Circuit Breaker'],
    bulkhead: ['bulkhead', 'Bulkhead'],
    health: ['health-endpoint-monitoring', 'Health Endpoint Monitoring'],
    levelling: ['queue-based-load-leveling', 'Queue-Based Load Leveling'],
    throttling: ['throttling', 'Throttling'],
  }),
  dora: from('https://dora.dev/capabilities/', 'DORA capabilities', {
    changeApproval: ['streamlining-change-approval/', 'Streamlining change approval'],
    databases: ['database-change-management/', 'Database change management'],
    delivery: ['continuous-delivery/', 'Continuous delivery'],
    deployment: ['deployment-automation/', 'Deployment automation'],
    observability: ['monitoring-and-observability/', 'Monitoring and observability'],
    tests: ['test-automation/', 'Test automation'],
    trunk: ['trunk-based-development/', 'Trunk-based development'],
  }),
  kubernetes: from('https://kubernetes.io/docs/', 'Kubernetes documentation', {
    admission: [
      'concepts/cluster-administration/admission-webhooks-good-practices/',
      'Admission Webhook Good Practices',
    ],
    cronJobs: ['concepts/workloads/controllers/cron-jobs/', 'CronJob'],
    disruption: ['tasks/run-application/configure-pdb/', 'Specifying a Disruption Budget for your Application'],
    drain: ['tasks/administer-cluster/safely-drain-node/', 'Safely Drain a Node'],
    nodeDns: ['tasks/administer-cluster/nodelocaldns/', 'Using NodeLocal DNSCache in Kubernetes Clusters'],
    pods: ['concepts/workloads/pods/pod-lifecycle/', 'Pod Lifecycle'],
    pressure: ['concepts/scheduling-eviction/node-pressure-eviction/', 'Node-pressure Eviction'],
    probes: [
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure Liveness, Readiness and Startup Probes',
    ],
    quotas: ['concepts/policy/resource-quotas/', 'Resource Quotas'],
    resources: ['concepts/configuration/manage-resources-containers/', 'Resource Management for Pods and Containers'],
    spread: ['concepts/scheduling-eviction/topology-spread-constraints/', 'Pod Topology Spread Constraints'],
  }),
  postgresql: from('https://www.postgresql.org/docs/current/', 'PostgreSQL documentation', {
    alterTable: ['sql-altertable.html', 'ALTER TABLE'],
    archiving: ['continuous-archiving.html', 'Continuous Archiving and Point-in-Time Recovery'],
    connections: ['runtime-config-connection.html', 'Connections and Authentication'],
    explain: ['using-explain.html', 'Using EXPLAIN'],
    locking: ['explicit-locking.html', 'Explicit Locking'],
    standby: ['warm-standby.html', 'Log-Shipping Standby Servers'],
    timeouts: ['runtime-config-client.html', 'Client Connection Defaults'],
  }),
  owasp: from('https://cheatsheetseries.owasp.org/cheatsheets/', 'OWASP Cheat Sheet Series', {
    authorization: ['Authorization_Cheat_Sheet.html', 'Authorization'],
    authorizationTests: ['Authorization_Testing_Automation_Cheat_Sheet.html', 'Authorization Testing Automation'],
    denialOfService: ['Denial_of_Service_Cheat_Sheet.html', 'Denial of Service'],
    dependencies: ['Vulnerable_Dependency_Management_Cheat_Sheet.html', 'Vulnerable Dependency Management'],
    input: ['Input_Validation_Cheat_Sheet.html', 'Input Validation'],
    secrets: ['Secrets_Management_Cheat_Sheet.html', 'Secrets Management'],
  }),
  fowler: from('https://martinfowler.com/', 'Martin Fowler’s site', {
    contracts: ['articles/consumerDrivenContracts.html', 'Consumer-Driven Contracts'],
    flakyTests: ['articles/nonDeterminism.html', 'Eradicating Non-Determinism in Tests'],
    parallelChange: ['bliki/ParallelChange.html', 'Parallel Change'],
    toggles: ['articles/feature-toggles.html', 'Feature Toggles'],
  }),
  rfc: from('https://www.rfc-editor.org/rfc/', 'IETF', {
    acme: ['rfc8555', 'RFC 8555, Automatic Certificate Management Environment'],
    http: ['rfc9110', 'RFC 9110, HTTP Semantics'],
    ntp: ['rfc8633', 'RFC 8633, Network Time Protocol Best Current Practices'],
    oauth: ['rfc6749', 'RFC 6749, The OAuth 2.0 Authorization Framework'],
    staleDns: ['rfc8767', 'RFC 8767, Serving Stale Data to Improve DNS Resiliency'],
    tooMany: ['rfc6585', 'RFC 6585, Additional HTTP Status Codes'],
  }),
  twelveFactor: from('https://12factor.net/', 'The Twelve-Factor App', {
    config: ['config', 'Config'],
    disposability: ['disposability', 'Disposability'],
    parity: ['dev-prod-parity', 'Dev/prod parity'],
  }),
  other: {
    awsQuotas: {
      title: 'AWS Well-Architected, Reliability Pillar: Monitor and manage quotas',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_manage_service_limits_monitor_manage_limits.html',
    },
    awsReliability: {
      title: 'AWS Well-Architected: Reliability Pillar',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html',
    },
    deadLetters: {
      title: 'Amazon SQS Developer Guide: Using dead-letter queues',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    elasticAliases: {
      title: 'Elasticsearch documentation: Aliases',
      url: 'https://www.elastic.co/docs/manage-data/data-store/aliases',
    },
    endOfLife: { title: 'endoflife.date', url: 'https://endoflife.date/' },
    flakyAtGoogle: {
      title: 'Google Testing Blog: Flaky Tests at Google and How We Mitigate Them',
      url: 'https://testing.googleblog.com/2016/05/flaky-tests-at-google-and-how-we.html',
    },
    fuzzing: { title: 'OWASP: Fuzzing', url: 'https://owasp.org/www-community/Fuzzing' },
    goRaces: { title: 'Go: Data Race Detector', url: 'https://go.dev/doc/articles/race_detector' },
    letsEncrypt: {
      title: 'Let’s Encrypt: Integration Guide',
      url: 'https://letsencrypt.org/docs/integration-guide/',
    },
    mergeQueue: {
      title: 'GitHub documentation: Managing a merge queue',
      url: 'https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-a-merge-queue',
    },
    patching: {
      title: 'NIST SP 800-40 Rev. 4: Guide to Enterprise Patch Management Planning',
      url: 'https://csrc.nist.gov/pubs/sp/800/40/r4/final',
    },
    releaseIt: {
      title: 'Michael T. Nygard: Release It!, second edition (book)',
      url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/',
    },
    reproducible: {
      title: 'Reproducible Builds: Definitions',
      url: 'https://reproducible-builds.org/docs/definition/',
    },
    schemaEvolution: {
      title: 'Confluent documentation: Schema Evolution and Compatibility',
      url: 'https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html',
    },
    slsa: { title: 'SLSA specification', url: 'https://slsa.dev/spec/v1.0/' },
    ssdf: {
      title: 'NIST SP 800-218: Secure Software Development Framework',
      url: 'https://csrc.nist.gov/pubs/sp/800/218/final',
    },
    terraformDrift: {
      title: 'Terraform tutorials: Manage resource drift',
      url: 'https://developer.hashicorp.com/terraform/tutorials/state/resource-drift',
    },
    timeZones: { title: 'IANA: Time Zone Database', url: 'https://www.iana.org/time-zones' },
    versionSkew: {
      title: 'Kubernetes: Version Skew Policy',
      url: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  },
};
