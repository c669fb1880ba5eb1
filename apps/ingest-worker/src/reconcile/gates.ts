import { elapsedMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Snapshot } from './snapshot.ts';

/** A condition that holds back periodic work. It is evaluated at most once in a run. */
export interface Gate {
  isOpen(snapshot: Snapshot): Promise<boolean>;
  /** Called after the search behind the gate, with the number of jobs that it found. */
  onFound?(snapshot: Snapshot, found: number): Promise<void>;
}

/** Input that keeps changing is searched for missing detections at this interval: the search reads all changes. */
const detectionMs = 2 * minuteInMs;
/** A clustering enqueues its own reports: they are not missing before this time has passed. */
const reportsOnTheirWayMs = 30 * secondInMs;
/** Reports are searched for at this interval, even if clusterings follow each other without a pause. */
const reportMs = 2 * minuteInMs;
/** No record says that proposals were made, so they are enqueued at an interval. Each open issue costs a request. */
const proposalMs = 30 * minuteInMs;
/** The same interval after a new clustering, which enqueued the proposals of changed patterns only. */
const proposalAfterClusteringMs = 10 * minuteInMs;
/** While changes stream in, the catalogue is suggested at this interval. */
const suggestionMs = 10 * minuteInMs;

type Now = () => number;

/** Closed in a dry run, in which Refrain writes nothing at providers. */
export function createUnlessDryRun(policies: Store['improvements']): Gate {
  return { isOpen: async () => !(await policies.findPolicy()).policy.dryRun };
}

/**
 * Closed while records are being parsed, so that everything derived from them is derived once. If the oldest record is the
 * same as in the last run, parsing is stuck, and nothing else waits for it.
 */
export function createIngestionIdle(): Gate {
  let lastOldest: string | null = null;
  return {
    async isOpen({ unprocessedRows }) {
      const oldest = (await unprocessedRows())[0]?.id ?? null;
      const isStuck = oldest === lastOldest;
      lastOldest = oldest;
      return oldest === null || isStuck;
    },
  };
}

/**
 * Opens when the input was the same in the last run, and every two minutes while it keeps changing. It stays closed from the
 * search that found nothing in a finished import until the input changes.
 */
export function createDetectionDue(now: Now): Gate {
  let lastVersion = '';
  let searchedAt = 0;
  let completeVersion: string | null = null;
  return {
    async isOpen({ inputVersion }) {
      const version = await inputVersion();
      if (version === completeVersion) return false;
      const isSettled = version === lastVersion;
      lastVersion = version;
      return isSettled || elapsedMs(searchedAt, now()) >= detectionMs;
    },
    async onFound({ inputVersion, movingStreams }, found) {
      searchedAt = now();
      if (found === 0 && (await movingStreams()).length === 0) completeVersion = await inputVersion();
    },
  };
}

/** Open if the stored patterns are older than the input. Whether a cooldown delays the clustering is up to the job. */
export const clusteringDue: Gate = {
  isOpen: async ({ inputVersion, clusteredVersion }) => (await inputVersion()) !== (await clusteredVersion()),
};

/** Closed before the first clustering. */
export const hasClustered: Gate = {
  isOpen: async ({ clusteredVersion }) => (await clusteredVersion()) !== null,
};

/** Opens 30 seconds after the last clustering, and every two minutes if clusterings follow each other faster. */
export function createClusteringSettled(now: Now): Gate {
  let lastVersion: string | null = null;
  let changedAt = 0;
  let openedAt = now();
  return {
    async isOpen({ clusteredVersion }) {
      const version = await clusteredVersion();
      if (version !== lastVersion) changedAt = now();
      lastVersion = version;
      const isOpen = elapsedMs(changedAt, now()) >= reportsOnTheirWayMs || elapsedMs(openedAt, now()) >= reportMs;
      if (isOpen) openedAt = now();
      return isOpen;
    },
  };
}

/** Opens ten minutes after the last proposals if there was a clustering since, otherwise after 30 minutes. */
export function createProposalsDue(now: Now): Gate {
  let proposedVersion: string | null = null;
  let proposedAt = 0;
  return {
    async isOpen({ clusteredVersion }) {
      const isSame = (await clusteredVersion()) === proposedVersion;
      return elapsedMs(proposedAt, now()) >= (isSame ? proposalMs : proposalAfterClusteringMs);
    },
    async onFound({ clusteredVersion }) {
      proposedVersion = await clusteredVersion();
      proposedAt = now();
    },
  };
}

/**
 * Opens once for each clustering, then every two minutes while reports are missing, and whenever proposals are due, which
 * follow the reports.
 */
export function createReportsDue(now: Now, proposalsDue: Gate): Gate {
  let searchedVersion: string | null = null;
  let searchedAt = now();
  let isComplete = false;
  return {
    async isOpen(snapshot) {
      if (await proposalsDue.isOpen(snapshot)) return true;
      if ((await snapshot.clusteredVersion()) !== searchedVersion) return true;
      return !isComplete && elapsedMs(searchedAt, now()) >= reportMs;
    },
    async onFound({ clusteredVersion }, found) {
      searchedVersion = await clusteredVersion();
      searchedAt = now();
      isComplete = found === 0;
    },
  };
}

/** Closed while reports are being written. Reports that stay missing between two searches hold back no proposal. */
export const reportsWritten: Gate = {
  async isOpen({ reports }) {
    const { unreported, isUnchanged } = await reports();
    return unreported.length === 0 || isUnchanged;
  },
};

/**
 * Opens for new input every ten minutes, and at once when a backfill ends. The end of a sync is none: its streams had ended
 * before.
 */
export function createSuggestionDue(connections: Store['connections'], now: Now): Gate {
  let last: { readonly version: string; readonly at: number; readonly ended: ReadonlySet<string> } | null = null;
  const listEnded = async () =>
    new Set((await connections.listEndedStreams()).map(({ connectionId, stream }) => `${connectionId}/${stream}`));
  return {
    async isOpen({ inputVersion, movingStreams }) {
      if (last === null) return true;
      if ((await inputVersion()) === last.version) return false;
      if (elapsedMs(last.at, now()) >= suggestionMs) return true;
      if ((await movingStreams()).length > 0) return false;
      const { ended } = last;
      return [...(await listEnded())].some((stream) => !ended.has(stream));
    },
    async onFound({ inputVersion }) {
      last = { version: await inputVersion(), at: now(), ended: await listEnded() };
    },
  };
}
