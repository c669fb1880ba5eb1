import { fileURLToPath } from 'node:url';
import { runCommand } from '@refrain/local';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { runProgram } from './run-program.ts';

export interface ComparedMethodRun<T> {
  readonly predicted: readonly T[];
  /** Duration of the whole process in seconds. */
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/** Functions that run Refrain and the baselines. Each method runs in a separate process, and all methods use the same file formats. */
export interface ComparedMethods {
  readonly runProduct: <T>(task: string, input: string) => Promise<ComparedMethodRun<T>>;
  readonly runBaseline: <T>(task: string, method: string, input: string) => Promise<ComparedMethodRun<T>>;
  /** Runs `eval -- measure` in its own process and returns the line of JSON that it prints. */
  readonly runMeasure: (args: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  readonly folder: string;
}

const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const product = `${projectFolder}test/eval/bundle/main.js`;
const peer = `${projectFolder}test/eval/peer/main.py`;

export interface ComparedMethodOptions {
  readonly python: string;
  readonly folder: string;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Bundles the commands, as the build does with Refrain's processes. Without a bundle, the measured durations would include the loading of
 * many modules.
 */
export function bundleEvalCommands(signal: AbortSignal): Promise<void> {
  const args = ['run', '--silent', 'bundle', '--workspace', '@refrain/eval'];
  return runCommand('npm', args, { cwd: projectFolder, env: process.env, signal });
}

export function createComparedMethods({ python, folder, note, signal }: ComparedMethodOptions): ComparedMethods {
  let runs = 0;
  async function run<T>(command: string, args: readonly string[], input: string): Promise<ComparedMethodRun<T>> {
    runs += 1;
    const output = `${folder}/${runs}.jsonl`;
    const { seconds, printed } = await runProgram(command, [...args, '--input', input, '--output', output], signal);
    return { predicted: await readAllJsonLines<T>(output), seconds, peakMemoryMb: Number(printed.peakMemoryMb) };
  }
  return {
    folder,
    runProduct(task, input) {
      note(`${task}: the product …`);
      return run(process.execPath, [product, task], input);
    },
    runBaseline(task, method, input) {
      note(`${task}: ${method} …`);
      // The option -B prevents Python from writing compiled files into the source folders.
      return run(python, ['-B', peer, task, method], input);
    },
    async runMeasure(args) {
      note(`measure ${args.join(' ')} …`);
      return (await runProgram(process.execPath, [product, 'measure', ...args], signal)).printed;
    },
  };
}
