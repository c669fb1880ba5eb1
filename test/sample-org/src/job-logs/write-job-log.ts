import { secondInMs } from '@refrain/domain';
import type { WorldStep } from '@refrain/emulators';
import { formatInstant } from '../calendar.ts';
import type { CompanyService } from '../company.ts';
import { expandTemplate, type Slots } from '../grammar.ts';
import type { RandomStream } from '../random-stream.ts';
import type { Theme } from '../theme.ts';
import { everydaySlotTexts } from '../themes/everyday.ts';
import { buildTools } from './build-tools.ts';
import { allowedFailure, cleanUp, earlierSteps, laterFailure, laterSteps, preamble } from './job-lines.ts';
import { releaseTools } from './release-tools.ts';
import { errorsOfOneOffs, errorsOfThemes } from './theme-errors.ts';
import type { JobError, ToolStyle } from './tool-style.ts';

/** The job that failed in a deployment, with the log that the runner stored. */
export interface PlannedJob {
  readonly workflow: string;
  readonly name: string;
  readonly steps: readonly WorldStep[];
  readonly log: string;
  readonly truth: JobLogTruth;
}

export interface JobLogTruth {
  /** Tool whose error ended the job. */
  readonly tool: string;
  /** Whether the reduction of logs was developed without logs of this tool. */
  readonly isHeldOut: boolean;
  /** The line that states the error, without timestamp, colours and the runner's marker. */
  readonly errorLine: string;
  /** All lines of the tool's error, which include `errorLine`. */
  readonly errorBlock: readonly string[];
}

export interface JobLogOrder {
  readonly theme: Theme;
  readonly service: CompanyService;
  readonly from: number;
  readonly until: number;
  /** Values of slots that stay the same within the episode. */
  readonly constants: Slots;
}

interface WrittenLine {
  readonly text: string;
  readonly part: 'error line' | 'error' | null;
}

const tools = new Map([...buildTools, ...releaseTools].map((tool) => [tool.id, tool]));
const registries = ['registry.example', 'images.example', 'hub.example', 'mirror.example', 'containers.example'];
const baseImages = [
  'node:22-alpine',
  'eclipse-temurin:21-jre',
  'python:3.12-slim',
  'debian:bookworm-slim',
  'nginx:1.27',
];
const errorMark = '! ';
const probabilities = { earlierStep: 0.5, allowedFailure: 0.12, repeated: 0.2, laterStep: 0.5, laterFailure: 0.08 };
const colours: Readonly<Record<string, string>> = { '§r': '[31m', '§g': '[32m', '§y': '[33m', '§0': '[0m' };

/** Writes the log of a job that fails with an error of the theme. Draws only from `random`. */
export function writeJobLog(order: JobLogOrder, random: RandomStream): PlannedJob | null {
  const errors = errorsOfThemes[order.theme.id] ?? (order.theme.id.startsWith('one-off-') ? errorsOfOneOffs : []);
  if (errors.length === 0) return null;
  const error = random.pick(errors);
  const tool = tools.get(error.tool);
  if (tool === undefined) throw new RangeError(`There is no style of the tool ${error.tool}`);
  const write = createLineWriter(order, tool, random);
  const lines = [
    ...preamble,
    ...earlierSteps.filter(() => random.chance(probabilities.earlierStep)).flat(),
    ...(random.chance(probabilities.allowedFailure) ? allowedFailure : []),
  ].map((line) => write(line));
  const failedFrom = lines.length;
  lines.push(...writeFailedStep(tool, error, write, random));
  const failedUntil = lines.length;
  const after = [
    ...laterSteps.filter(() => random.chance(probabilities.laterStep)).flat(),
    ...(random.chance(probabilities.laterFailure) ? laterFailure : []),
    ...cleanUp,
  ];
  if (tool.id !== 'runner') lines.push(...after.map((line) => write(line)));
  const stamped = stampLines(lines, order, random);
  const block = lines.filter(({ part }) => part !== null).map(({ text }) => toPlainLine(text));
  return {
    workflow: tool.workflow,
    name: tool.job,
    steps: listSteps(tool, stamped[failedFrom]?.at ?? order.from, stamped[failedUntil - 1]?.at ?? order.until),
    log: stamped.map(({ text }) => text).join('\n'),
    truth: {
      tool: tool.id,
      isHeldOut: tool.isHeldOut === true,
      errorLine: toPlainLine(lines.findLast(({ part }) => part === 'error line')?.text ?? ''),
      errorBlock: block.filter((line) => line !== ''),
    },
  };
}

