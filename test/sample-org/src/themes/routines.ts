import type { Slots } from '../grammar.ts';
import type { PlannedRevertKind } from '../truth.ts';

/** Work that a team does and reverts repeatedly although nothing failed. */
export interface Routine {
  readonly kind: PlannedRevertKind;
  /** Repository that the routine changes; null for the repository of a service. */
  readonly repository: string | null;
  /** Shortest and longest time in hours until the revert. */
  readonly hours: readonly [number, number];
  /** Titles of the change. A team uses one of them most of the time. */
  readonly changes: readonly string[];
  readonly bodies: readonly string[];
  /** Reasons that the revert may give. Some reasons name the fault for which the routine was needed. */
  readonly reasons: readonly string[];
  readonly files: readonly string[];
  readonly slots: Slots;
}

export const routines: readonly Routine[] = [
  {
    kind: 'maintenance',
    repository: 'cluster-base',
    hours: [2, 60],
    changes: [
      'Drain {host} for maintenance',
      'Take {host} out of the scheduler for patching',
      'Park pool {pool} for the {month} round',
    ],
    bodies: ['Hardware visit, see {ticket}.', '<Kernel|Firmware> round of {month}.', '', ''],
    reasons: [
      'Patched and rebooted, {host} takes work again.',
      'Maintenance done.',
      'The vendor replaced the broken fan; {host} is back.',
      '{host} is healthy again after its new disk.',
      'Round finished for this pool.',
    ],
    files: ['nodes/{host}.yaml', 'pools/{pool}.yaml'],
    slots: { pool: ['blue', 'amber', 'heavy', 'batch'] },
  },
  {
    kind: 'maintenance',
    repository: 'network-policies',
    hours: [1, 9],
    changes: ['Steer depot traffic around {region}', 'Move {region} traffic to the second uplink'],
    bodies: ['Carrier works on the line tonight.', '{ticket}', ''],
    reasons: ['Line works are finished.', 'Uplink of {region} is in service again.', 'Window closed at {hhmm}.'],
    files: ['uplinks/{region}.yaml'],
    slots: {},
  },
  {
    kind: 'event_scaling',
    repository: null,
    hours: [30, 200],
    changes: [
      'Scale {svc} to {nn} <pods|replicas> for the {event}',
      'More {svc} <workers|memory> for the {event}',
      'Double {svc} limits ahead of the {event}',
    ],
    bodies: ['Asked for by dispatch, {ticket}.', 'Numbers of last year plus a third.', ''],
    reasons: [
      'The {event} is over.',
      'Traffic is back to a normal week.',
      'Went well, the extra <pods|machines> can go.',
      'Back to the size of every day. {ticket}',
    ],
    files: ['deploy/values.yaml', 'deploy/hpa.yaml'],
    slots: { event: ['garden sale', 'depot opening', 'book fair', 'league final', 'black week', 'moving season'] },
  },
  {
    kind: 'toggle',
    repository: 'feature-switches',
    hours: [20, 400],
    changes: ['Turn on {flag} for pilot merchants', 'Show {flag} to everybody in {region}'],
    bodies: ['Until we have heard from enough of them.', '{ticket}', ''],
    reasons: [
      'Heard enough, thanks all.',
      'The pilot ended on Friday.',
      'Off again until the texts are translated.',
      'Shown for the two weeks that were agreed.',
    ],
    files: ['switches/{flag}.json'],
    slots: { flag: ['new-dashboard', 'bulk-labels', 'slot-picker', 'quick-claims', 'driver-chat', 'map-v2'] },
  },
  {
    kind: 'banner',
    repository: 'public-site',
    hours: [10, 170],
    changes: ['Banner: {notice}', 'Tell visitors about {notice}'],
    bodies: ['Text by support.', '', ''],
    reasons: ['Not true any more.', 'Deliveries run on time again.', 'Banner down, {notice} is behind us.'],
    files: ['content/banner.json'],
    slots: { notice: ['snow in the north', 'the strike at the ports', 'late parcels in {region}', 'closed depots'] },
  },
  {
    kind: 'debug_switch',
    repository: null,
    hours: [2, 90],
    changes: [
      'Debug level for {svc} {topic}',
      'Trace every {topic} request of {svc}',
      'Log full payloads of {topic} on staging',
    ],
    bodies: ['To see what {peer} really sends.', 'Only for a look at {ticket}.', ''],
    reasons: [
      'Seen enough.',
      'Log volume back to normal, we have what we came for.',
      'Found the wrong header, {ticket} has it. Quiet again.',
    ],
    files: ['config/logging.yaml'],
    slots: {},
  },
  {
    kind: 'freeze',
    repository: 'release-train',
    hours: [40, 400],
    changes: ['Hold the train for {occasion}', 'Only hotfixes until {occasion} is through'],
    bodies: ['As every time.', 'Questions to {who}.', ''],
    reasons: ['The train rolls again.', 'Hold lifted, {occasion} is through.', 'Open for everybody since {hhmm}.'],
    files: ['train/calendar.yaml'],
    slots: { occasion: ['quarter close', 'the peak weekend', 'stocktaking', 'the holidays', 'the bank audit'] },
  },
];

/** Texts of reverts that do not say why a change was reverted. */
export const revertTextsWithoutReason: readonly string[] = [
  '',
  '',
  '',
  'As discussed.',
  'Per {ticket}.',
  'See thread.',
  '{who} knows more.',
  'Talked to {who}.',
  'Not like this.',
  '{ticket}',
];
