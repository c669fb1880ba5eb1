import { fileURLToPath } from 'node:url';
import { readLines } from '../read-lines.ts';
import { runProgram } from './run-program.ts';

export interface Run<T> {
  readonly predicted: readonly T[];
  /** Of the whole process, from its start to its end. */
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/** The two that are compared. Each run is a process of its own that reads the same file and writes the same form. */
export interface Sides {
  readonly runProduct: <T>(task: string, input: string) => Promise<Run<T>>;
  readonly runBaseline: <T>(task: string, method: string, input: string) => Promise<Run<T>>;
  /** A program of this package, by the name of its file; its predictions where it writes any, and what it printed. */
  readonly runMeasure: (name: string, args: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** For what is written on the way; in the system's temporary folder. */
  readonly folder: string;
}

const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
const product = `${projectFolder}apps/cli/bundle/main.js`;
const peer = `${projectFolder}test/eval/peer/main.py`;

export interface SidesOptions {
  readonly python: string;
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Runs the product as it is built, and the peer in Python. */
export function createSides({ python, folder, say, signal }: SidesOptions): Sides {
  let runs = 0;
  async function run<T>(command: string, args: readonly string[], input: string): Promise<Run<T>> {
    runs += 1;
    const output = `${folder}/${runs}.jsonl`;
    const { seconds, printed } = await runProgram(command, [...args, '--input', input, '--output', output], signal);
    return { predicted: readLines<T>(output), seconds, peakMemoryMb: Number(printed.peakMemoryMb) };
  }
  return {
    folder,
    runProduct(task, input) {
      say(`${task}: the product …`);
      return run(process.execPath, [product, 'eval', task], input);
    },
    runBaseline(task, method, input) {
      say(`${task}: ${method} …`);
      // -B leaves no compiled files in the tree.
      return run(python, ['-B', peer, task, method], input);
    },
    async runMeasure(name, args) {
      say(`${name} ${args.join(' ')} …`);
      const program = fileURLToPath(new URL(`../${name}.js`, import.meta.url));
      return (await runProgram(process.execPath, [program, ...args], signal)).printed;
    },
  };
}
