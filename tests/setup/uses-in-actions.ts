import ts from 'typescript';
import { operationEffects } from '@/lib/api-effects.data';
import type { Permission } from '@/lib/auth/permissions';
import { isTool, propertyPath, readSources, visit } from './source-files';

/** A call of Scalekit's that stands in an action: which, and under which permission. */
export type Use = { operation: string; permission: Permission; path: string };

/** Operations that stand within the very action that asks for a permission; what a called function does cannot be told. */
export function usesInActions(): Use[] {
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
