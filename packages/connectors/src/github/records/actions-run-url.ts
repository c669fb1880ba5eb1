const runPage =
  /^(https?:\/\/[^\s/]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,15}))(?=$|[/?#])/u;

export interface ActionsRunUrl {
  /** The run's page, even if the address leads to a job. */
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly id: number;
}

/** Parses the address of an Actions run; null for any other address. */
export function parseActionsRunUrl(url: string | null | undefined): ActionsRunUrl | null {
  const match = runPage.exec(url?.slice(0, 500) ?? '');
  return match?.[1] && match[2] ? { url: match[1], repository: match[2], id: Number(match[3]) } : null;
}

/** Returns the run that carried out a deployment according to its statuses; the newest if there are several. */
export function runOfStatuses(
  statuses: readonly {
    readonly log_url?: string | null | undefined;
    readonly target_url?: string | null | undefined;
  }[],
): ActionsRunUrl | null {
  const found = statuses.map((status) => parseActionsRunUrl(status.log_url) ?? parseActionsRunUrl(status.target_url));
  return found.findLast((run) => run !== null) ?? null;
}
