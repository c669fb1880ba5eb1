interface Status {
  readonly created_at: string;
  /** The status's id; absent if the status is from GraphQL, which returns statuses newest first. */
  readonly id?: number | undefined;
  readonly state?: string | null | undefined;
  readonly log_url?: string | null | undefined;
  readonly target_url?: string | null | undefined;
}

/** Sorts the statuses of a deployment, oldest first. Times are in whole seconds, so several can be equal. */
export function sortDeploymentStatuses<T extends Pick<Status, 'created_at' | 'id'>>(statuses: readonly T[]): T[] {
  return statuses
    .toReversed()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || (a.id ?? 0) - (b.id ?? 0));
}

export function isFailedDeploymentStatus({ state }: Pick<Status, 'state'>): boolean {
  return state === 'failure' || state === 'error';
}

const runPage =
  /^(https?:\/\/[^\s/]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,15}))(?=$|[/?#])/u;

interface ActionsRunUrl {
  /** URL of the run's page, without the path of a job. */
  readonly url: string;
  readonly repository: string;
  readonly id: number;
}

export function parseActionsRunUrl(url: string | null | undefined): ActionsRunUrl | null {
  const match = runPage.exec(url?.slice(0, 500) ?? '');
  return match?.[1] && match[2] ? { url: match[1], repository: match[2], id: Number(match[3]) } : null;
}

/** Returns the Actions run to which the statuses of a deployment link; the newest run if there are several. */
export function findRunLinkedByStatuses(statuses: readonly Status[]): ActionsRunUrl | null {
  const found = sortDeploymentStatuses(statuses).map(
    ({ log_url, target_url }) => parseActionsRunUrl(log_url) ?? parseActionsRunUrl(target_url),
  );
  return found.findLast((run) => run !== null) ?? null;
}
