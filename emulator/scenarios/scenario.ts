import type { Environment } from '../environment';
import { createIds, type NewId } from '../ids';
import { seedPredefinedPermissions } from '../permissions/predefined';
import { seedBuiltInRoles } from '../roles/built-in';
import { seedDemo } from './demo';
import type { ScenarioName } from './names';

/** Fills an empty store. The same name and scenario give the same ids and content; dates are relative to now. */
export function seedScenario(environment: Environment, scenario: ScenarioName, daysOfHistory = 0): void {
  const newId = scenarioIds(environment.name);
  const bornAt = environment.clock.now() - 800 * 86_400_000;
  seedBuiltInRoles(environment.store, newId, bornAt);
  if (scenario === 'demo') seedDemo(environment, newId, daysOfHistory);
  seedPredefinedPermissions(environment.store, newId, bornAt);
}

// Ids of a scenario come from a time of their own, so that they neither change between runs nor meet later ones.
function scenarioIds(name: string): NewId {
  const offset = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % 86_400_000;
  let time = Date.UTC(2024, 0, 8) + offset;
  return createIds(() => {
    time += 911_003;
    return time;
  });
}
