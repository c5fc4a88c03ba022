import { basename } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { permissions } from '@/lib/auth/permissions';
import { describedOperations } from '@/lib/scalekit/rest/described-operations';
import { isClientCallable } from '@/lib/scalekit/rest/http-rule';
import { type ServiceName, services } from '@/lib/scalekit/services';
import { exportsNotMadeBy, isExported, permissionsUsedBy } from './setup/made-by';
import {
  isTool,
  propertyPath,
  readSources,
  type SourceFile,
  someNode,
  startsWith,
  visit,
} from './setup/source-files';

// Each rule lists what breaks it, as sentences that say what to do instead. An empty list is a pass.

const sources = readSources();
/** What runs in production: the console and its worker, without tests, scripts and the emulator. */
const product = sources.filter(({ path }) => !isTool(path) && !path.startsWith('emulator/'));

// A folder may import the rows below its own; rows stand in one list when they share a height.
const layers = [
  ['app/', 'instrumentation', 'proxy', 'worker', 'activity-listeners'],
  ['components/'],
  ['lib/features/'],
  ['lib/server/'],
  ['lib/audit/', 'lib/auth/', 'lib/jobs/'],
  ['lib/scalekit/'],
  ['lib/db', 'lib/egress', 'lib/mail', 'lib/generated/'],
  ['lib/env'],
];
const serverOnly = [
  'lib/server/',
  'lib/audit/',
  'lib/jobs/',
  'lib/scalekit/',
  'lib/db',
  'lib/egress',
  'lib/mail',
];
/** Undefined for leaves, which anyone may import. */
function heightOf(path: string): number | undefined {
  const height = layers.findIndex((prefixes) => startsWith(...prefixes)(path));
  return height === -1 ? undefined : height;
}

function everyImport(
  among: SourceFile[],
  judge: (path: string, target: string, typeOnly: boolean) => string | undefined,
) {
  return among.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, typeOnly }) => {
      const verdict = judge(path, target, typeOnly);
      return verdict ? [`${path} imports ${target}: ${verdict}`] : [];
    }),
  );
}

