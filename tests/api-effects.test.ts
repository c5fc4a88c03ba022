import { describe, expect, it } from 'vitest';
import { actOf } from '@/lib/api-effects';
import { type Permission, roles, ruleOf } from '@/lib/auth/permissions';
import { usesInActions } from './setup/uses-in-actions';

const leastRole = (permission: Permission, inProduction: boolean) => {
  const { role, inProduction: there } = ruleOf(permission);
  return roles.indexOf((inProduction && there) || role);
};

describe('the API explorer', () => {
  it('is no way round a screen: it never asks for less than the action that makes the same call', () => {
    const uses = usesInActions();
    expect(uses.length).toBeGreaterThan(30);
    const wrong = uses.flatMap(({ operation, permission, path }) => {
      const act = actOf(operation);
      if (!act || act === 'read') return [];
      const mine = `api.${act}` as const;
      const isLaxer = [true, false].some((there) => leastRole(mine, there) < leastRole(permission, there));
      const skipsSignIn = ruleOf(permission).stepUp && !ruleOf(mine).stepUp;
      return isLaxer || skipsSignIn
        ? [`${path}: ${permission} asks for more than ${mine} (${operation})`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});
