import { describe, expect, it } from 'vitest';
import { actOf, apiActs, changesSomething } from '@/lib/api-effects';
import { goesOnFrozen, goesOnWhileFrozen } from '@/lib/auth/freeze.data';
import { type Permission, permissions, ruleOf } from '@/lib/auth/permissions';
import { usesInActions } from './setup/uses-in-actions';

// They end what a lost device, a leaked secret or somebody who left could do, and Scalekit has no softer call for it.
const endsForGood: Permission[] = [
  'passkey.remove',
  'client.remove_secret',
  'api_client.delete',
  'resource_client.delete',
  'member.remove',
];
// PATCH of one field: the softest there is.
const endsByUpdate: Permission[] = ['client.deactivate_secret'];

describe('a freeze', () => {
  it('stops no act that ends something, and every other act that changes something at Scalekit', () => {
    const uses = usesInActions();
    expect(uses.length).toBeGreaterThan(30);
    const wrong = uses.flatMap(({ operation, permission, path }) => {
      const act = actOf(operation);
      const goesOn = goesOnWhileFrozen(permission);
      if (act === 'contain' && !goesOn) {
        const others = uses.filter((one) => one.permission === permission).map((one) => actOf(one.operation));
        return others.every((one) => one === 'contain' || one === 'read')
          ? [`${path}: stops ${permission}`]
          : [];
      }
      const changes =
        act === 'write' || act === 'destroy' || act === 'issue_secret' || act === 'act_as_person';
      return changes && goesOn && ![...endsForGood, ...endsByUpdate].includes(permission)
        ? [`${path}: lets ${permission} call ${operation}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('stops whatever the API explorer would change, links that are asked for with a list among it', () => {
    for (const act of apiActs)
      expect(goesOnWhileFrozen(`api.${act}`), act).toBe(act === 'contain' || !changesSomething(act));
    expect(actOf('mcp.getInstanceAuthState')).toBe('read');
    expect(actOf('mcp.getInstanceAuthState', { include_auth_links: true })).toBe('issue_secret');
    expect(actOf('mcp.listConnectedAccounts', { include_auth_link: true })).toBe('issue_secret');
  });

  it('names each act once, and none that asks nobody: what is only read goes on anyway', () => {
    const named = Object.values(goesOnFrozen).flat();
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((name) => !(name in permissions))).toEqual([]);
  });

  it('stops whatever nobody thought of', () => {
    expect(goesOnWhileFrozen('portal_link.open')).toBe(false);
    expect(goesOnWhileFrozen('something.new')).toBe(false);
    expect(goesOnWhileFrozen('organization.read')).toBe(true);
  });

  it('is begun without a step-up, and ended with one', () => {
    expect(ruleOf('freeze.start').stepUp).toBeUndefined();
    expect(ruleOf('freeze.end').stepUp).toBe(true);
  });
});
