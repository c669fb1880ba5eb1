import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '@refrain/domain';
import type { EmbeddingAnswer, EmbeddingRequest } from './embedding-process.ts';
import type { EmbeddingModel } from './read-model.ts';

/** Computes sentence vectors: the angle between two vectors is small if the texts have similar meanings. */
export interface Embedder {
  readonly model: EmbeddingModel;
  /**
   * Returns the vector of each text. Only the direction of a vector has a meaning, not its length.
   * @throws {AppError} `unavailable` if the model cannot be loaded on this machine, or if the process crashed
   */
  embed(texts: readonly string[]): Promise<readonly Int8Array[]>;
  close(): Promise<void>;
}

interface EmbedderOptions {
  /** Whether the process gives way to other processes, because nobody waits for its vectors */
  readonly isBackground?: boolean;
  /** Milliseconds without a request after which the process ends, which frees about 150 MB; 5 minutes by default. */
  readonly idleMs?: number;
  /** The script of the process, which tests of the sources take from the compiled package. */
  readonly script?: URL;
}

const defaultIdleMs = 5 * 60_000;
const defaultScript = new URL('./embedding-process.js', import.meta.url);

interface Waiting {
  readonly resolve: (vectors: readonly Int8Array[]) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Returns an embedder that runs the model in a process of its own, which starts with the first request. A process can be
 * ended and started again, whereas the native code of the runtime loads only once in each process.
 */
export function startEmbedder(
  model: EmbeddingModel,
  { isBackground = false, idleMs = defaultIdleMs, script = defaultScript }: EmbedderOptions = {},
): Embedder {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let sent = 0;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): ChildProcess {
    const started = fork(
      fileURLToPath(script),
      [model.onnxFile, model.tokenizerFile, isBackground ? 'background' : 'normal'],
      {
        // Sends vectors as bytes instead of JSON.
        serialization: 'advanced',
        execArgv: [],
      },
    );
    started.on('message', (answer: EmbeddingAnswer) => {
      const request = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) {
        keepParentAlive(started, false);
        idle = setTimeout(() => started.disconnect(), idleMs).unref();
      }
      if ('vectors' in answer) request?.resolve(answer.vectors);
      else request?.reject(createError(answer.error));
    });
    const end = (reason: string) => {
      if (child === started) child = null;
      for (const [number, { reject }] of waiting) {
        waiting.delete(number);
        reject(createError(reason));
      }
    };
    started.on('error', ({ message }) => end(message));
    started.once('exit', (code, signal) => end(`its process ended with ${signal ?? code}`));
    return started;
  }

  return {
    model,
    embed: (texts) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(createError('it was closed'));
        clearTimeout(idle);
        // After `disconnect`, the process still exists for a moment, but it accepts no requests.
        if (child === null || !child.connected) child = start();
        const request: EmbeddingRequest = { number: sent++, texts };
        waiting.set(request.number, { resolve, reject });
        keepParentAlive(child, true);
        child.send(request);
      }),
    async close() {
      isClosed = true;
      clearTimeout(idle);
      const ending = child;
      if (ending === null || ending.exitCode !== null) return;
      keepParentAlive(ending, true);
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      if (ending.connected) ending.disconnect();
      ending.kill();
      await ended;
    },
  };
}

/** Lets the parent end while the child is idle, but not while it computes. */
function keepParentAlive(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel]) {
    if (isNeeded) handle?.ref();
    else handle?.unref();
  }
}

function createError(reason: string): AppError {
  return new AppError(
    'unavailable',
    `Cannot compute sentence vectors: ${reason}. Refrain compares texts by words alone until this works; REFRAIN_EMBEDDING_MODEL=none switches the vectors off.`,
  );
}
