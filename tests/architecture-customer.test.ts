import { basename } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { customerPermissions } from '@/lib/auth/customer-permissions';
import { permissionsUsedBy } from './setup/made-by';
import { isTool, propertyPath, readSources, someNode, startsWith } from './setup/source-files';

const product = readSources().filter(({ path }) => !isTool(path) && !path.startsWith('emulator/'));

describe("the customer's own page", () => {
  it('a customer may do what one short list says, and nothing else', () => {
    const allowed = Object.keys(customerPermissions);
    expect(permissionsUsedBy(product, /^defineCustomer(Action|Query)$/)).toEqual(allowed.sort());
    expect(allowed.length).toBeLessThanOrEqual(12);
  });

  it('what customers reach is made in customer-actions.ts and customer-queries.ts, and their pages use nothing else', () => {
    const wrong = product.flatMap(({ path, tree, imports }) => {
      const makes = someNode(
        tree,
        (node) =>
          ts.isCallExpression(node) && /^defineCustomer(Action|Query)$/.test(propertyPath(node.expression)),
      );
      const misplaced = makes && !/^customer-(actions|queries)\.ts$/.test(basename(path));
      const isTheirs = startsWith('app/(public)/', 'components/customer/')(path);
      const staffOnly = imports.filter(({ target }) =>
        /^lib\/(features\/[^/]+\/(actions|queries)|auth\/session|server\/define-)/.test(target),
      );
      return [
        ...(misplaced ? [`${path} makes what customers reach: move it to customer-….ts.`] : []),
        ...(isTheirs ? staffOnly.map(({ target }) => `${path} imports ${target}, which is for staff.`) : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