function createLineWriter(
  { service, theme, from, constants }: JobLogOrder,
  tool: ToolStyle,
  random: RandomStream,
): (template: string, part?: WrittenLine['part']) => WrittenLine {
  const topic = random.pick(service.topics);
  const registry = random.pick(registries);
  const hex = (length: number) => random.text(length, '0123456789abcdef');
  const own: Slots = {
    slug: [service.slug],
    svc: [service.slug],
    snake: [service.slug.replaceAll('-', '_')],
    camel: [service.slug.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase())],
    topic: [topic],
    topicslug: [topic.replaceAll(' ', '-')],
    pod: [`${service.slug}-${hex(9)}-${random.text(5, 'bcdfghjklmnpqrstvwxz')}`],
    job: [tool.job],
    image: [`${registry}/${random.pick(baseImages)}`],
    hubimage: [random.pick(baseImages)],
    registry: [registry],
    seen: [theme.name],
    day: [formatInstant(from).slice(0, 10)],
    digest: [hex(64)],
    uuid: [`${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`],
  };
  const tables = [own, constants, theme.slots, everydaySlotTexts];
  return (template, part = null) => {
    const indentation = /^\s*/u.exec(template)?.[0] ?? '';
    return { text: indentation + expandTemplate(template, tables, random), part };
  };
}

function writeFailedStep(
  tool: ToolStyle,
  { lines: errorLines }: JobError,
  write: (template: string, part?: WrittenLine['part']) => WrittenLine,
  random: RandomStream,
): WrittenLine[] {
  const { script, inputs, environment = [], output, ending = [], verdict } = tool;
  const header = [
    `##[group]Run ${script[0] ?? ''}`,
    ...(inputs === undefined
      ? [...script, 'shell: /usr/bin/bash -e {0}']
      : ['with:', ...inputs.map((one) => `  ${one}`)]),
    ...(environment.length === 0 ? [] : ['env:', ...environment.map((one) => `  ${one}`)]),
    '##[endgroup]',
  ];
  const block = errorLines.map((line) =>
    line.startsWith(errorMark) ? write(line.slice(errorMark.length), 'error line') : write(line, 'error'),
  );
  const isRepeated = verdict !== null && random.chance(probabilities.repeated);
  const stated = block.find(({ part }) => part === 'error line')?.text ?? '';
  return [
    ...[...header, ...output].map((line) => write(line)),
    ...(isRepeated ? [{ text: stated, part: null }, write('Attempt 1 of 2 failed. Retrying in 1{n} seconds...')] : []),
    ...block,
    ...[...ending, ...(verdict === null ? [] : [verdict])].map((line) => write(line)),
  ];
}

/** GitHub states the times of steps in whole seconds. */
function listSteps({ step }: ToolStyle, from: number, until: number): WorldStep[] {
  const toSecond = (at: number) => formatInstant(at - (at % secondInMs));
  const times = { startedAt: toSecond(from), completedAt: toSecond(until) };
  return [
    { name: 'Set up job', conclusion: 'success' },
    { name: 'Run actions/checkout@v4', conclusion: 'success' },
    { name: step, conclusion: 'failure', ...times },
    { name: 'Record release', conclusion: 'skipped' },
    { name: 'Post Run actions/checkout@v4', conclusion: 'success' },
    { name: 'Complete job', conclusion: 'success' },
  ];
}

/** Puts a time before each line, as the runner does, with seven decimals. */
function stampLines(lines: readonly WrittenLine[], { from, until }: JobLogOrder, random: RandomStream) {
  const pauses = lines.map(() => random.int(1, 1_000));
  const scale = (until - from) / pauses.reduce((sum, pause) => sum + pause, 0);
  let at = from;
  return lines.map(({ text }, index) => {
    at += (pauses[index] ?? 0) * scale;
    const stamp = `${formatInstant(Math.floor(at)).slice(0, -1)}${random.text(4, '0123456789')}Z`;
    const coloured = text.replaceAll(/§[rgy0]/gu, (mark) => `\u001b${colours[mark] ?? ''}`);
    return { at: Math.floor(at), text: `${stamp} ${coloured}` };
  });
}

function toPlainLine(text: string): string {
  return text
    .replaceAll(/§[rgy0]/gu, '')
    .replace(/^##\[error\]/u, '')
    .trim();
}