describe('imports', () => {
  it('go one way: app, components, features, server, audit and auth, scalekit, db, env', () => {
    const wrong = everyImport(product, (path, target) => {
      if (!startsWith('app/', 'components/', 'lib/')(target)) return undefined;
      const [from, to] = [heightOf(path), heightOf(target)];
      if (to === undefined) return undefined;
      if (from === undefined) {
        return to < layers.length - 1 ? 'a leaf of lib imports only leaves and lib/env.' : undefined;
      }
      return to < from
        ? 'that is the wrong way up. Pass what you need as an argument, or move it down.'
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('never lead from one feature to another: pages compose', () => {
    const featureOf = (path: string) => /^lib\/features\/([^/]+)/.exec(path)?.[1];
    const wrong = everyImport(product, (path, target) => {
      const [from, to] = [featureOf(path), featureOf(target)];
      return from && to && from !== to
        ? 'call both from the page, or move the shared part to a leaf.'
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('of components stop at schemas, actions and types', () => {
    const isServer = startsWith(...serverOnly, 'lib/env', 'lib/generated/');
    const components = product.filter(({ path }) => path.startsWith('components/'));
    const wrong = everyImport(components, (_path, target, typeOnly) => {
      if (isServer(target)) return 'a component gets rows as props; the page reads them.';
      const behind = /^lib\/features\/[^/]+\/(?!schema$|(customer-)?actions$)/.test(target) && !typeOnly;
      return behind ? 'of a feature, components use schema.ts, actions.ts and types.' : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('keep the console and the emulator apart: they share the contract only', () => {
    const wrong = everyImport(sources, (path, target) => {
      if (isTool(path)) return undefined;
      const inside = path.startsWith('emulator/');
      if (!inside)
        return target.startsWith('emulator/') ? 'the console must not know the emulator.' : undefined;
      const shared = startsWith('lib/scalekit/rest/', 'lib/scalekit/services')(target);
      const foreign = startsWith('lib/', 'components/', 'app/')(target) && !shared;
      return foreign
        ? 'the emulator shares lib/scalekit/rest and services.ts with the console, nothing else.'
        : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('reach into the SDK in services.ts only', () => {
    const wrong = everyImport(sources, (path, target) =>
      target.startsWith('@scalekit-sdk/node/') && path !== 'lib/scalekit/services.ts'
        ? 'add the export to lib/scalekit/services.ts.'
        : undefined,
    );
    expect(wrong).toEqual([]);
  });
});

describe('server code', () => {
  it('is marked with server-only, so that it cannot slip into the browser', () => {
    const shared = startsWith('lib/scalekit/rest/', 'lib/scalekit/services', 'lib/env');
    const isServer = startsWith(...serverOnly);
    const touchesServer = startsWith(...serverOnly, 'next/headers', 'node:');
    const wrong = product.filter(({ path, tree, imports }) => {
      if (!path.startsWith('lib/') || shared(path) || path.endsWith('.data.ts')) return false;
      const touches = imports.some(
        ({ target, typeOnly }) => !typeOnly && touchesServer(target) && !shared(target),
      );
      return (isServer(path) || touches) && !/^import 'server-only';|^'use server';/.test(tree.text);
    });
    expect(wrong.map(({ path }) => `${path} does not start with import 'server-only'.`)).toEqual([]);
  });

  it('reads process.env in lib/env.ts only', () => {
    // Next decides by this variable which runtime a file is compiled for.
    const allowed = ['lib/env.ts', 'instrumentation.ts'];
    const wrong = sources.filter(({ path, tree }) => {
      if (isTool(path) || allowed.includes(path)) return false;
      return someNode(tree, (node) => propertyPath(node) === 'process.env');
    });
    expect(wrong.map(({ path }) => `${path} reads process.env: add the setting to lib/env.ts.`)).toEqual([]);
  });

  it('calls fetch in the transport and in egress only', () => {
    const allowed = ['lib/scalekit/exchange.ts', 'lib/egress.ts'];
    const wrong = product.filter(({ path, tree }) => {
      // What components fetch, they fetch in the browser.
      if (allowed.includes(path) || path.startsWith('components/') || /^'use client';/.test(tree.text))
        return false;
      return someNode(tree, (node) => /^(globalThis\.)?fetch$/.test(propertyPath(node)) && isUsed(node));
    });
    expect(
      wrong.map(({ path }) => `${path} uses fetch: go through the Scalekit client or lib/egress.ts.`),
    ).toEqual([]);
  });
});

describe('actions and permissions', () => {
  it.each([
    ['actions.ts', 'defineAction'],
    ['customer-actions.ts', 'defineCustomerAction'],
  ])('every export of an %s is made by %s', (file, maker) => {
    const wrong = product
      .filter(({ path }) => basename(path) === file)
      .flatMap(({ path, tree }) => {
        const marked = /^'use server';/.test(tree.text) ? [] : [`${path} does not start with 'use server'.`];
        const loose = tree.statements.filter(isExported).flatMap((one) => exportsNotMadeBy(maker, one));
        return [
          ...marked,
          ...loose.map(
            (name) => `${path}: ${name} is exported without ${maker}, so nothing checks or logs it.`,
          ),
        ];
      });
    expect(wrong).toEqual([]);
  });

  it('every permission is used, and every used one exists', () => {
    const makers = /^(define(Action|Query)|describeAction)$/;
    expect(permissionsUsedBy(product, makers)).toEqual(Object.keys(permissions).sort());
  });

  it('only operations that a client credential may call are called', () => {
    const wrong = product.flatMap(({ path, tree }) => {
      const calls: string[] = [];
      visit(tree, (node) => {
        if (!ts.isCallExpression(node)) return;
        const [, service, method] =
          /(?:^|\.)scalekit\.(\w+)\.(\w+)$/.exec(propertyPath(node.expression)) ?? [];
        if (service && method && !isCallable(service, method)) calls.push(`${service}.${method}`);
      });
      return calls.map((call) => `${path} calls ${call}, which Scalekit opens to its own dashboard only.`);
    });
    expect(wrong).toEqual([]);
  });
});

// A property or a parameter named fetch is not the global.
function isUsed(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isCallExpression(parent) && parent.expression === node) || propertyPath(node).startsWith('globalThis')
  );
}

function isCallable(service: string, method: string): boolean {
  // Those without descriptors are in the table because their documentation opens them to clients.
  const described: Record<string, object> = describedOperations;
  if (described[service] && method in described[service]) return true;
  const methods: Record<string, Parameters<typeof isClientCallable>[0]> | undefined =
    services[service as ServiceName]?.method;
  return methods?.[method] !== undefined && isClientCallable(methods[method]);
}
