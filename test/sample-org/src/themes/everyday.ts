/** Titles of changes without failures, which are the majority. They use the same nouns as the failures. */
export const everydayChangeTitles: readonly string[] = [
  '<Add|Introduce> {topic} <filter|export|history|summary> for <merchants|dispatch|drivers|support>',
  '<Fix|Correct> typo in {topic} <mail|label|page>',
  'Refactor {topic} <handler|repository|mapper>',
  '<feat|fix|chore>({topicslug}): <handle|support|tidy> {noun}',
  'Remove unused {noun} from {topic}',
  'Tests for {topic} {noun}',
  '{ticket} {topic} <on|in> <mobile|the portal|reports>',
  'Speed up {topic} {noun}',
  'Document {noun} of {topic}',
  '<Extract|Inline|Rename> {noun} <helper|module|type>',
  'Log {noun} id with {topic}',
  'Bump {dep} <to {ver}|from {ver} to {ver}>',
  'Update {noun} limits for {topic}',
  'Accept {noun} from {carrier}',
  'Dashboard for {topic} {noun}',
  'Translate {topic} to <Polish|Dutch|Portuguese|Greek>',
  'Prepare {topic} for <second carrier|peak|the audit>',
  'wip {topic}',
  'Clean up after {ticket}',
  'Use {noun} of <commons|the kit> in {topic}',
];

export const everydayChangeBodies: readonly string[] = [
  'Small step of {ticket}. No behaviour change <intended|expected>.',
  'Follow up to review by {who}: <naming|error texts|smaller functions>.',
  'Support asked for this <several times|since spring>. Screens in the ticket.',
  'Behind a switch, off by default. {noun} comes <next|later>.',
  'Makes {topic} <easier to read|less chatty> and drops {noun}.',
  'Before: {ms}ms, after: {nn}ms on my machine with {big} rows.',
  'cc {who}',
  'Needed so that {peer} can read {noun} later.',
];

export const everydayPushTitles: readonly string[] = [
  'Merge translations',
  'Fix build',
  'typo',
  'Update changelog',
  'Release {ver}',
  'Regenerate clients',
  'bump chart',
  'Adjust {noun} of {topic}',
  'more logging',
  'formatting',
  'Update rota',
];

export const everydaySlotTexts: Readonly<Record<string, readonly string[]>> = {
  noun: [
    'timeout',
    'cache',
    'retry',
    'pool',
    'queue',
    'certificate',
    'token',
    'index',
    'column',
    'metric',
    'batch',
    'lock',
    'switch',
    'probe',
    'schema',
    'quota',
    'webhook',
    'template',
    'validation',
    'pagination',
    'role',
    'label',
    'currency',
    'calendar',
  ],
  dep: [
    'http-lantern',
    'tracewire',
    'pdf-quill',
    'grpc-heron',
    'metrics-otter',
    'amber-orm',
    'xml-sloth',
    'lint-badger',
    'date-plover',
    'test-wombat',
  ],
};

/** Reasons that a revert may give if it was planned from the start. */
export const plannedRevertReasons = {
  toggle: {
    changes: [
      'Show holiday opening hours banner',
      'Free returns for the anniversary week',
      'Pause pickups in {region} for the strike',
      'Freeze {topic} for the audit',
      'Maintenance page for {svc}',
      'Turn on summer rota',
      'Route test traffic of {topic} to the pilot depot',
    ],
    reasons: [
      'campaign is over, as planned',
      'strike ended, back to normal',
      'audit done, <thaw|unfreeze>',
      'end of the window',
      'pilot finished with good numbers, next step in {ticket}',
      'banner had its time :)',
    ],
  },
  version_bump: {
    changes: ['Bump {dep} from {ver} to {ver}', 'chore(deps): update {dep} to {ver}', 'Bump snapshot version to {ver}'],
    reasons: [
      'wait for the next major together with {dep}',
      'keep versions in line with {peer} until the train',
      'wrong milestone, goes into next release',
      'release manager wants it after the freeze',
    ],
  },
  reland: {
    changes: [
      'Split {topic} module',
      'Move {topic} to the new layout',
      'New {topic} API, part 1',
      'Rework {topic} {noun}',
    ],
    reasons: [
      'will re-land in smaller pieces',
      'merged too early, part 2 must go first; re-land tomorrow',
      'to land again with the docs',
      'author asked to hold it until {ticket} is decided',
    ],
  },
  temporary: {
    changes: [
      'Temporary trace of {topic}',
      'Collect {noun} numbers for a week',
      'Extra assertions in {topic} for the experiment',
    ],
    reasons: ['got the numbers we wanted', 'experiment over', 'no longer needed'],
  },
} as const;
