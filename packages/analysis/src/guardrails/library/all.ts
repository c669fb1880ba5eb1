import type { Guardrail } from '@refrain/domain';
import { capacityDemandGuardrails } from './capacity-demand.ts';
import { capacityLimitGuardrails } from './capacity-limits.ts';
import { capacitySupplyGuardrails } from './capacity-supply.ts';
import { clockGuardrails } from './clocks.ts';
import { configurationCheckGuardrails } from './configuration-checks.ts';
import { configurationRolloutGuardrails } from './configuration-rollout.ts';
import { dataChangeGuardrails } from './data-changes.ts';
import { dataFlowGuardrails } from './data-flow.ts';
import { dataLossGuardrails } from './data-loss.ts';
import { dataSchemaGuardrails } from './data-schema.ts';
import { defectTestGuardrails } from './defect-tests.ts';
import { deliveryControlGuardrails } from './delivery-control.ts';
import { dependencyCallGuardrails } from './dependency-calls.ts';
import { dependencySupplierGuardrails } from './dependency-suppliers.ts';
import { toGuardrail } from './entry.ts';
import { expiryGuardrails } from './expiry.ts';
import { infrastructureLossGuardrails } from './infrastructure-loss.ts';
import { infrastructureUpkeepGuardrails } from './infrastructure-upkeep.ts';
import { alarmProcessGuardrails } from './process-alarms.ts';
import { releaseProcessGuardrails } from './process-release.ts';
import { workProcessGuardrails } from './process-work.ts';
import { releaseArtefactGuardrails } from './release-artefacts.ts';
import { releaseSafetyGuardrails } from './release-safety.ts';
import { securityAccessGuardrails } from './security-access.ts';

export const guardrailLibrary: readonly Guardrail[] = [
  ...releaseSafetyGuardrails,
  ...releaseArtefactGuardrails,
  ...defectTestGuardrails,
  ...configurationCheckGuardrails,
  ...configurationRolloutGuardrails,
  ...capacityDemandGuardrails,
  ...capacityLimitGuardrails,
  ...capacitySupplyGuardrails,
  ...dependencyCallGuardrails,
  ...dependencySupplierGuardrails,
  ...infrastructureLossGuardrails,
  ...infrastructureUpkeepGuardrails,
  ...dataSchemaGuardrails,
  ...dataChangeGuardrails,
  ...dataFlowGuardrails,
  ...dataLossGuardrails,
  ...expiryGuardrails,
  ...clockGuardrails,
  ...releaseProcessGuardrails,
  ...deliveryControlGuardrails,
  ...workProcessGuardrails,
  ...alarmProcessGuardrails,
  ...securityAccessGuardrails,
].map(toGuardrail);
