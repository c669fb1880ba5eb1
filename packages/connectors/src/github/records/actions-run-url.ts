const runPage =
  /^(https?:\/\/[^\s/]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,15}))(?=$|[/?#])/u;

export interface ActionsRunUrl {
  /** URL of the run's page, without the path of a job. */
  readonly url: string;
  readonly repository: string;
  readonly id: number;
}

export function parseActionsRunUrl(url: string | null | undefined): ActionsRunUrl | null {
  const match = runPage.exec(url?.slice(0, 500) ?? '');
  return match?.[1] && match[2] ? { url: match[1], repository: match[2], id: Number(match[3]) } : null;
}

/** Returns the Actions run that the statuses of a deployment link to; the newest if there are several. */
export function findRunLinkedByStatuses(
  statuses: readonly {
    readonly log_url?: string | null | undefined;
    readonly target_url?: string | null | undefined;
  }[],
): ActionsRunUrl | null {
  const found = statuses.map((status) => parseActionsRunUrl(status.log_url) ?? parseActionsRunUrl(status.target_url));
  return found.findLast((run) => run !== null) ?? null;
}
