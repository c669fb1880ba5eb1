interface StreamOfConnection {
  readonly connectionId: string;
  readonly stream: string;
}

/** Returns the jobs that read the catalogue files of the repositories whose commits are among the streams. */
export function listCatalogueJobs(
  streams: readonly StreamOfConnection[],
): { readonly connectionId: string; readonly repository: string }[] {
  return streams.flatMap(({ connectionId, stream }) => {
    const [, repository] = /^commits:(.+)$/u.exec(stream) ?? [];
    return repository === undefined ? [] : [{ connectionId, repository }];
  });
}
