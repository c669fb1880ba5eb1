import { fileURLToPath } from 'node:url';
import { runCommand } from '@refrain/local';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { runProgram } from './run-program.ts';

export interface Run<T> {
  readonly predicted: readonly T[];
  /** Run time of the whole process. */
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/** The two sides of a comparison. Each run is a process of its own that reads and writes the same formats. */
export interface Sides {
  readonly runProduct: <T>(task: string, input: string) => Promise<Run<T>>;
  readonly runBaseline: <T>(task: string, method: string, input: string) => Promise<Run<T>>;
  /** Runs `eval -- measure` in a process of its own and returns the line of JSON that it prints. */
  readonly runMeasure: (args: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** Temporary folder for intermediate files. */
  readonly folder: string;
}

const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const product = `${projectFolder}test/eval/bundle/main.js`;
const peer = `${projectFolder}test/eval/peer/main.py`;

export interface SidesOptions {
  readonly python: string;
  readonly folder: string;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Bundles the commands as the product's processes are bundled, so that their run time does not include loading each module. */
export function bundleProduct(signal: AbortSignal): Promise<void> {
  const args = ['run', '--silent', 'bundle', '--workspace', '@refrain/eval'];
  return runCommand('npm', args, { cwd: projectFolder, env: process.env, signal });
}

/** Creates the product's side, which has to be bundled, and the peer in Python. */
export function createSides({ python, folder, note, signal }: SidesOptions): Sides {
  let runs = 0;
  async function run<T>(command: string, args: readonly string[], input: string): Promise<Run<T>> {
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
      // -B leaves no compiled files in the tree.
      return run(python, ['-B', peer, task, method], input);
    },
    async runMeasure(args) {
      note(`measure ${args.join(' ')} …`);
      return (await runProgram(process.execPath, [product, 'measure', ...args], signal)).printed;
    },
  };
}
