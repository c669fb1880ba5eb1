/** Webhook bodies of a realistic size: about 10 kB from GitHub, mostly URLs, and 3 kB from PagerDuty. */

const listed =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'.split(
    ' ',
  );

function addressesOf(root: string): Record<string, string> {
  return Object.fromEntries(listed.map((name) => [`${name}_url`, `${root}/${name}{/number}`]));
}

function account(login: string) {
  const root = `https://api.github.com/users/${login}`;
  return {
    login,
    id: 1_234_567,
    type: 'User',
    url: root,
    html_url: `https://github.com/${login}`,
    ...addressesOf(root),
  };
}

const root = 'https://api.github.com/repos/acme/checkout';
const repository = {
  id: 501,
  full_name: 'acme/checkout',
  default_branch: 'main',
  owner: account('acme'),
  url: root,
  ...addressesOf(root),
};

function githubEvent(number: number): string {
  const [created, failed] = ['2026-01-01T10:00:00Z', '2026-01-01T10:04:00Z'];
  return JSON.stringify({
    action: 'created',
    deployment: {
      id: number,
      sha: `${number}`.padStart(40, 'a'),
      ref: 'main',
      environment: 'production',
      description: 'Deploy to production',
      creator: account('deployer'),
      created_at: created,
      updated_at: failed,
    },
    deployment_status: {
      id: number,
      state: 'failure',
      description: `Readiness probe failed: pod ${number} answers 503`,
      creator: account('deployer'),
      created_at: failed,
      log_url: `https://ci.example/runs/${number}`,
    },
    repository,
    organization: { login: 'acme', id: 1 },
    sender: account('deployer'),
  });
}

function pagerDutyEvent(number: number): string {
  const id = `Q${number}`;
  const reference = (type: string, name: string) => ({
    id: `P${type.toUpperCase().slice(0, 6)}`,
    type: `${type}_reference`,
    summary: name,
    self: `https://api.pagerduty.com/${type}s/P${type}`,
    html_url: `https://acme.pagerduty.com/${type}s/P${type}`,
  });
  const at = '2026-01-01T10:00:00Z';
  return JSON.stringify({
    event: {
      id: `EVENT${number}`,
      event_type: 'incident.triggered',
      resource_type: 'incident',
      occurred_at: at,
      agent: reference('service', 'Checkout'),
      data: {
        id,
        type: 'incident',
        number,
        status: 'triggered',
        title: `Connection pool of checkout is used up on node ${number}`,
        html_url: `https://acme.pagerduty.com/incidents/${id}`,
        self: `https://api.pagerduty.com/incidents/${id}`,
        created_at: at,
        service: reference('service', 'Checkout'),
        assignees: [reference('user', 'Someone On Call')],
        escalation_policy: reference('escalation_policy', 'Default'),
        teams: [reference('team', 'Payments')],
        priority: { id: 'P1', type: 'priority', summary: 'P1', name: 'P1' },
        urgency: 'high',
        incident_key: `key-${number}`,
        body: {
          type: 'incident_body',
          details: `pool exhausted\n${'at com.acme.Pool.take(Pool.java:88)\n'.repeat(40)}`,
        },
      },
    },
  });
}

/** A placeholder number that occurs nowhere else in a webhook body. */
const placeholder = 7_654_321;

/**
 * Returns a function that creates webhook bodies which differ only in a number. The number is replaced in the text of a body, because
 * serialising each body would take too long.
 */
function numbered(write: (number: number) => string): (number: number) => string {
  const parts = write(placeholder).split(String(placeholder));
  return (number) => parts.join(String(number));
}

export const createGitHubDeliveryBodies = numbered(githubEvent);
export const createPagerDutyDeliveryBodies = numbered(pagerDutyEvent);
