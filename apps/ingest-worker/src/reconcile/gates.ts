import { elapsedMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { ReconcilerDatabaseState } from './reconciler-database-state.ts';

/** A condition that delays periodic work. Each run of the reconciler evaluates a gate at most once. */
export interface Gate {
  isOpen(snapshot: ReconcilerDatabaseState): Promise<boolean>;
  onFound?(snapshot: ReconcilerDatabaseState, found: number): Promise<void>;
}

/** Interval of searches for missing detections while the input keeps changing. Each search reads all changes. */
const detectionMs = 2 * minuteInMs;
/** A clustering enqueues its reports itself, so a report counts as missing only this long after the clustering. */
const reportsOnTheirWayMs = 30 * secondInMs;
/** Interval of searches for missing reports if clusterings follow each other without a pause. */
const reportMs = 2 * minuteInMs;
/**
 * Interval at which all patterns are enqueued for proposals, because the database does not show which proposals are missing. The
 * interval is long, because each pattern with an open issue costs a request to GitHub.
 */
const proposalMs = 30 * minuteInMs;
/**
 * The interval if a clustering has run since all patterns were last enqueued. It is shorter, because a clustering itself
 * enqueues only changed patterns.
 */
const proposalAfterClusteringMs = 10 * minuteInMs;
const suggestionMs = 10 * minuteInMs;

type Now = () => number;

/** Closed in a dry run, in which Refrain writes nothing at providers. */
export function createDryRunGate(policies: Store['improvements']): Gate {
  return { isOpen: async () => !(await policies.findPolicy()).policy.dryRun };
}

/**
 * Closed while records are being parsed, so that results which depend on several records are computed once. If the oldest unparsed
 * record is the same as in the last run, parsing is stuck, and the gate opens.
 */
export function createIngestionIdleGate(): Gate {
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
 * Opens when the input is the same as in the last run, and every two minutes while the input keeps changing. Once no detection
 * is missing and no backfill is running, the gate closes until the input changes.
 */
export function createDetectionDueGate(now: Now): Gate {
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

/** Open if the clustering is older than the input. The enqueued job itself waits until the cooldown is over. */
export const clusteringDueGate: Gate = {
  isOpen: async ({ inputVersion, clusteredVersion }) => (await inputVersion()) !== (await clusteredVersion()),
};

export const afterFirstClusteringGate: Gate = {
  isOpen: async ({ clusteredVersion }) => (await clusteredVersion()) !== null,
};

/** Opens 30 seconds after the last clustering, and every two minutes if clusterings follow each other faster. */
export function createClusteringSettledGate(now: Now): Gate {
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

/** Opens ten minutes after the last proposals if a clustering has run since, otherwise after 30 minutes. */
export function createImprovementProposalsDueGate(now: Now): Gate {
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
 * Opens when two runs in a row find that there are failures, that all records are clustered, that all reports are written and that
 * no account is being read. Proposals follow the reports within seconds, so they are published by the second run.
 */
export function createAnalysisDoneGate({
  connections,
  failures,
  reports,
}: Pick<Store, 'connections' | 'failures' | 'reports'>): Gate {
  let wasDone = false;
  return {
    async isOpen({ inputVersion, clusteredVersion, movingStreams }) {
      const isDone =
        (await inputVersion()) === (await clusteredVersion()) &&
        (await movingStreams()).length === 0 &&
        !(await connections.isBackfillPending()) &&
        // An installation without records is clustered too, but its analysis has not begun.
        (await failures.count()) > 0 &&
        (await reports.listPending(0)).length === 0;
      const isOpen = isDone && wasDone;
      wasDone = isDone;
      return isOpen;
    },
  };
}

/** Opens once per clustering, every two minutes while reports are missing, and whenever `proposalsDue` is open. */
export function createReportsDueGate(now: Now, proposalsDue: Gate): Gate {
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

/**
 * Closed while reports are missing. Opens if the same reports were missing in the last run, so that proposals do not wait
 * forever.
 */
export const reportsWrittenGate: Gate = {
  async isOpen({ reports }) {
    const { unreported, isUnchanged } = await reports();
    return unreported.length === 0 || isUnchanged;
  },
};

/** Opens for new input every ten minutes, and immediately when a stream has reached its end for the first time. */
export function createCatalogueSuggestionDueGate(connections: Store['connections'], now: Now): Gate {
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
