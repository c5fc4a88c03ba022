import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { actOf } from '@/lib/api-effects';
import { operationEffects } from '@/lib/api-effects.data';
import { type Permission, roles, ruleOf } from '@/lib/auth/permissions';
import { isTool, propertyPath, readSources, visit } from './setup/source-files';

type Use = { operation: string; permission: Permission; path: string };

/** Operations that stand within the very action that asks for a permission; what a called function does cannot be told. */
function usesInActions(): Use[] {
  const uses: Use[] = [];
  for (const { path, tree } of readSources()) {
    if (isTool(path) || !path.startsWith('lib/features/')) continue;
    visit(tree, (node) => {
      if (
        !ts.isCallExpression(node) ||
        !/^(defineAction|describeAction)$/.test(propertyPath(node.expression))
      )
        return;
      const permission = /permission: '([\w.]+)'/.exec(node.getText(tree))?.[1] as Permission | undefined;
      if (!permission) return;
      visit(node, (inner) => {
        if (!ts.isCallExpression(inner)) return;
        const operation = /(?:^|\.)scalekit\.(\w+\.\w+)$/.exec(propertyPath(inner.expression))?.[1];
        if (operation && operation in operationEffects) uses.push({ operation, permission, path });
      });
    });
  }
  return uses;
}

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
