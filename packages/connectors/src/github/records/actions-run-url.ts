const runPage =
  /^(https?:\/\/[^\s/]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,15}))(?=$|[/?#])/u;

export interface ActionsRunUrl {
  /** The run's page, without the job that the address may lead to. */
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly id: number;
}

/** The Actions run that an address leads to; null where it leads elsewhere. */
export function parseActionsRunUrl(url: string | null | undefined): ActionsRunUrl | null {
  const match = runPage.exec(url?.slice(0, 500) ?? '');
  return match?.[1] && match[2] ? { url: match[1], repository: match[2], id: Number(match[3]) } : null;
}

/** The run that a deployment's statuses say has carried it out; the newest where there are several. */
export function runOfStatuses(
  statuses: readonly {
    readonly log_url?: string | null | undefined;
    readonly target_url?: string | null | undefined;
  }[],
): ActionsRunUrl | null {
  const found = statuses.map((status) => parseActionsRunUrl(status.log_url) ?? parseActionsRunUrl(status.target_url));
  return found.findLast((run) => run !== null) ?? null;
}
