import { z } from 'zod';
import { WorkingTime } from './cost.ts';
import { FullRepositoryName } from './repository-name.ts';

/** GitHub takes 50 characters; a comma would part it in two where issues are asked for by label. */
const LabelName = z.string().regex(/^[^,\s][^,]{0,48}$/u, 'has to be a label of 1 to 49 characters without a comma');

/** `propose`: a person approves each issue first. `auto`: the policy approves, within its caps. */
export const PolicyMode = z.enum(['propose', 'auto']);
export type PolicyMode = z.infer<typeof PolicyMode>;

/** Services that may get notes, each by its name. */
export const maxNotedServices = 1_000;

/** Which patterns deserve an issue, and how issues are opened: what an organisation may set. */
export const ImprovementPolicy = z
  .strictObject({
    mode: PolicyMode.default('propose'),
    /** Nothing is written to a provider but the webhook that brings its events; what would be is listed instead. */
    dryRun: z.boolean().default(false),
    /** At least so many episodes … */
    minEpisodes: z.number().int().min(2).max(1_000).default(3),
    /** … within so many days until now. */
    windowDays: z.number().int().min(7).max(3_650).default(365),
    /**
     * How well the members hold together, in [0, 1]. Of patterns of generated organisations that are this sure 191 of 200 are of one
     * failure, of the others 8 of 28.
     */
    minConfidence: z.number().min(0).max(1).default(0.8),
    /** Unless it is rising or has returned, its episodes of the window took at least so many hours of people's time; 0 asks for none. */
    minPeopleHours: z.number().min(0).max(100_000).default(8),
    /** Issues that the policy opens by itself: so many open ones in all and in a repository, and so many opened in seven days. */
    maxOpen: z.number().int().min(0).max(10_000).default(10),
    maxOpenPerRepository: z.number().int().min(0).max(10_000).default(3),
    maxPerWeek: z.number().int().min(0).max(10_000).default(3),
    /** The policy opens nothing by itself out of these hours; null knows no quiet hours. */
    quietOutside: WorkingTime.nullable().default(null),
    /** `owner/name`, where nothing tells where an issue belongs. */
    fallbackRepository: FullRepositoryName.nullable().default(null),
    /** Each issue carries it and is found again by it. */
    label: LabelName.default('refrain'),
    /** People put one of these on an issue to say so. */
    acceptedLabel: LabelName.default('refrain: accepted'),
    declinedLabel: LabelName.default('refrain: not systemic'),
    /** Services, by name, whose incidents get a note when they begin like earlier ones; `*` is all of them. */
    notesFor: z.array(z.string().trim().min(1).max(300)).max(maxNotedServices).default([]),
    /** E-mail address of the PagerDuty user in whose name notes are written: PagerDuty takes none without. */
    notesFrom: z.email().nullable().default(null),
    /** Whether open pull requests get a check where they resemble what failed before; needs a GitHub App. */
    checkPulls: z.boolean().default(false),
    /** At most about this share of pull requests gets one, in (0, .1]. */
    checkedShare: z.number().gt(0).max(0.1).default(0.02),
    /** What becomes of an issue whose failure came back after its fix. */
    onRecurrence: z.enum(['reopen', 'follow_up']).default('reopen'),
  })
  .superRefine(({ label, acceptedLabel, declinedLabel }, problems) => {
    const names = [label, acceptedLabel, declinedLabel].map((name) => name.toLowerCase());
    if (new Set(names).size === names.length) return;
    const message = 'has to be another label than the two others: each says something else of an issue';
    problems.addIssue({ code: 'custom', path: ['label'], message });
  });
export type ImprovementPolicy = z.infer<typeof ImprovementPolicy>;
